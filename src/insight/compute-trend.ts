import type { Trend, TrendStep } from '../model/trend.ts';
import { findCut } from './find-cut.ts';
import { matters, toChange } from './finding.ts';
import type { HistoryPoint } from './judge.ts';
import { findTraits } from './metric-traits.ts';
import { median, quantileOfSorted, sortNumbers } from './statistics.ts';

/** Older runs are not looked at. */
const MAX_RUNS = 400;
const RECENT_RUNS = 40;
const USUAL_RUNS = 40;
/** Slopes are computed for every pair of runs, so their number is bounded. */
const MAX_DRIFT_RUNS = 100;
const MIN_DRIFT_RUNS = 10;
/** Chance makes a drift this clear in 1 of 1,000 series. */
const MIN_DRIFT_CLARITY = 3.29;

/** The usual range of a series, its shifts of level, and its drift since the last one. The history is oldest first. */
export function computeTrend(path: string, history: readonly HistoryPoint[]): Trend {
  const runs = history.slice(-MAX_RUNS);
  const values = runs.map(([, value]) => value);
  const { better, leastChange } = findTraits(path.split('.'));
  const cuts = findCuts(values, leastChange.relative);
  const drift = findDrift(runs.slice(cuts.at(-1) ?? 0), leastChange);
  return {
    path,
    better,
    runs: values.length,
    recent: values.slice(-RECENT_RUNS),
    ...(values.length < 3 ? {} : { usual: computeUsual(values.slice(-USUAL_RUNS)) }),
    steps: listSteps(runs, cuts).filter(({ from, to }) => matters({ before: from, after: to }, leastChange)),
    ...(drift === undefined ? {} : { drift }),
  };
}

function computeUsual(values: readonly number[]): readonly [low: number, high: number] {
  const sorted = sortNumbers(values);
  return [quantileOfSorted(sorted, 0.1), quantileOfSorted(sorted, 0.9)];
}

/** The index of the first run after each shift, oldest first: `findCut` finds the last one, so the runs before it follow. */
function findCuts(values: readonly number[], relative: number): readonly number[] {
  const cuts: number[] = [];
  for (let end = values.length; ; ) {
    const cut = findCut(values.slice(0, end), relative);
    if (cut === 0) return cuts.toReversed();
    cuts.push(cut);
    end = cut;
  }
}

function listSteps(runs: readonly HistoryPoint[], cuts: readonly number[]): TrendStep[] {
  return cuts.map((cut, index) => {
    const before = runs.slice(cuts[index - 1] ?? 0, cut);
    const after = runs.slice(cut, cuts[index + 1]);
    const [from, to] = [before, after].map((side) => median(side.map(([, value]) => value))) as [
      number,
      number,
    ];
    const time = runs[cut]?.[0] ?? 0;
    return { time, from, to, ...toChange({ before: from, after: to }) };
  });
}

type LeastChange = ReturnType<typeof findTraits>['leastChange'];

/** The change along the median of all slopes (Theil and Sen), if the order of the runs is no chance (Kendall). */
function findDrift(all: readonly HistoryPoint[], leastChange: LeastChange): Trend['drift'] {
  const runs = all.slice(-MAX_DRIFT_RUNS).map(([, value]) => value);
  const count = runs.length;
  if (count < MIN_DRIFT_RUNS) return undefined;
  const slopes: number[] = [];
  let order = 0;
  for (let late = 1; late < count; late += 1) {
    for (let early = 0; early < late; early += 1) {
      const difference = (runs[late] as number) - (runs[early] as number);
      order += Math.sign(difference);
      slopes.push(difference / (late - early));
    }
  }
  const clarity = (Math.abs(order) - 1) / Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  if (clarity < MIN_DRIFT_CLARITY) return undefined;
  const middle = median(runs);
  const difference = median(slopes) * (count - 1);
  const [start, end] = [middle - difference / 2, middle + difference / 2];
  if (start === 0 || !matters({ before: start, after: end }, leastChange)) return undefined;
  return { change: end / start - 1, runs: count, since: all.at(-count)?.[0] ?? 0 };
}
