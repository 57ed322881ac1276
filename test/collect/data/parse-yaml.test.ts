import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as yaml from 'yaml';
import { DOCUMENT_LIMITS, isTooLong } from '../../../src/collect/data/compose-yaml.ts';
import { parseMetrics, parseYaml, type Tree } from '../../../src/collect/data/parse-yaml.ts';
import { Flaw } from '../../../src/collect/data/tree-map.ts';
import { formatFault } from '../../../src/model/errors.ts';
import { Faults } from '../../../src/model/faults.ts';
import { anyCharacter, anyScalar } from '../../rules/arbitraries.ts';
import { nameCase, type RuleCase, readCases } from '../../rules/case-tables.ts';

/** A tree of texts, with maps as pairs, because an object would lose a key named `__proto__`. */
type Pairs = string | readonly Pairs[] | { readonly pairs: ReadonlyArray<readonly [string, Pairs]> };

function toPairs(tree: Tree): Pairs {
  if (typeof tree === 'string') return tree;
  if (!(tree instanceof Map)) return (tree as readonly Tree[]).map(toPairs);
  return { pairs: [...(tree as ReadonlyMap<string, Tree>)].map(([key, value]) => [key, toPairs(value)]) };
}

function toJson(tree: unknown): Pairs {
  if (typeof tree === 'string') return tree;
  if (Array.isArray(tree)) return tree.map(toJson);
  return { pairs: Object.entries(tree as object).map(([key, value]) => [key, toJson(value)]) };
}

async function parse(text: string): Promise<{ tree: Tree | undefined; faults: string[]; count: number }> {
  const faults = new Faults();
  const tree = await parseYaml(text, { origin: 'data', faults });
  return { tree, faults: faults.toError().faults.map(formatFault), count: faults.count };
}

const cases = readCases<RuleCase & { text: string; tree: unknown }>(
  new URL('./parse-yaml.cases.json', import.meta.url),
);

test.each(cases.map((one) => [nameCase(one), one] as const))('%s', async (_, { text, tree }) => {
  const parsed = await parse(text);
  expect(parsed.faults).toEqual([]);
  expect(toPairs(parsed.tree as Tree)).toEqual(toJson(tree));
});

test.each(['', ' ', '\n\n', '# only this', '\ufeff'])('%j has no data', async (text) => {
  expect(await parse(text)).toEqual({ tree: undefined, faults: [], count: 0 });
});

test.each([
  ['numbers', `[${'1,'.repeat(500)}]`, true],
  ['keys', '? \n'.repeat(500), true],
  ['letters', `a: ${'x'.repeat(5000)}`, true],
  ['fewer numbers', `[${'1,'.repeat(300)}]`, false],
  ['fewer letters', `a: ${'x'.repeat(4900)}`, false],
])('whether a document of very many %s is too long', (_, text, isRefused) => {
  expect(isTooLong(text, { yaml, limits: { bytes: 5000, tokens: 1000 } })).toBe(isRefused);
});

test('a document that is too long is one fault, which gives the limits', async () => {
  expect(DOCUMENT_LIMITS).toEqual({ bytes: 64 * 1024 * 1024, tokens: 2_000_000 });
  expect(await parse(`a: ${'x'.repeat(DOCUMENT_LIMITS.bytes)}`)).toEqual({
    tree: undefined,
    faults: [expect.stringMatching(/^data: a document of YAML or JSON has at most 64 MiB, and 2 million /)],
    count: 1,
  });
});

test('accepts a document of twenty thousand long names', async () => {
  const names = Array.from({ length: 20_000 }, (_, index) => [`a.long.name.of.a.metric.${index}`, index]);
  const { tree, faults } = await parse(JSON.stringify(Object.fromEntries(names)));
  expect([faults, (tree as ReadonlyMap<string, Tree>).size]).toEqual([[], 20_000]);
});

