import { createLineChecker } from '../collect/full-lines.ts';
import { formatStream, type LineSource, type WindowRules } from '../format/format-windows.ts';
import type { LineFormatter } from '../format/line-formatter.ts';
import type { Faults } from '../model/faults.ts';
import { nameUnread } from '../read/data.ts';
import { guardStream } from '../read/guard-stream.ts';
import type { MetricStream, Sources } from '../read/sources.ts';
import { replay } from './replay.ts';
import type { Run } from './run.ts';

/** What formats and sends. */
interface Means {
  readonly run: Run;
  readonly lines: LineFormatter;
  readonly rules: WindowRules & { readonly faults: Faults };
}

/** Sends what is read while it is sent: the streams, then the files of full lines. Most runs have neither. */
export async function sendStreams(
  { streams, replays }: Pick<Sources, 'streams' | 'replays'>,
  { run, lines, rules }: Means,
): Promise<void> {
  const streamRules = { ...rules, consequence: () => run.describeSent() };
  for (const [index, stream] of streams.entries()) {
    lines.startWindow();
    const items = guardStream(stream.items, rules.faults);
    try {
      await run.sendStream(formatStream(items, collecting(stream, lines), streamRules));
    } catch (error) {
      throw nameUnread(error, listOrigins(streams.slice(index + 1)));
    }
  }
  for (const { file, origin, lines: written } of replays) {
    const checker = createLineChecker(origin, rules.faults);
    await replay(run, file, formatStream(guardStream(written, rules.faults), checker, streamRules));
  }
}

export function listOrigins(streams: readonly MetricStream[]): string[] {
  return streams.map(({ origin }) => origin);
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
