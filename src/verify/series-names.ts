import { sha256 } from '../util/sha256.ts';

/** go-carbon reads 100 names of a pattern, and silently leaves out the others. */
const MAX_NAMES = 50;
/** Some servers refuse longer targets. */
const MAX_CHARACTERS = 4_000;

/**
 * The names under which a receiver may store a series: as carbon-cache writes it, and as it was sent if that differs.
 * carbon-cache sorts the parts `tag=value` as text, keeps the last of two tags with one name, and removes `~` at the
 * start.
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

/** The path of the file in which Carbon and go-carbon keep a tagged series, as a name. */
export function hashedName(stored: string): string {
  const hash = sha256(stored);
  return ['_tagged', hash.slice(0, 3), hash.slice(3, 6), hash].join('.');
}

/**
 * A series as a render target. The name alone also finds a tagged series. Graphite's tag database is not used: it
 * learns of new series late and returns every series that has the tags among others. Characters of the target grammar
 * are escaped, and so is a dot without a neighbour on one side.
 */
export function formatTarget(name: string): string {
  return name.replace(/[(){},'"\\|]/g, '\\$&').replace(/^\.|\.(?=\.|$)/g, '\\.');
}

/** The last nodes of names below a parent, in groups that fit in one target `parent{one,other}`. */
export function cutIntoGroups(nodes: readonly string[], parent: string): readonly string[][] {
  const groups: string[][] = [];
  let left = { names: 0, characters: 0 };
  for (const node of nodes) {
    if (left.names === 0 || left.characters < node.length) {
      groups.push([]);
      left = { names: MAX_NAMES, characters: MAX_CHARACTERS - parent.length };
    }
    left = { names: left.names - 1, characters: left.characters - node.length - 1 };
    groups.at(-1)?.push(node);
  }
  return groups;
}
