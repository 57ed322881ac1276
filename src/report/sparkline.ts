const BARS = '▁▂▃▄▅▆▇█';

/** One bar for each value, from the lowest to the highest; all low if the values are equal. */
export function formatSparkline(values: readonly number[]): string {
  // Halved, the span of any two numbers is one, too.
  const halves = values.map((value) => value / 2);
  const least = Math.min(...halves);
  const span = Math.max(...halves) - least;
  return halves
    .map(
      (value) =>
        BARS[span === 0 ? 0 : Math.min(BARS.length - 1, Math.floor(((value - least) / span) * BARS.length))],
    )
    .join('');
}