test.each([
  ['a: 1\na: 2', 'data, "a": the same key is given twice. Keep one of them.'],
  ['{"a": 1, "a": 1}', 'data, "a": the same key is given twice'],
  ['b: {a: 1, "a": 2}', 'data, "a": the same key is given twice'],
  ['a: 1\n"\\x61": 2', 'data, "a": the same key is given twice'],
  ['a: 1\n---\nb: 2', 'data: this is more than one YAML document'],
  ['a: 1\n...\nb: 2', 'data: '],
  ['a: &x 1\nb: *x', 'data: this YAML is not understood: an alias (*x) is not followed'],
  ['a: *x', 'data: this YAML is not understood: an alias (*x) is not followed'],
  ['&x a: 1\n*x : 2', 'data: this YAML is not understood'],
  ['[a]: 1', 'data: this YAML is not understood: a key is not a plain name'],
  ['{a: 1}: 1', 'data: this YAML is not understood: a key is not a plain name'],
  ['? [a, b]\n: 1', 'data: this YAML is not understood: a key is not a plain name'],
  ['a: 1\n b: 2', 'data: this is not a YAML map'],
  ['a: {b: 1', 'data: this is not a YAML map'],
  ['a: "1', 'data: this is not a YAML map'],
  ['a: !unknown 1', 'data: this is not a YAML map: Unresolved tag: !unknown'],
  ['a: !!int 5', 'data: this is not a YAML map: Unresolved tag'],
  ['\tb: 1', 'data: '],
  ['a: @b', 'data: this is not a YAML map'],
  ['a: 1\n- b', 'data: '],
  ['a: b: c', 'data: '],
  ['%FOO\n---\na: 1', 'data: '],
])('%j is a fault', async (text, start) => {
  const { tree, faults } = await parse(text);
  expect(faults[0]?.slice(0, start.length)).toBe(start);
  if (!start.includes('twice')) expect(tree).toBeUndefined();
});

test('a key in doubt of a text of metrics is a flaw, and the others keep their values', async () => {
  const faults = new Faults();
  const text = 'a: 1\nb: *x\na: 2\nc: {d: 1, d: 2, e: 3}\ng: 6\na: 7';
  const tree = (await parseMetrics(text, { origin: 'data', faults })) as ReadonlyMap<string, unknown>;
  expect(faults.count).toBe(0);
  expect([...tree.keys()]).toEqual(['a', 'b', 'c', 'g']);
  for (const key of ['a', 'b']) expect(tree.get(key), key).toBeInstanceOf(Flaw);
  expect([...(tree.get('c') as ReadonlyMap<string, unknown>)]).toEqual([
    ['d', expect.any(Flaw)],
    ['e', '3'],
  ]);
  expect(tree.get('g')).toBe('6');
});

