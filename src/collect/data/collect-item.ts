import { type Problem, quote, toText } from '../../model/errors.ts';
import { Faults, type InputPart } from '../../model/faults.ts';
import type { WrittenMetric } from '../../model/metric.ts';
import { suggestName } from '../../util/suggest-name.ts';
import { collectTags } from './tags.ts';
import { Flaw, isPlainObject, isScalar } from './tree-map.ts';

export const SHAPE_RULE =
  'metrics are a map of names to numbers, or a list of {metric, value, timestamp, tags}';
/** The keys of an item. */
export const KEYS: ReadonlySet<string> = new Set(['metric', 'value', 'timestamp', 'tags']);

/** One `{metric, value, timestamp?, tags?}`, or a `[name, value]` pair. */
export function collectItem(item: unknown, part: InputPart): WrittenMetric | undefined {
  return createItemCollector(part)(item);
}

/**
 * Collects one item after the other. It returns the same object each time, valid until the next call. An object for
 * each of a million items would be a fifth of all garbage.
 */
export function createItemCollector({
  origin,
  faults,
}: InputPart): (item: unknown) => WrittenMetric | undefined {
  const metric: Mutable<WrittenMetric> = {
    origin,
    name: '',
    value: undefined,
    timestamp: undefined,
    tags: undefined,
  };
  const target = { metric, faults };
  return (item) => {
    if (isPlainObject(item)) return collectFields(item, target);
    if (item instanceof Map) return collectFields(Object.fromEntries(item) as Fields, target);
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
  { metric: collected, faults }: { readonly metric: Mutable<WrittenMetric>; readonly faults: Faults },
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
  collected.tags = collectTags(tags, { origin: `${origin}, tags`, faults: found });
  if (found.count === 0) return collected;
  for (const one of found.toError().faults) faults.add({ ...one, metric: collected.name });
  return undefined;
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
