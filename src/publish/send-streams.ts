import { createLineChecker } from '../collect/data/line-checker.ts';
import type { TextLine } from '../collect/data/split-lines.ts';
import { formatStream, type LineSource } from '../format/format-windows.ts';
import type { LineFormatter } from '../format/line-formatter.ts';
import { guardStream } from '../read/guard-stream.ts';
import { VanishedError } from '../read/open-found.ts';
import type { MetricStream, Replay } from '../read/sources.ts';
import { isSpooled } from '../spool/spool-folder.ts';
import { nameUnread } from '../util/abort.ts';
import type { Remarks, Run } from './to-result.ts';
import type { WindowSender } from './window-sender.ts';

/** Sends while reading: first the streams, then the files of full lines. Most runs have neither. */
export async function sendStreams({ config, formatted, sender, remarks }: Run): Promise<void> {
  const { lines, faults } = formatted;
  const { streams, replays } = formatted.sources;
  const rules = { ...formatted.rules, faults, consequence: () => describeSent(sender) };
  for (const [index, stream] of streams.entries()) {
    lines.startWindow();
    const items = guardStream(stream.items, faults);
    try {
      await sender.sendStream(formatStream({ items, lines: collecting(stream, lines) }, rules));
    } catch (error) {
      throw nameUnread(error, streams.slice(index + 1));
    }
  }
  for (const replay of replays) {
    const { file, origin } = replay;
    const { addedBytes } = config.lines;
    const input = {
      items: guardStream(skipIfGone(replay, remarks), faults),
      lines: createLineChecker({ origin, faults, addedBytes }),
    };
    const problem = await sender.replay(file, formatStream(input, rules));
    if (problem !== undefined)
      remarks.warnings.push(
        `${origin}: confirmed lines are still in the file, and the next replay sends them again: ${problem}.`,
      );
  }
}

/** If several runs replay one folder, the first of them removes a file of the spool. */
async function* skipIfGone({ file, origin, lines }: Replay, remarks: Remarks): AsyncGenerator<TextLine[]> {
  try {
    yield* lines;
  } catch (error) {
    if (!(error instanceof VanishedError) || file === undefined || !isSpooled(file)) throw error;
    remarks.notices.push(`${origin}: the file no longer exists; another run has sent it.`);
  }
}

/** Collects and formats in one step, so that a stream creates no list of metrics in between. */
function collecting(stream: MetricStream, lines: LineFormatter): LineSource<unknown> {
  return {
    startWindow: () => lines.startWindow(),
    format: (item, batches) => {
      const metric = stream.collect(item);
      if (metric !== undefined) lines.formatWritten(metric, batches);
    },
  };
}

/** What was sent before a fault in a stream. */
function describeSent(sender: WindowSender): string {
  const { lines } = sender.toFacts();
  return lines === 0 ? 'Nothing was sent.' : `Before this window, lines had been sent: ${lines}.`;
}
