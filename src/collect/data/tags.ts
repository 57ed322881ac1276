import { findTagFaults } from '../../format/tags.ts';
import { quote, toText } from '../../model/errors.ts';
import type { Faults, InputPart } from '../../model/faults.ts';
import type { Tags } from '../../model/metric.ts';
import { parseYaml } from './parse-yaml.ts';
import { entriesOf, Flaw, isMap, isScalar } from './tree-map.ts';

/** The tags of a run from a map or from YAML. Faults are collected, and there are then no tags. */
export async function parseTags(written: Tags | string, faults: Faults): Promise<Tags> {
  const part = { origin: 'tags', faults };
  let tree: unknown = written;
  if (typeof written === 'string') {
    const before = faults.count;
    tree = await parseYaml(written, part);
    if (faults.count > before || tree === undefined) return {};
  }
  const tags = collectTags(tree, part) ?? {};
  const found = findTagFaults(tags, part.origin);
  faults.addAll(found);
  return found.length === 0 ? tags : {};
}

/** A map of tags whose values are scalars; undefined if there are no tags. */
export function collectTags(tree: unknown, { origin, faults }: InputPart): Tags | undefined {
  if (tree === undefined) return undefined;
  const entries = isMap(tree) ? [...entriesOf(tree)] : undefined;
  const flaws = (entries ?? []).filter((entry): entry is [string, Flaw] => entry[1] instanceof Flaw);
  for (const [name, flaw] of flaws) faults.add({ location: `${origin}, ${quote(name)}`, ...flaw });
  if (flaws.length > 0) return undefined;
  if (entries === undefined || !entries.every(([, value]) => isScalar(value))) {
    faults.add({ location: origin, rule: 'tags are a map of names to texts', cure: 'Write "name: text".' });
    return undefined;
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, toText(value)]));
}
