import { collectTags } from '../collect/data/collect-item.ts';
import { parseYaml } from '../collect/data/parse-yaml.ts';
import { findTagFaults } from '../format/tags.ts';
import type { Faults } from '../model/faults.ts';
import type { Tags } from '../model/metric.ts';

/** The run's tags from a map or from YAML. Faults are collected, and there are then no tags. */
export async function resolveTags(written: Tags | string, faults: Faults): Promise<Tags> {
  let tree: unknown = written;
  if (typeof written === 'string') {
    const before = faults.count;
    tree = await parseYaml(written, 'tags', faults);
    if (faults.count > before || tree === undefined) return {};
  }
  const tags = collectTags(tree, 'tags', faults) ?? {};
  const found = findTagFaults(tags, 'tags');
  faults.addAll(found);
  return found.length === 0 ? tags : {};
}
