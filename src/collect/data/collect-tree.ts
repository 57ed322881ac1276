import { quote, toText } from '../../model/errors.ts';
import type { InputPart } from '../../model/faults.ts';
import type { WrittenMetric } from '../../model/metric.ts';
import { collectItem, KEYS, SHAPE_RULE } from './collect-item.ts';
import { entriesOf, Flaw, isMap, type TreeMap } from './tree-map.ts';

const MAX_DEPTH = 100;
const DASHES_CURE = 'Leave the dashes ("- ") out: a map has "name: number" lines.';

/** The metrics of a map (nested maps joined by dots) or of a list of `{metric, value, timestamp?, tags?}`. */
export function* collectTree(tree: unknown, { origin, faults }: InputPart): Generator<WrittenMetric> {
  if (Array.isArray(tree)) {
    const first = findOnlyKey(tree[0]);
    if (first !== undefined && tree.every((item) => findOnlyKey(item) !== undefined)) {
      faults.add({
        location: origin,
        rule: 'a list has items with the keys metric and value',
        value: first,
        cure: DASHES_CURE,
      });
      return;
    }
    for (const [index, item] of tree.entries()) {
      const metric = collectItem(item, { origin: `${origin}, item ${index + 1}`, faults });
      if (metric !== undefined) yield metric;
    }
  } else if (isMap(tree)) {
    yield* collectMap(tree, { origin, faults, prefix: '', depth: 0 });
  } else if (tree instanceof Flaw) {
    faults.add({ location: origin, ...tree });
  } else {
    const text = toText(tree);
    const blank = /^[^\s:]+:[^\s:]/.test(text) ? ', with a blank behind the colon' : '';
    faults.add({ location: origin, rule: SHAPE_RULE, value: text, cure: `Write "name: number"${blank}.` });
  }
}

/** The only key of a map, unless it is a key of a metric: `- a: 1` is meant as a line of a map. */
function findOnlyKey(item: unknown): string | undefined {
  if (!isMap(item)) return undefined;
  const keys = item instanceof Map ? [...item.keys()].map(toText) : Object.keys(item);
  const [key] = keys;
  return keys.length === 1 && key !== undefined && !KEYS.has(key) ? key : undefined;
}

function* collectMap(
  map: TreeMap,
  within: InputPart & { readonly prefix: string; readonly depth: number },
): Generator<WrittenMetric> {
  const { origin, faults, prefix, depth } = within;
  if (depth > MAX_DEPTH) {
    faults.add({
      location: origin,
      rule: `maps nest at most ${MAX_DEPTH} deep`,
      value: prefix,
      cure: 'Flatten them.',
      metric: prefix,
    });
    return;
  }
  for (const [key, value] of entriesOf(map)) {
    const name = depth === 0 ? key : `${prefix}.${key}`;
    if (value instanceof Flaw) {
      faults.add({ location: `${origin}, ${quote(name)}`, ...value, metric: name });
    } else if (isMap(value)) {
      yield* collectMap(value, { ...within, prefix: name, depth: depth + 1 });
    } else if (Array.isArray(value)) {
      const cure = 'Give each number a name, or make the whole data a list of {metric, value}.';
      faults.add({
        location: `${origin}, ${quote(name)}`,
        rule: 'a list inside a map is not a number',
        cure,
        metric: name,
      });
    } else {
      yield { origin, name, value };
    }
  }
}
