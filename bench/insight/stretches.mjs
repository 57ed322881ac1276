// Cuts a real series into stretches without a shift of level. Every alarm within a stretch is false.

/**
 * The values of a series, changed so that higher is worse. Undefined if the series is steady or has a value not above
 * 0.
 */
export function toWorseUp({ points, better }) {
  const values = points.map(([, value]) => value).filter(Number.isFinite);
  const equal = values.filter((value, index) => index > 0 && value === values[index - 1]).length;
  if (values.length < 40 || values.some((value) => value <= 0) || equal >= 0.3 * (values.length - 1))
    return undefined;
  if (better !== 'higher') return values;
  const middle = median(values);
  return values.map((value) => (middle * middle) / value);
}

/** Stretches of at least forty values without a shift of level, found by optimal partitioning of the logarithms. */
export function cutIntoStretches(values) {
  const logs = values.map(Math.log);
  const noise = neighbourNoise(logs);
  const pulled = logs.map((value, index) => {
    const center = median(logs.slice(Math.max(0, index - 2), index + 3));
    return Math.min(Math.max(value, center - 2.5 * noise), center + 2.5 * noise);
  });
  const rest = logs.map((value, index) => value - median(logs.slice(Math.max(0, index - 7), index + 8)));
  const variance = Math.max(noise ** 2, computeVariance(rest));
  const rho = Math.min(0.8, Math.max(0, autocorrelation(rest)));
  const ends = partition(pulled, (variance * (1 + rho)) / (1 - rho));
  return ends
    .map((end, index) => {
      const start = index === 0 ? 0 : ends[index - 1] + 2;
      return values.slice(start, end === values.length ? end : end - 2);
    })
    .filter((stretch) => stretch.length >= 40);
}

/** The noise of a stretch: quiet below 1.5 %, usual below 5 %, else noisy. */
export function classify(stretch) {
  const logs = stretch.map(Math.log);
  const middle = median(logs);
  const spread = 1.4826 * median(logs.map((value) => Math.abs(value - middle)));
  if (spread < 0.015) return 'quiet';
  return spread < 0.05 ? 'usual' : 'noisy';
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function neighbourNoise(values) {
  return (
    (1.4826 / Math.SQRT2) * median(values.slice(1).map((value, index) => Math.abs(value - values[index])))
  );
}

function computeVariance(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

function autocorrelation(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [top, bottom] = [0, 0];
  for (const [index, value] of values.entries()) {
    bottom += (value - mean) ** 2;
    if (index > 0) top += (value - mean) * (values[index - 1] - mean);
  }
  return bottom === 0 ? 0 : top / bottom;
}

/**
 * The ends of the parts with the least L2 cost over `variance`. Each part costs 6 ln n and has at least eight values.
 */
function partition(values, variance) {
  const n = values.length;
  const penalty = 6 * Math.log(n);
  const [sums, squares] = [[0], [0]];
  for (const [index, value] of values.entries()) {
    sums.push(sums[index] + value);
    squares.push(squares[index] + value * value);
  }
  const cost = (from, to) =>
    (squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from)) / variance;
  const best = [-penalty];
  const last = [0];
  for (let to = 1; to <= n; to += 1) {
    best[to] = Number.POSITIVE_INFINITY;
    for (let from = 0; from <= to - 8; from += 1) {
      const total = best[from] + cost(from, to) + penalty;
      if (total < best[to]) [best[to], last[to]] = [total, from];
    }
  }
  const ends = [];
  for (let to = n; to > 0; to = last[to]) ends.unshift(to);
  return ends;
}