describe('hostile documents', () => {
  test('does not follow an alias bomb', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`,
    );
    const { faults, count } = await parse(`a0: &a0 [1, 1]\n${levels.join('\n')}`);
    expect([faults[0], count]).toEqual([expect.stringContaining('an alias (*a0) is not followed'), 1]);
  });

  test.each([
    ['lists', '['],
    ['maps', '{a: '],
    ['block lists', '- '],
    ['keys', '? '],
    ['JSON', '{"a":'],
    ['all together', '- ? [{'],
  ])('report %s that nest too deep as one fault', async (_, text) => {
    const { tree, faults, count } = await parse(text.repeat(100_000));
    expect({ tree, count, fault: faults[0] }).toEqual({
      tree: undefined,
      count: 1,
      fault: expect.stringMatching(/nests at most 200 levels deep, got ".{30,60}"\. Write a plain map/),
    });
  });

  test('may nest 150 deep', async () => {
    const { faults } = await parse(`${'{"a":'.repeat(150)}1${'}'.repeat(150)}`);
    expect(faults).toEqual([]);
  });

  test.each([
    ['commas', `{${','.repeat(200_000)}}`],
    ['adjacent texts', '"a" "b" '.repeat(40_000)],
    ['reserved characters', '- @a\n'.repeat(100_000)],
    ['closing brackets', ']\n'.repeat(100_000)],
    ['directives', '%a\n'.repeat(100_000)],
    ['tabs in front of keys', 'a:\n  b: 1\n\tc: 1\n'.repeat(20_000)],
    ['anchors', '&a &b '.repeat(50_000)],
    ['tags', '- !a!b c\n'.repeat(50_000)],
  ])('very many wrong %s: reading ends soon after the hundredth', async (_, text) => {
    const { tree, faults, count } = await parse(text);
    expect(tree).toBe(undefined);
    expect(faults).toHaveLength(100);
    expect(faults[0]).toMatch(
      /^data: this is not a YAML map: .+ at line \d+, column \d+\. (?:Fix the YAML|Indent with blanks)\.$/,
    );
    expect(count).toBeLessThan(110);
  });

  test('read two of very many documents', async () => {
    const { faults } = await parse('---\na: 1\n'.repeat(100_000));
    expect(faults).toEqual([expect.stringContaining('this is more than one YAML document')]);
  });

  test('count a key that is repeated', async () => {
    const { faults, count } = await parse('a: 1\n'.repeat(5000));
    expect([faults.length, count]).toEqual([100, 4999]);
  });

  test('may have 50,000 keys', async () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `key${index}: ${index}`).join('\n');
    const { tree, faults } = await parse(`${text}\nkey7: 1`);
    expect((tree as ReadonlyMap<string, Tree>).size).toBe(50_000);
    expect(faults).toEqual([expect.stringContaining('"key7": the same key is given twice')]);
  });

  test('may have a key and a value of a megabyte', async () => {
    const long = 'x'.repeat(1_000_000);
    const { tree } = await parse(JSON.stringify({ [long]: long }));
    expect(toPairs(tree as Tree)).toEqual({ pairs: [[long, long]] });
  });

  test('may have keys with a meaning in JavaScript', async () => {
    const text = '__proto__: 1\nconstructor: 2\ntoString: 3\nhasOwnProperty: 4';
    expect([...((await parse(text)).tree as ReadonlyMap<string, Tree>).keys()]).toHaveLength(4);
  });
});

describe('any tree of texts is read back', () => {
  const text = fc.string({ unit: anyCharacter, maxLength: 12 });
  const { tree } = fc.letrec<{ tree: unknown; map: unknown }>((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, text, tie('map'), fc.array(tie('tree'), { maxLength: 3 })),
    map: fc.dictionary(text, tie('tree'), { maxKeys: 4 }),
  }));

  test.each([undefined, 2, '\t', '\r', ' \r\t '])('from JSON, indented by %j', async (indent) => {
    await fc.assert(
      fc.asyncProperty(tree, async (value) => {
        const parsed = await parse(JSON.stringify(value, undefined, indent));
        expect(parsed.faults).toEqual([]);
        expect(toPairs(parsed.tree as Tree)).toEqual(toJson(value));
      }),
      { numRuns: 150 },
    );
  });

  test('from block YAML', async () => {
    const printable = fc.string({ unit: anyScalar, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(printable, printable, { maxKeys: 4, noNullPrototype: true }),
        async (value) => {
          const parsed = await parse(yaml.stringify(value, { schema: 'failsafe' }));
          expect(parsed.faults).toEqual([]);
          expect(toPairs(parsed.tree as Tree)).toEqual(toJson(value));
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('any text is a tree, a fault, or empty', async () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      ': ',
      ':',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '&x ',
      '*x ',
      '!t ',
      '!!int ',
      '|',
      '>',
    ],
    ...[
      '#',
      '---\n',
      '...\n',
      '? ',
      '%YAML 1.1\n',
      '<<',
      '~',
      '0x1',
      '\t',
      '\r',
      '\u0085',
      '\u2028',
      '\u0000',
      '\ud800',
      '@',
      '`',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: piece, maxLength: 30 }), async (text) => {
      const { tree, count } = await parse(text);
      if (tree === undefined && count === 0)
        expect(text.replaceAll(/#[^\n]*/g, '')).toMatch(/^(?:\s|---|\.\.\.|%YAML 1\.1)*$/);
    }),
    { numRuns: 500 },
  );
});
