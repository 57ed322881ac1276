/** Longer than any option's name, because the written name may have any length. */
const MAX_LENGTH = 64;

/** `Did you mean metrics?` for a misspelt name; undefined if none of `names` is similar. */
export function suggestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const wanted = toKey(written);
  if (wanted === '') return undefined;
  const ranked = names.map((name) => ({ name, distance: measure(written, name) }));
  const least = Math.min(...ranked.map(({ distance }) => distance));
  if (least > allowed(wanted)) return undefined;
  const nearest = ranked.filter(({ distance }) => distance === least).slice(0, 3);
  return `Did you mean ${nearest.map(({ name }) => name).join(' or ')}?`;
}

/** `data_file` and `dataFile` count as `data-file`, and some of its words are as close as one wrong letter. */
function measure(written: string, name: string): number {
  const [wanted, key] = [toKey(written), toKey(name)];
  const words = toWords(name);
  const parts = toWords(written);
  const isPart =
    parts.length < words.length &&
    parts.every((part) => words.some((word) => word === part || `${word}s` === part));
  if (isPart) return 1;
  // Names of very different lengths need no table: they differ by at least so many letters.
  const leastDistance = Math.abs(wanted.length - key.length);
  return leastDistance > allowed(wanted) ? leastDistance : computeEditDistance(wanted, key);
}

/** At most a third of the letters may differ; beyond that, names are not similar. */
function allowed(wanted: string): number {
  return Math.max(1, Math.floor(wanted.length / 3));
}

function toWords(name: string): readonly string[] {
  return name.toLowerCase().split(/[-_. ]/);
}

function toKey(name: string): string {
  return toWords(name).join('');
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
