/** Sorted copy, lowest first. */
export function sortNumbers(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other);
}

/** The quantile `q` (0 to 1) of sorted values, interpolated at (n − 1)·q. There must be at least one value. */
export function quantileOfSorted(sorted: readonly number[], q: number): number {
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

/** The median: the mean of the middle two for an even number of values. There must be at least one value. */
export function median(values: readonly number[]): number {
  return quantileOfSorted(sortNumbers(values), 0.5);
}

/** Scales a median absolute deviation to the standard deviation of a normal distribution. */
const NORMAL_MAD = 1.4826;

/** A robust standard deviation: 1.4826 times the median distance from `center`. */
export function robustDeviation(values: readonly number[], center: number): number {
  return NORMAL_MAD * median(values.map((value) => Math.abs(value - center)));
}

/** The noise from one value to the next, without slow changes: 1.4826/√2 · median |vᵢ − vᵢ₋₁|. */
export function neighbourNoise(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] as number)));
  return (NORMAL_MAD / Math.SQRT2) * median(steps);
}
