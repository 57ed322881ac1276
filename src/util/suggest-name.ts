/** Longer than any option's name, because the written name may have any length. */
const MAX_LENGTH = 64;

/** `Did you mean metrics?` for a misspelt name; undefined if none of `names` is similar. */
export function suggestName(written: string, names: readonly string[]): string | undefined {
  const wanted = toKey(written);
  if (wanted === '' || wanted.length > MAX_LENGTH) return undefined;
  const ranked = names.map((name) => ({ name, distance: measure(wanted, name) }));
  const least = Math.min(...ranked.map(({ distance }) => distance));
  // At most a third of the letters may differ; beyond that, names are not similar.
  if (least > Math.max(1, Math.floor(wanted.length / 3))) return undefined;
  const nearest = ranked.filter(({ distance }) => distance === least).slice(0, 3);
  return `Did you mean ${nearest.map(({ name }) => name).join(' or ')}?`;
}

/** `data_file` and `dataFile` count as `data-file`, and one of its words is as close as one wrong letter. */
function measure(wanted: string, name: string): number {
  const words = name.split('-');
  const isPart = words.length > 1 && words.some((word) => word === wanted || `${word}s` === wanted);
  return Math.min(computeEditDistance(wanted, toKey(name)), isPart ? 1 : Number.POSITIVE_INFINITY);
}

function toKey(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** The number of characters to add, remove, replace or swap with a neighbour to turn one text into the other. */
function computeEditDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[line - 1] === to[column - 1];
      const isSwapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      const costs = [
        (row[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (row[column - 1] ?? 0) + (isSame ? 0 : 1),
        ...(isSwapped && line > 1 ? [(before[column - 2] ?? 0) + 1] : []),
      ];
      next.push(Math.min(...costs));
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
