const GAP = '  ';
/** A shorter path would be useless. */
const LEAST_PATH_CHARACTERS = 20;

/** A row: a path, and cells. */
export type TextRow = readonly [path: string, ...cells: readonly string[]];

/**
 * Aligns rows with equally many cells. The cells of the columns `numbers`, counted from the path as 0, are aligned at
 * the right. The paths are cut to fit in `columns` characters.
 */
export function alignRows(
  rows: readonly TextRow[],
  {
    numbers,
    columns = Number.POSITIVE_INFINITY,
  }: { numbers: readonly number[]; columns?: number | undefined },
): readonly string[] {
  const [widestPath = 0, ...widths] = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  const room = columns - widths.reduce((sum, width) => sum + GAP.length + width, 0);
  const pathWidth = Math.min(widestPath, Math.max(LEAST_PATH_CHARACTERS, room));
  return rows.map(([path, ...cells]) => {
    const padded = cells.map((cell, index) => {
      const width = widths[index] ?? 0;
      return numbers.includes(index + 1) ? cell.padStart(width) : cell.padEnd(width);
    });
    return [cutStart(path, pathWidth).padEnd(pathWidth), ...padded].join(GAP).trimEnd();
  });
}

/** A path in at most `maxCharacters`. Its end distinguishes metrics, so its start is cut. */
export function cutStart(path: string, maxCharacters: number): string {
  if (path.length <= maxCharacters) return path;
  return `…${[...path].slice(1 - maxCharacters).join('')}`;
}
