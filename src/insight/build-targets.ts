import { cutIntoGroups, formatTarget } from '../verify/series-names.ts';

/** Characters that mean something in a render target. */
const SPECIAL = /[^\w.:@#$%&+=^~!<>-]/;
/**
 * carbonapi refuses a name with one of these, and wants an escape that graphite-web does not know. Both take a pattern,
 * which may find other names as well.
 */
const REFUSED = /[+=!~`]/g;
/** carbonapi takes this start of a name for that of a number, except in braces. */
const NUMERIC = /^[\d-][^.{]*/;

/**
 * Render targets that find all paths, and perhaps others. Paths with a common parent are grouped in braces, which
 * Graphite answers in half the time of single targets.
 */
export function buildTargets(paths: readonly string[]): readonly string[] {
  const byParent = new Map<string, string[]>();
  const targets: string[] = [];
  for (const path of paths) {
    const end = path.lastIndexOf('.');
    if (end === -1 || SPECIAL.test(path)) targets.push(formatTarget(path));
    else {
      const parent = path.slice(0, end);
      const names = byParent.get(parent);
      if (names === undefined) byParent.set(parent, [path.slice(end + 1)]);
      else names.push(path.slice(end + 1));
    }
  }
  for (const [parent, names] of byParent) {
    for (const group of cutIntoGroups(names, parent)) {
      targets.push(
        group.length === 1 ? formatTarget(`${parent}.${group[0]}`) : `${parent}.{${group.join(',')}}`,
      );
    }
  }
  return targets.map((target) => target.replace(REFUSED, '?').replace(NUMERIC, '{$&}'));
}
