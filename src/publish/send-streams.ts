import { createLineChecker } from '../collect/full-lines.ts';
import { formatStream, type LineSource, type WindowRules } from '../format/format-windows.ts';
import type { LineFormatter } from '../format/line-formatter.ts';
import type { Faults } from '../model/faults.ts';
import { guardStream } from '../read/guard-stream.ts';
import type { MetricStream, Sources } from '../read/sources.ts';
import type { WindowSender } from './window-sender.ts';

/** What formats and sends. */
interface Means {
  readonly sender: WindowSender;
  readonly lines: LineFormatter;
  readonly rules: WindowRules & { readonly faults: Faults };
  /** Bytes of each line that are added on the wire. */
  readonly addedBytes: number;
}

/** Sends what is read while it is sent: the streams, then the files of full lines. Most runs have neither. */
export async function sendStreams(
  { streams, replays }: Pick<Sources, 'streams' | 'replays'>,
  { sender, lines, rules, addedBytes }: Means,
): Promise<void> {
  const streamRules = { ...rules, consequence: () => describeSent(sender) };
  const guard = { faults: rules.faults, signal: sender.signal };
  for (const stream of streams) {
    lines.startWindow();
    const items = guardStream(stream.items, guard);
    await sender.sendStream(formatStream(items, collecting(stream, lines), streamRules));
  }
  for (const { file, origin, lines: written } of replays) {
    const checker = createLineChecker(origin, rules.faults, addedBytes);
    await sender.replay(file, formatStream(guardStream(written, guard), checker, streamRules));
  }
}

/** Collects and formats in one step, so that a stream makes no list of metrics in between. */
function collecting(stream: MetricStream, lines: LineFormatter): LineSource<unknown> {
  return {
    startWindow: () => lines.startWindow(),
    format: (item, batches) => {
      const metric = stream.collect(item);
      if (metric !== undefined) lines.formatWritten(metric, batches);
    },
  };
}

/** What a fault in a stream found already done. */
function describeSent(sender: WindowSender): string {
  const { lines } = sender.toFacts();
  return lines === 0 ? 'Nothing was sent.' : `Before this window, lines had been sent: ${lines}.`;
}
