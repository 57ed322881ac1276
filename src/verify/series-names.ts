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

/**
 * A series as a render target. Its name alone finds a tagged series too; Graphite's tag database is not asked, as it
 * learns of new series late and answers with every series that has the tags among others. What the target grammar
 * reads as its own is escaped, and so is a dot that has no neighbour on one side.
 */
export function formatTarget(name: string): string {
  return name.replace(/[(){},'"\\|]/g, '\\$&').replace(/^\.|\.(?=\.|$)/g, '\\.');
}
