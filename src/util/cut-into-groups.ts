/** go-carbon reads 100 names of a pattern, and silently leaves out the others. */
const MAX_NAMES = 50;

/** Cuts the names of one parent into groups for Graphite's patterns. Joined by commas, a group has at most `maxCharacters`. */
export function cutIntoGroups(names: readonly string[], maxCharacters: number): readonly string[][] {
  const groups: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const name of names) {
    length += name.length + 1;
    if (length > maxCharacters || groups.at(-1)?.length === MAX_NAMES) {
      groups.push([]);
      length = name.length;
    }
    groups.at(-1)?.push(name);
  }
  return groups;
}
