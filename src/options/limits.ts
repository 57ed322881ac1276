import { parseYaml, type Tree } from '../collect/data/parse-yaml.ts';
import { parseTimestamp, parseValue } from '../format/parse-value.ts';
import { quote, toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { countNamePatterns, parseNamePatterns } from '../util/name-pattern.ts';
import type { Limit } from './find-limit.ts';

const EXAMPLE = `Write it like '**.duration_seconds': { max: 600, change: 10 % }.`;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** A pattern with few braces, which are not nested. */
const BRACES = /^(?!.{501})[^{}]*(?:\{[^{}]*\}[^{}]*){0,5}$/s;
/** A node of a pattern: what a path can have, also by `extra-characters`, and stars. */
const NODE = /^[\w:*!#$%&+<=>@^`~-]+$/;
const MAX_LIMITS = 1000;
/** What the braces of a pattern may stand for. */
const MAX_CHOICES = 1000;

/** How each key of a limit is parsed; undefined if the value is not understood. */
const KEYS: Readonly<
  Record<string, { readonly rule: string; read(text: string): Partial<Limit> | undefined }>
> = {
  better: {
    rule: 'better is lower, higher or neither',
    read: (text) =>
      text === 'lower' || text === 'higher' || text === 'neither' ? { better: text } : undefined,
  },
  kind: {
    rule: 'kind is exact or clock',
    read: (text) => (text === 'exact' || text === 'clock' ? { kind: text } : undefined),
  },
  change: {
    rule: 'change is a share such as "10 %", or an amount such as "5", and not below 0',
    read: (text) => {
      const [, share] = /^(.*?)\s*%$/.exec(text) ?? [];
      const number = parseNumber(share ?? text);
      if (number === undefined || number < 0) return undefined;
      const leastChange =
        share === undefined ? { relative: 0, absolute: number } : { relative: number / 100, absolute: 0 };
      return { leastChange };
    },
  },
  min: { rule: 'min is a number', read: (text) => toLimit('min', parseNumber(text)) },
  max: { rule: 'max is a number', read: (text) => toLimit('max', parseNumber(text)) },
  since: {
    rule: 'since is a date such as 2026-11-28, or a time with its zone',
    read: (text) => {
      const [date] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
      // Not a number: 20261128 is a second of 1970.
      if (date === undefined) return undefined;
      const parsed = parseTimestamp(text === date ? `${date}T00:00Z` : text);
      return 'ok' in parsed ? { since: parsed.ok } : undefined;
    },
  },
  check: {
    rule: 'check is true or false',
    read: (text) => (text === 'true' || text === 'false' ? { check: text === 'true' } : undefined),
  },
};

/** Reads `limits`: a map of patterns, or its YAML. Faults are collected, and name the pattern and the key. */
export async function parseLimits(written: unknown, faults: Faults): Promise<readonly Limit[]> {
  const text = toYaml(written);
  const tree = text === undefined ? '' : await parseYaml(text, { origin: 'limits', faults });
  if (tree === undefined) return [];
  if (!(tree instanceof Map)) {
    const value = text ?? toText(written);
    faults.add({ location: 'limits', rule: 'it is a map of patterns to limits', value, cure: EXAMPLE });
    return [];
  }
  if (tree.size > MAX_LIMITS) {
    faults.add({
      location: 'limits',
      rule: `it has at most ${MAX_LIMITS} patterns`,
      cure: 'Use "*" and "**".',
    });
    return [];
  }
  return [...(tree as ReadonlyMap<string, Tree>)].map((row) => parseLimit(row, faults));
}

/** JSON is YAML. Undefined if the value can be neither. */
function toYaml(written: unknown): string | undefined {
  if (typeof written === 'string') return written;
  try {
    return JSON.stringify(written, (_, value: unknown) => toPlain(value));
  } catch {
    return undefined;
  }
}

/** What JSON would change or leave out. */
function toPlain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  return typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))
    ? String(value)
    : value;
}

function parseLimit([pattern, value]: readonly [string, Tree], faults: Faults): Limit {
  const location = `limits, ${quote(pattern)}`;
  const isBounded = BRACES.test(pattern) && countNamePatterns(pattern) <= MAX_CHOICES;
  const patterns = isBounded ? parseNamePatterns(pattern) : [];
  if (patterns.length === 0 || !patterns.flat().every((node) => NODE.test(node))) {
    const rule =
      'a pattern is a dotted path with "*", "**" and "{a,b}", and only characters that a path can have';
    faults.add({ location, rule, cure: EXAMPLE });
    return { pattern, patterns: [], check: true };
  }
  const limit: Limit = { pattern, patterns, check: true };
  if (!(value instanceof Map)) {
    faults.add({
      location,
      rule: 'a limit is a map',
      ...(typeof value === 'string' ? { value } : {}),
      cure: EXAMPLE,
    });
    return limit;
  }
  const found: Partial<Limit> = {};
  for (const [key, given] of value as ReadonlyMap<string, Tree>) {
    const row = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    const text = typeof given === 'string' ? given.trim() : '';
    const read = row?.read(text);
    if (row === undefined) {
      const cure = `Use one of ${Object.keys(KEYS).join(', ')}.`;
      faults.add({ location, rule: 'there is no such key', value: key, cure });
    } else if (read === undefined) faults.add({ location, rule: row.rule, value: text, cure: EXAMPLE });
    else Object.assign(found, read);
  }
  if (found.min !== undefined && found.max !== undefined && found.min > found.max) {
    faults.add({
      location,
      rule: 'min is not above max',
      value: `${found.min} and ${found.max}`,
      cure: 'Exchange them.',
    });
  }
  return { ...limit, ...found };
}

function toLimit(name: 'min' | 'max', number: number | undefined): Partial<Limit> | undefined {
  return number === undefined ? undefined : { [name]: number };
}

function parseNumber(text: string): number | undefined {
  const parsed = NUMBER.test(text.trim()) ? parseValue(text) : undefined;
  return parsed !== undefined && 'ok' in parsed ? parsed.ok : undefined;
}
