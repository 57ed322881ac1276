import type { Faults } from '../model/faults.ts';

/** The tags of `name=value` flags; a fault is collected. */
export function toTags(pairs: readonly string[], faults: Faults): Record<string, string> {
  const tags: Array<[string, string]> = [];
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split('=');
    if (rest.length === 0)
      faults.add({ location: '--tag', rule: 'a tag is name=value', value: pair, cure: 'Add "=value".' });
    else if (tags.some(([earlier]) => earlier === name))
      faults.add({ location: '--tag', rule: 'a tag is given once', value: pair, cure: 'Keep one.' });
    else tags.push([name, rest.join('=')]);
  }
  return Object.fromEntries(tags);
}

/** The globs of `name=glob` flags; undefined without flags. A repeated name has several globs. */
export function toSizes(pairs: readonly string[], faults: Faults): Record<string, string[]> | undefined {
  const sizes = new Map<string, string[]>();
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split('=');
    if (rest.length === 0)
      faults.add({
        location: '--size',
        rule: 'a size is name=glob',
        value: pair,
        cure: 'Add "=" and the files.',
      });
    else sizes.set(name, [...(sizes.get(name) ?? []), rest.join('=')]);
  }
  return sizes.size === 0 ? undefined : Object.fromEntries(sizes);
}
