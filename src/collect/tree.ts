import { type Problem, quote, toText } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Tags, WrittenMetric } from '../model/metric.ts';
import { suggestName } from '../util/suggest-name.ts';

const MAX_DEPTH = 100;
const SHAPE_RULE = 'metrics are a map of names to numbers, or a list of {metric, value, timestamp, tags}';
const DASHES_CURE = 'Leave the dashes ("- ") out: a map has "name: number" lines.';

/** Takes the place of a value of a tree that cannot be understood: the rule that is broken, and the cure. */
export class Flaw {
  readonly rule: string;
  readonly cure: string;

  constructor(rule: string, cure: string) {
    this.rule = rule;
    this.cure = cure;
  }
}

/** The metrics of a map (nested maps joined by dots) or of a list of `{metric, value, timestamp?, tags?}`. */
export function* collectTree(tree: unknown, origin: string, faults: Faults): Generator<WrittenMetric> {
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
      const metric = collectItem(item, `${origin}, item ${index + 1}`, faults);
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

/** One `{metric, value, timestamp?, tags?}`, or a `[name, value]` pair. */
export function collectItem(item: unknown, origin: string, faults: Faults): WrittenMetric | undefined {
  return createItemCollector(origin, faults)(item);
}

/**
 * Collects one item after the other. It returns the same object each time, valid until the next call. An object for
 * each of a million items would be a fifth of all garbage.
 */
export function createItemCollector(
  origin: string,
  faults: Faults,
): (item: unknown) => WrittenMetric | undefined {
  const metric: Mutable<WrittenMetric> = {
    origin,
    name: '',
    value: undefined,
    timestamp: undefined,
    tags: undefined,
  };
  return (item) => {
    if (isPlainObject(item)) return collectFields(item, metric, faults);
    if (item instanceof Map) return collectFields(Object.fromEntries(item) as Fields, metric, faults);
    if (Array.isArray(item) && item.length === 2 && typeof item[0] === 'string') {
      [metric.name, metric.value] = item as [string, unknown];
      metric.timestamp = undefined;
      metric.tags = undefined;
      return metric;
    }
    if (item instanceof Flaw) {
      faults.add({ location: origin, ...item, metric: '' });
      return undefined;
    }
    const cure = 'Write {metric: name, value: number}.';
    faults.add({ location: origin, rule: SHAPE_RULE, value: toText(item), cure, metric: toText(item) });
    return undefined;
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function collectFields(
  fields: Fields,
  collected: Mutable<WrittenMetric>,
  faults: Faults,
): WrittenMetric | undefined {
  const { origin } = collected;
  const fault = findFieldFault(fields);
  if (fault !== undefined) {
    faults.add({ location: origin, ...fault, metric: toText(fields.metric ?? '') });
    return undefined;
  }
  const { metric, value, timestamp, tags } = fields;
  collected.name = typeof metric === 'string' ? metric : toText(metric);
  collected.value = value;
  collected.timestamp = timestamp;
  collected.tags = undefined;
  if (tags === undefined) return collected;
  const found = new Faults();
  collected.tags = collectTags(tags, `${origin}, tags`, found);
  if (found.count === 0) return collected;
  for (const one of found.toError().faults) faults.add({ ...one, metric: collected.name });
  return undefined;
}

/** A map of tags whose values are scalars; undefined if there are no tags. */
export function collectTags(tree: unknown, origin: string, faults: Faults): Tags | undefined {
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

const KEYS: ReadonlySet<string> = new Set(['metric', 'value', 'timestamp', 'tags']);

type TreeMap = ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>;

function* collectMap(
  map: TreeMap,
  within: {
    readonly origin: string;
    readonly faults: Faults;
    readonly prefix: string;
    readonly depth: number;
  },
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

interface Fields {
  readonly metric?: unknown;
  readonly value?: unknown;
  readonly timestamp?: unknown;
  readonly tags?: unknown;
}

function findFieldFault(fields: Fields): Problem | undefined {
  for (const key in fields) {
    const field = (fields as Readonly<Record<string, unknown>>)[key];
    if (field instanceof Flaw) return { rule: `${field.rule}: ${quote(key)}`, cure: field.cure };
    if (key !== 'metric' && key !== 'value' && key !== 'timestamp' && key !== 'tags') {
      const cure = suggestName(key, [...KEYS]) ?? 'Correct its spelling, or remove it.';
      return { rule: `an item has the keys metric, value, timestamp, tags and no other`, value: key, cure };
    }
  }
  if (fields.metric === undefined)
    return { rule: 'an item needs the key metric', cure: 'Add "metric: name".' };
  if (!('value' in fields)) return { rule: 'an item needs the key value', cure: 'Add "value: number".' };
  if (!isScalar(fields.metric))
    return { rule: 'the metric of an item is a name', cure: 'Write "metric: name".' };
  return undefined;
}

/** An iterator, so that a map of a million numbers is not copied. */
function* entriesOf(map: TreeMap): Generator<[string, unknown]> {
  if (map instanceof Map) for (const [key, value] of map) yield [toText(key), value];
  else for (const key of Object.keys(map)) yield [key, (map as Readonly<Record<string, unknown>>)[key]];
}

function isMap(value: unknown): value is TreeMap {
  return isPlainObject(value) || value instanceof Map;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null || value instanceof Date;
}
