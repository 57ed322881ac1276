/** How many values a test compares. */
interface Sizes {
  readonly newest: number;
  readonly base: number;
}

const thresholds = new Map<string, number>();

/**
 * The largest number D of exceptions that a Mann-Whitney test with exact tail accepts. An exception is a pair of one of
 * `newest` values with one of `base` values in the wrong order. Chance makes at most D of them with a probability of at
 * most `alpha`. −1 if chance makes none too often.
 */
export function countAllowedExceptions({ newest, base }: Sizes, alpha: number): number {
  const key = `${newest} ${base} ${alpha}`;
  let threshold = thresholds.get(key);
  if (threshold === undefined) {
    threshold = computeThreshold({ newest, base }, alpha);
    // Each run has few different sizes; the bound keeps a long-lived process from growing.
    if (thresholds.size >= 1000) thresholds.clear();
    thresholds.set(key, threshold);
  }
  return threshold;
}

function computeThreshold({ newest, base }: Sizes, alpha: number): number {
  const counts = countOrders(newest, base);
  const total = counts.reduce((sum, count) => sum + count, 0);
  let cumulated = 0;
  for (const [exceptions, count] of counts.entries()) {
    cumulated += count;
    if (cumulated / total > alpha) return exceptions - 1;
  }
  return counts.length - 1;
}

/**
 * In how many ways `parts` newest and `size` base values can be ordered, by their number of exceptions. These are the
 * partitions of that number into at most `parts` parts of at most `size` each (a Gaussian binomial coefficient).
 */
function countOrders(parts: number, size: number): readonly number[] {
  // Multiplies by (1 − x^(size + i)) and divides by (1 − x^i), for each part i.
  const degree = parts * size;
  const counts = new Array<number>(degree + 1).fill(0);
  counts[0] = 1;
  for (let part = 1; part <= parts; part += 1) {
    for (let index = degree; index >= size + part; index -= 1)
      counts[index] = (counts[index] as number) - (counts[index - size - part] as number);
    for (let index = part; index <= degree; index += 1)
      counts[index] = (counts[index] as number) + (counts[index - part] as number);
  }
  return counts;
}
