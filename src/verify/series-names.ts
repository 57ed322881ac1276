/**
 * The names by which a receiver may have stored a series: as carbon-cache writes it, and as it was sent where that
 * differs. carbon-cache sorts the pieces `tag=value` as texts, keeps the last of two tags with one name, and drops
 * `~` in front.
 */
export function listSeriesNames(series: string): readonly [string, ...string[]] {
  const stored = normalizeSeries(series);
  return stored === series ? [series] : [stored, series];
}

function normalizeSeries(series: string): string {
  if (!/[~;]/.test(series)) return series;
  const [path = '', ...tags] = series.split(';');
  const last = new Map(tags.map((tag) => [tag.split('=', 1)[0], tag]));
  last.delete('name');
  const name = path.replace(/^~+\.*/, '');
  return [name === '' ? path : name, ...[...last.values()].sort()].join(';');
}
