import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectItem } from '../../../src/collect/data/collect-item.ts';
import { collectTree } from '../../../src/collect/data/collect-tree.ts';
import { collectTags } from '../../../src/collect/data/tags.ts';
import { formatFault } from '../../../src/model/errors.ts';
import { Faults } from '../../../src/model/faults.ts';
import { anyCharacter } from '../../rules/arbitraries.ts';

function gather<T>(body: (faults: Faults) => T): { made: T; faults: string[] } {
  const faults = new Faults();
  const made = body(faults);
  return { made, faults: faults.toError().faults.map(formatFault) };
}

const collect = (tree: unknown) => gather((faults) => [...collectTree(tree, { origin: 'data', faults })]);

describe('maps', () => {
  test.each([
    [{ a: 1 }, [['a', 1]]],
    [
      { a: { b: 1, c: { d: '2' } }, e: true },
      [
        ['a.b', 1],
        ['a.c.d', '2'],
        ['e', true],
      ],
    ],
    [
      new Map<string, unknown>([
        ['a', new Map([['b', 1]])],
        ['c', { d: 2 }],
      ]),
      [
        ['a.b', 1],
        ['c.d', 2],
      ],
    ],
    [{ 'a.b': { 'c.d': 1 } }, [['a.b.c.d', 1]]],
    [{ '': { '': 1 } }, [['.', 1]]],
    [
      { a: null, b: undefined },
      [
        ['a', null],
        ['b', undefined],
      ],
    ],
    [Object.assign(Object.create(null), { a: 1 }), [['a', 1]]],
    [
      JSON.parse('{"__proto__": 1, "constructor": {"prototype": 2}}'),
      [
        ['__proto__', 1],
        ['constructor.prototype', 2],
      ],
    ],
    [{}, []],
    [{ a: {} }, []],
    [new Map([[1, 2]]), [['1', 2]]],
  ])('%j', (tree, wanted) => {
    const { made, faults } = collect(tree);
    expect(faults).toEqual([]);
    expect(made).toEqual(wanted.map(([name, value]) => ({ origin: 'data', name, value })));
  });

  test('nest at most 100 deep', () => {
    const nest = (depth: number): unknown => (depth === 0 ? 1 : { a: nest(depth - 1) });
    expect(collect(nest(101))).toMatchObject({ made: [{ name: `${'a.'.repeat(100)}a` }], faults: [] });
    expect(collect(nest(102))).toEqual({
      made: [],
      faults: [expect.stringContaining('maps nest at most 100 deep')],
    });
    const circle: Record<string, unknown> = { b: 1 };
    circle['a'] = circle;
    expect(collect(circle).faults).toEqual([expect.stringContaining('maps nest at most 100 deep')]);
  });

  test('contain no lists', () => {
    expect(collect({ a: { b: [1] }, c: 1 })).toEqual({
      made: [{ origin: 'data', name: 'c', value: 1 }],
      faults: [expect.stringContaining('data, "a.b": a list inside a map is not a number')],
    });
  });

  test.each([null, undefined, 5, 'text', true, new Date(0), /x/, () => 1])('%j is not a map', (tree) => {
    expect(collect(tree)).toEqual({
      made: [],
      faults: [expect.stringContaining('data: metrics are a map of names')],
    });
  });

  test('any tree of texts has one metric for each leaf', () => {
    const key = fc.string({ unit: anyCharacter, maxLength: 4 });
    const { tree } = fc.letrec<{ tree: unknown; map: unknown }>((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, fc.string({ maxLength: 4 }), tie('map')),
      map: fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    }));
    const leaves = (node: unknown, path: readonly string[]): Array<[string, unknown]> =>
      typeof node === 'object' && node !== null
        ? Object.entries(node).flatMap(([name, value]) => leaves(value, [...path, name]))
        : [[path.join('.'), node]];
    fc.assert(
      fc.property(tree, (value) => {
        if (typeof value === 'string') return;
        const { made, faults } = collect(value);
        expect(faults).toEqual([]);
        expect(made.map((metric) => [metric.name, metric.value])).toEqual(leaves(value, []));
      }),
      { numRuns: 200 },
    );
  });
});

describe('lists', () => {
  test('have metric and value, and may have timestamp and tags', () => {
    const items = [
      { metric: 'a', value: 1 },
      { metric: 'b', value: 2, timestamp: 5, tags: { t: 1 } },
      new Map<string, unknown>([
        ['metric', 'c'],
        ['value', '3'],
        ['tags', new Map([['u', 'x']])],
      ]),
      ['d', 4],
      { metric: 5, value: undefined },
    ];
    expect(collect(items)).toEqual({
      made: [
        { origin: 'data, item 1', name: 'a', value: 1 },
        { origin: 'data, item 2', name: 'b', value: 2, timestamp: 5, tags: { t: '1' } },
        { origin: 'data, item 3', name: 'c', value: '3', tags: { u: 'x' } },
        { origin: 'data, item 4', name: 'd', value: 4 },
        { origin: 'data, item 5', name: '5', value: undefined },
      ],
      faults: [],
    });
  });

  test.each([
    [{ value: 1 }, 'an item needs the key metric'],
    [{ metric: 'a' }, 'an item needs the key value'],
    [
      { metric: 'a', value: 1, tag: {} },
      'an item has the keys metric, value, timestamp, tags and no other, got "tag"',
    ],
    [JSON.parse('{"metric": "a", "value": 1, "__proto__": 1}'), 'got "__proto__"'],
    [{ metric: { a: 1 }, value: 1 }, 'the metric of an item is a name'],
    [{ metric: ['a'], value: 1 }, 'the metric of an item is a name'],
    [{ metric: 'a', value: 1, tags: ['x'] }, 'tags are a map of names to texts'],
    [{ metric: 'a', value: 1, tags: { x: { y: 1 } } }, 'tags are a map of names to texts'],
    ['a', 'metrics are a map of names to numbers, or a list'],
    [5, 'or a list of {metric, value'],
    [null, 'or a list of {metric, value'],
    [['a'], 'or a list of {metric, value'],
    [['a', 1, 2], 'or a list of {metric, value'],
    [[1, 2], 'or a list of {metric, value'],
    [[], 'or a list of {metric, value'],
    [Object.create({ metric: 'a', value: 1 }), 'or a list of {metric, value'],
  ])('%j is a fault', (item, fault) => {
    const { faults } = gather((found) => collectItem(item, { origin: 'data, item 1', faults: found }));
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults[0]).toMatch(/^data, item 1/);
  });
});

test('reads tags by their source text', () => {
  const tags = (tree: unknown) => gather((faults) => collectTags(tree, { origin: 'tags', faults })).made;
  expect(tags(new Map([['v', '3.10']]))).toEqual({ v: '3.10' });
  expect(tags({ a: 1, b: true, c: 'x' })).toEqual({ a: '1', b: 'true', c: 'x' });
  expect(tags(undefined)).toBeUndefined();
  expect(Object.keys(tags(JSON.parse('{"__proto__": "x"}')) ?? {})).toEqual(['__proto__']);
});
