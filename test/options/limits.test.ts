import { describe, expect, test } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import { findLimit, type Limit } from '../../src/options/find-limit.ts';
import { parseLimits } from '../../src/options/limits.ts';

async function parse(written: unknown): Promise<{ limits: readonly Limit[]; faults: string[] }> {
  const faults = new Faults();
  const limits = await parseLimits(written, faults);
  const error = faults.count === 0 ? undefined : faults.toError();
  return { limits, faults: (error?.faults ?? []).map(({ location, rule }) => `${location}: ${rule}`) };
}

function createCircle(): object {
  const circle: Record<string, unknown> = {};
  circle['a'] = circle;
  return circle;
}

describe('limits', () => {
  test.each<[string, unknown, object]>([
    ['better', 'a: { better: higher }', { better: 'higher' }],
    ['a share', 'a: { change: 10 % }', { leastChange: { relative: 0.1, absolute: 0 } }],
    ['a share without a blank', "a: { change: '2.5%' }", { leastChange: { relative: 0.025, absolute: 0 } }],
    ['an amount', 'a: { change: 5 }', { leastChange: { relative: 0, absolute: 5 } }],
    ['min and max', 'a: { min: -1, max: 1e3 }', { min: -1, max: 1000 }],
    ['a date', 'a: { since: 2026-11-28 }', { since: Date.UTC(2026, 10, 28) / 1000 }],
    ['a time', 'a: { since: 2026-11-28T12:00+01:00 }', { since: Date.UTC(2026, 10, 28, 11) / 1000 }],
    [
      'a time in small letters',
      'a: { since: 2026-11-28t11:00z }',
      { since: Date.UTC(2026, 10, 28, 11) / 1000 },
    ],
    ['check', 'a: { check: false }', { check: false }],
    ['kind', 'a: { kind: clock }', { kind: 'clock' }],
    ['a map', { a: { max: 5, check: true } }, { max: 5, check: true }],
    ['a Map', new Map([['a', new Map([['max', 5]])]]), { max: 5 }],
    ['a number that JSON has not', { a: { max: 5n } }, { max: 5 }],
    ['JSON', '{"a": {"max": 5}}', { max: 5 }],
  ])('%s', async (_, written, limit) => {
    const { limits, faults } = await parse(written);
    expect(faults).toEqual([]);
    expect(limits).toEqual([{ pattern: 'a', check: true, patterns: [['a']], ...limit }]);
  });

  test.each<[string, unknown, RegExp]>([
    ['no map', '- a', /^limits: it is a map of patterns/],
    ['a number', 5, /^limits: it is a map of patterns/],
    ['a circle', createCircle(), /^limits: it is a map of patterns/],
    ['a limit that is no map', 'a: 5', /^limits, "a": a limit is a map/],
    ['an unknown key', 'a: { mx: 5 }', /^limits, "a": there is no such key/],
    ['a key of every object', 'a: { constructor: 5 }', /^limits, "a": there is no such key/],
    ['a word for a number', 'a: { max: many }', /^limits, "a": max is a number/],
    ['infinity', 'a: { max: 1e999 }', /^limits, "a": max is a number/],
    ['a change below 0', 'a: { change: -5 % }', /^limits, "a": change is a share/],
    ['a date that no calendar has', 'a: { since: 2026-13-01 }', /^limits, "a": since is a date/],
    ['a day that its month has not', 'a: { since: 2026-02-30 }', /^limits, "a": since is a date/],
    ['a day as a number', 'a: { since: 20261128 }', /^limits, "a": since is a date/],
    ['a time without a zone', 'a: { since: 2026-11-28T12:00 }', /^limits, "a": since is a date/],
    ['a limit that becomes infinite', 'a: { max: 1e400 }', /^limits, "a": max is a number/],
    ['min above max', 'a: { min: 5, max: 1 }', /^limits, "a": min is not above max/],
    ['a pattern with a blank', '"a b": { max: 1 }', /^limits, "a b": a pattern is a dotted path/],
    ['a pattern with an empty node', '"a..b": { max: 1 }', /^limits, "a..b": a pattern is a dotted path/],
    ['a pattern that ends with a dot', '"a.": { max: 1 }', /^limits, "a.": a pattern is a dotted path/],
    ['an empty choice', '"{a,}.b": { max: 1 }', /^limits, ".+": a pattern is a dotted path/],
    ['a letter that no path has', '"größe": { max: 1 }', /^limits, "größe": a pattern is a dotted path/],
    ['a pattern of another kind', '"a.[bc]": { max: 1 }', /^limits, "a.\[bc\]": a pattern is a dotted path/],
    ['choices in choices', '"{a,{b}}": { max: 1 }', /^limits, ".+": a pattern is a dotted path/],
    [
      'braces for very many paths',
      `"${`{${'a,'.repeat(40)}a}`.repeat(5)}": { max: 1 }`,
      /^limits, ".+ a pattern is a dotted path/,
    ],
    ['braces without end', '"{a": { max: 1 }', /^limits, "\{a": a pattern is a dotted path/],
    [
      'more choices than anyone needs',
      `"${'{a,b}'.repeat(6)}": { max: 1 }`,
      /^limits, ".+": a pattern is a dotted path/,
    ],
    ['no YAML', 'a: [', /^limits: /],
  ])('%s is a fault', async (_, written, message) => {
    const { faults } = await parse(written);
    expect(faults).toEqual([expect.stringMatching(message)]);
  });

  test.each(['**.bytes: { max: 5 }', '{ **.bytes: { max: 5 } }', '*: { max: 5 }'])(
    'asks for quotes around a pattern that starts with a star: %s',
    async (written) => {
      const faults = new Faults();
      await parseLimits(written, faults);
      expect(faults.list.map(({ cure }) => cure)).toEqual(['Put a name that starts with "*" in quotes.']);
    },
  );

  test('understands the example of its own faults', async () => {
    const faults = new Faults();
    await parseLimits('a: 5', faults);
    const [, example] = /^Write it like (.*)\.$/.exec(faults.list[0]?.cure ?? '') ?? [];
    expect(await parse(example)).toMatchObject({ faults: [], limits: [{ max: 600 }] });
  });

  test('reports every fault', async () => {
    const { faults } = await parse('{ a: { max: x, min: y }, b: 1 }');
    expect(faults).toHaveLength(3);
  });

  test('uses the first match', async () => {
    const { limits } = await parse('{ "**.bytes": { max: 1 }, "size.**": { max: 2 } }');
    expect(findLimit(limits, { nodes: ['ci', 'x', 'size', 'a', 'bytes'], prefixNodes: 2 })?.max).toBe(1);
    expect(findLimit(limits, { nodes: ['ci', 'x', 'size', 'a', 'files'], prefixNodes: 2 })?.max).toBe(2);
    expect(findLimit(limits, { nodes: ['ci', 'size', 'a'], prefixNodes: 2 })).toBeUndefined();
  });
});
