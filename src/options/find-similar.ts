import { computeEditDistance } from '../util/edit-distance.ts';

/** Longer than any option's name: what is written there may have any length. */
const MAX_LENGTH = 64;

/** `Did you mean metrics?` for a misspelt name of an option; nothing where none of `names` is like it. */
export function suggestName(written: string, names: readonly string[]): string | undefined {
  const wanted = toKey(written);
  if (wanted === '' || wanted.length > MAX_LENGTH) return undefined;
  const ranked = names.map((name) => ({ name, distance: measure(wanted, name) }));
  const least = Math.min(...ranked.map(({ distance }) => distance));
  // A third of a name may be wrong: beyond that two names have little in common.
  if (least > Math.max(1, Math.floor(wanted.length / 3))) return undefined;
  const nearest = ranked.filter(({ distance }) => distance === least).slice(0, 3);
  return `Did you mean ${nearest.map(({ name }) => name).join(' or ')}?`;
}

/** `data_file` and `dataFile` are `data-file`, and one of its words is as near as one wrong letter. */
function measure(wanted: string, name: string): number {
  const words = name.split('-');
  const isPart = words.length > 1 && words.some((word) => word === wanted || `${word}s` === wanted);
  return Math.min(computeEditDistance(wanted, toKey(name)), isPart ? 1 : Number.POSITIVE_INFINITY);
}

function toKey(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}
