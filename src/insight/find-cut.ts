import { median, neighbourNoise, robustDeviation } from './statistics.ts';

/** A value further from its neighbours than this many times the noise is clipped before means are compared. */
const CLIP = 2.5;
/** The values that a cut needs on either side. */
const MIN_SIDE = 5;
/** How clear a cut must be, in standard errors. */
const MIN_CLARITY = 6;
const LEAST_NOISE = 1e-12;

/**
 * Where the level of a history last shifted: the index of the first value after the last clear cut; 0 if there is
 * none. A cut whose medians differ by less than half of `relative` is not a shift.
 */
export function findCut(history: readonly number[], relative: number): number {
  const isPositive = history.every((value) => value > 0);
  const values = isPositive ? history.map(Math.log) : history;
  const noise = neighbourNoise(values);
  const clipped = values.map((value, index) => {
    const center = median(values.slice(Math.max(0, index - 2), index + 3));
    return Math.min(Math.max(value, center - CLIP * noise), center + CLIP * noise);
  });
  let start = 0;
  for (;;) {
    const cut = findClearestCut(clipped, start);
    if (cut === undefined || !isShift(cut)) return start;
    start = cut.index;
  }

  function isShift({ index, difference }: Cut): boolean {
    const [left, right] = [values.slice(start, index), values.slice(index)];
    const [leftMedian, rightMedian] = [median(left), median(right)];
    const distances = [
      ...left.map((value) => Math.abs(value - leftMedian)),
      ...right.map((value) => Math.abs(value - rightMedian)),
    ];
    const spread = Math.max(noise, robustDeviation(distances, 0), LEAST_NOISE);
    const isLarge = Math.abs(rightMedian - leftMedian) >= relative / 2;
    return difference / spread >= MIN_CLARITY && isLarge;
  }
}

interface Cut {
  readonly index: number;
  /** The difference of the two means, in units of the values' own standard error. */
  readonly difference: number;
}

function findClearestCut(values: readonly number[], start: number): Cut | undefined {
  const total = values.length - start;
  const sum = values.slice(start).reduce((all, value) => all + value, 0);
  let left = 0;
  let best: Cut | undefined;
  for (let index = start + 1; index <= values.length - MIN_SIDE; index += 1) {
    left += values[index - 1] as number;
    const [before, after] = [index - start, values.length - index];
    if (before < MIN_SIDE) continue;
    const difference = Math.abs((sum - left) / after - left / before) / Math.sqrt(1 / before + 1 / after);
    if (best === undefined || difference > best.difference) best = { index, difference };
  }
  return total < 2 * MIN_SIDE ? undefined : best;
}
