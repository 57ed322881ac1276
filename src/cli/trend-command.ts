import { computeTrend } from '../insight/compute-trend.ts';
import { readHistory } from '../insight/read-history.ts';
import { SendError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Trend } from '../model/trend.ts';
import { toDays } from '../options/resolve-check.ts';
import type { GraphiteConfig } from '../options/resolve-verify.ts';
import { formatCount } from '../report/amounts.ts';
import { formatTrends } from '../report/trend-text.ts';
import { startDeadline } from '../util/deadline.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import { askGraphite } from '../verify/ask-graphite.ts';
import { findSeries } from '../verify/find-series.ts';
import { formatTarget } from '../verify/series-names.ts';
import type { Console } from './console.ts';
import { endWithFaults } from './end-with-faults.ts';
import { toJson } from './exact.ts';
import type { Flags } from './flags.ts';
import { readGraphiteFlags } from './graphite-flags.ts';

const MAX_SERIES = 200;
const TOTAL_MS = 30_000;
const PATTERN = /^[\w:*{},.!#$%&+<=>@^`~-]{1,500}$/;

/** Prints how the series of a pattern went; returns the exit code. */
export async function runTrend(
  pattern: string,
  flags: Flags,
  io: { readonly console: Console; readonly env: NodeJS.ProcessEnv },
): Promise<number> {
  const { console } = io;
  return untilStopped((signal) =>
    endWithFaults(console, async () => {
      const faults = new Faults();
      const { access, options } = readGraphiteFlags(flags, { ...io, faults }, 'trend');
      checkPattern(pattern, faults);
      faults.throwIfAny('Nothing was read.');
      if (access === undefined) return 2;
      using deadline = startDeadline({ timeoutMs: TOTAL_MS, signal });
      const { trends, notices } = await readTrends(pattern, {
        access,
        spanDays: toDays(options.history),
        signal: deadline.signal,
      });
      for (const notice of notices) console.err(notice);
      if (flags['json'] === true) console.exact(toJson(trends));
      else console.exact(formatTrends(trends, console.screen));
      await console.drained();
      return trends.length === 0 ? 1 : 0;
    }),
  );
}

async function readTrends(
  pattern: string,
  { access, spanDays, signal }: { access: GraphiteConfig; spanDays: number; signal: AbortSignal },
): Promise<{ trends: readonly Trend[]; notices: readonly string[] }> {
  const { paths, isCut } = await findSeries(pattern, { access, signal, maxSeries: MAX_SERIES });
  const { histories, problem } = await readHistory(paths, {
    ask: (form, series) => askGraphite(form, { access, signal, series, isQuiet: true }),
    formatTarget,
    spanDays,
    nowSeconds: Math.floor(Date.now() / 1000),
  });
  if (problem !== undefined && histories.size === 0) throw problem;
  const trends = paths.flatMap((path) => {
    const history = histories.get(path) ?? [];
    return history.length === 0 ? [] : [computeTrend(path, history)];
  });
  const empty = paths.length - trends.length;
  const notices = [
    ...(paths.length === 0 ? ['Graphite has no series that the pattern matches.'] : []),
    ...(isCut ? [`Only the first ${MAX_SERIES} series are shown: give a narrower pattern.`] : []),
    ...(problem instanceof SendError ? [problem.message] : []),
    ...(empty > 0 ? [`${formatCount(empty)} of the series have no point in the last ${spanDays} days.`] : []),
  ];
  return { trends, notices };
}

function checkPattern(pattern: string, faults: Faults): void {
  const isUnderstood = PATTERN.test(pattern) && pattern.split('.').every((node) => node !== '');
  const braces = pattern.match(/\{/g)?.length ?? 0;
  if (isUnderstood && braces <= 3 && /^[^{}]*(?:\{[^{}.]*\}[^{}]*)*$/.test(pattern)) return;
  const rule = 'a pattern is a dotted path with "*" in a node, "**" for any number of nodes, and "{a,b}"';
  faults.add({ location: 'pattern', rule, value: pattern, cure: 'Put it in quotes, like "ci.acme.app.**".' });
}
