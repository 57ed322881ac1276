const BARS = '▁▂▃▄▅▆▇█';

/** One bar for each value, from the lowest to the highest; all low if the values are equal. */
export function formatSparkline(values: readonly number[]): string {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return values
    .map(
      (value) =>
        BARS[span === 0 ? 0 : Math.min(BARS.length - 1, Math.floor(((value - least) / span) * BARS.length))],
    )
    .join('');
}
