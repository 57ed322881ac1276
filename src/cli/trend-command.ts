import { MAX_SERIES, readTrends, type Trends } from '../library/read-trends.ts';
import { Faults } from '../model/faults.ts';
import { formatCount } from '../report/amounts.ts';
import { formatTrends } from '../report/trend-text.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { Console } from './console.ts';
import { endWithFaults } from './end-with-faults.ts';
import { toJson } from './exact.ts';
import type { Flags } from './flags.ts';
import { readGraphiteFlags } from './graphite-flags.ts';

/** Prints the course of the series of a pattern; returns the exit code. */
export async function runTrend(
  pattern: string,
  flags: Flags,
  io: { readonly console: Console; readonly env: NodeJS.ProcessEnv },
): Promise<number> {
  const { console } = io;
  return untilStopped((signal) =>
    endWithFaults(console, async () => {
      const faults = new Faults();
      const options = readGraphiteFlags(flags, { ...io, faults });
      const found = await readTrends(pattern, options, { nowMs: Date.now(), faults, signal });
      for (const notice of listNotices(found)) console.err(notice);
      const { trends } = found;
      if (flags['json'] === true) console.exact(toJson(trends));
      else console.exact(formatTrends(trends, console.screen));
      await console.drained();
      return trends.length === 0 ? 1 : 0;
    }),
  );
}

function listNotices({ trends, seriesCount, isCut, spanDays, problem }: Trends): readonly string[] {
  const empty = seriesCount - trends.length;
  return [
    ...(seriesCount === 0 ? ['Graphite has no series that the pattern matches.'] : []),
    ...(isCut ? [`Only the first ${MAX_SERIES} series are shown: give a narrower pattern.`] : []),
    ...(problem === undefined ? [] : [problem.message]),
    ...(empty > 0 ? [`${formatCount(empty)} of the series have no point in the last ${spanDays} days.`] : []),
  ];
}
