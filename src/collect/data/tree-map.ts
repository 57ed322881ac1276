import { toText } from '../../model/errors.ts';

/** A map of names to values, as parsed YAML or an object has it. */
export type TreeMap = ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>;

/** An iterator, so that a map of a million numbers is not copied. */
export function* entriesOf(map: TreeMap): Generator<[string, unknown]> {
  if (map instanceof Map) for (const [key, value] of map) yield [toText(key), value];
  else for (const key of Object.keys(map)) yield [key, (map as Readonly<Record<string, unknown>>)[key]];
}

export function isMap(value: unknown): value is TreeMap {
  return isPlainObject(value) || value instanceof Map;
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null || value instanceof Date;
}

/** Takes the place of a value of a tree that cannot be understood: the rule that is broken, and the cure. */
export class Flaw {
  readonly rule: string;
  readonly cure: string;

  constructor(rule: string, cure: string) {
    this.rule = rule;
    this.cure = cure;
  }
}
