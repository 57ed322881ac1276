import { findCut } from './find-cut.ts';
import { type Change, type Finding, HALFWAY, MAX_HISTORY, matters, type Rules, toChange } from './finding.ts';
import { countAllowedExceptions } from './rank-test.ts';
import { median, quantileOfSorted, sortNumbers } from './statistics.ts';

/** The runs before the newest ones. With more of them, ranks separate better. */
const BASE_RUNS = 60;
const MIN_BASE_RUNS = 8;
const MIN_YOUNGER_BASE_RUNS = 12;
/** The runs just before the newest ones, which must differ from those as well: a slow drift is not a step. */
const RECENT_RUNS = 8;
/** The newest runs that a shift needs: fewer are often one slow day. */
const MIN_SHIFTED_RUNS = 3;
const MAX_SHIFTED_RUNS = 6;
/** How far the newest runs are from the base's median, at least: in distances from there to its 90th percentile. */
const MIN_SHIFT = 1.4;
/** How often chance alone may pass the rank test; with many metrics, how often in all of them together. */
const MAX_CHANCE = 1 / 600;
const MAX_CHANCE_OF_ALL = 1 / 200;

/** Several runs in a row beyond the earlier ones; the last of `runs` is the newest. */
export function findShift(runs: readonly number[], rules: Rules): Finding | undefined {
  const { worse, metrics } = rules;
  const past = runs.length - 1;
  const alpha = Math.min(MAX_CHANCE, MAX_CHANCE_OF_ALL / metrics);
  const least = findLeastRuns(Math.min(BASE_RUNS, past - 2), alpha);
  let cut: number | undefined;
  for (const direction of worse === -1 ? ([-1, 1] as const) : ([1, -1] as const)) {
    for (const newest of [least, least + 1]) {
      const end = runs.length - newest;
      const base = runs.slice(Math.max(0, end - BASE_RUNS), end);
      if (base.length < MIN_BASE_RUNS) continue;
      // Most values are as usual. For these, nothing else is computed.
      const level = { before: median(base.slice(-RECENT_RUNS)), after: median(runs.slice(end)) };
      if (!isBeyond(level, { direction, rules })) continue;
      const first = compare(base, { runs, newest, direction, alpha, rules });
      if (first !== undefined) return first;
      cut ??= findCut(runs.slice(0, past), rules.relative);
      const younger = runs.slice(cut, end);
      if (younger.length < MIN_YOUNGER_BASE_RUNS || younger.length >= base.length) continue;
      const second = compare(younger, { runs, newest, direction, alpha, rules });
      if (second !== undefined) return second;
    }
  }
  return undefined;
}

/** The least number of newest runs that can be distinguished from `base` runs. */
function findLeastRuns(base: number, alpha: number): number {
  for (let newest = MIN_SHIFTED_RUNS; newest < MAX_SHIFTED_RUNS; newest += 1)
    if (countAllowedExceptions({ newest, base }, alpha) >= 0) return newest;
  return MAX_SHIFTED_RUNS;
}

/** Whether a level is beyond another one in a direction, by a change that matters. */
function isBeyond(
  { before, after }: Change,
  { direction, rules }: { readonly direction: 1 | -1; readonly rules: Rules },
): boolean {
  return direction * (after - before) > 0 && matters({ before, after }, rules);
}

function compare(
  base: readonly number[],
  how: {
    readonly runs: readonly number[];
    readonly newest: number;
    readonly direction: 1 | -1;
    readonly alpha: number;
    readonly rules: Rules;
  },
): Finding | undefined {
  const { runs, newest: count, direction, alpha, rules } = how;
  const newest = runs.slice(-count);
  const level = { before: median(base), after: median(newest) };
  if (!isBeyond(level, { direction, rules })) return undefined;
  if (!isFarBeyond({ base, newest }, direction)) return undefined;
  const allowed = countAllowedExceptions({ newest: count, base: base.length }, alpha);
  const exceptions = newest.reduce(
    (sum, one) => sum + base.filter((before) => direction * (one - before) <= 0).length,
    0,
  );
  if (allowed < 0 || exceptions > allowed) return undefined;
  const bar = level.before + HALFWAY * (level.after - level.before);
  if (cameAndWent(runs.slice(-count - MAX_HISTORY, -count), { bar, direction, count })) return undefined;
  return { direction, runs: count, ...toChange(level) };
}

/**
 * Whether the newest runs are far beyond the base, on average. Ranks do not show how far: without this condition, the rank
 * test would have to be twice as strict for as few false findings.
 */
function isFarBeyond(
  { base, newest }: { readonly base: readonly number[]; readonly newest: readonly number[] },
  direction: 1 | -1,
): boolean {
  const sorted = sortNumbers(base.map((one) => direction * one));
  const center = quantileOfSorted(sorted, 0.5);
  const mean = newest.reduce((sum, one) => sum + direction * one, 0) / newest.length;
  return mean - center >= MIN_SHIFT * (quantileOfSorted(sorted, 0.9) - center);
}

/** Whether `count` or more consecutive runs were beyond the bar, with a run short of it before and after them. */
function cameAndWent(
  runs: readonly number[],
  { bar, direction, count }: { readonly bar: number; readonly direction: 1 | -1; readonly count: number },
): boolean {
  const isBeyond = runs.map((run) => direction * (run - bar) >= 0);
  let length = 0;
  let hasStart = false;
  for (const beyond of isBeyond) {
    if (beyond) {
      length += 1;
      continue;
    }
    if (hasStart && length >= count) return true;
    hasStart = true;
    length = 0;
  }
  return false;
}
