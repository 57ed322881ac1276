import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CollectedNames } from '../../src/format/collected-names.ts';
import { createPathRules } from '../../src/format/path.ts';

const rules = createPathRules();

/** The paths of names below `suite`, by their name. */
function formatAll(
  written: readonly string[],
  parent = 's',
): { paths: Map<string, string>; names: CollectedNames } {
  const names = new CollectedNames(rules);
  names.learn(
    written.map((name) => ({ nodes: ['suite', name, 'total'], value: 1 })),
    parent,
  );
  const paths = new Map(written.map((name) => [name, names.formatPath(['suite', name, 'total'], parent)]));
  return { paths, names };
}

test('every name is one node', () => {
  const names = new CollectedNames(rules);
  expect(names.formatPath(['step', 'Run a.b/c@v1', 'duration_seconds'], 'ci.build')).toBe(
    'ci.build.step.Run_a_b_c_v1.duration_seconds',
  );
  expect(names.formatPath(['é'], '')).toBe('e');
  expect(names.formatPath(['', 'a'], '')).toBe('_.a');
  expect(names.hashed).toBeUndefined();
  expect(names.warning).toBeUndefined();
});

describe('the node of a name depends on that name alone', () => {
  test.each([
    [['Сборка', 'Тест']],
    [['構建', '測試', 'Login form']],
    [['🚀 build', '🔥 build', 'build']],
    [['>=3.9', '<3.9', '3.9', '==3.9']],
    [['c', 'c++', 'c#']],
    [['x'.repeat(300), `${'x'.repeat(300)}y`]],
  ])('%j', (written) => {
    const { paths, names } = formatAll(written);
    expect(formatAll(written.toReversed()).paths).toEqual(new Map([...paths].toReversed()));
    for (const name of written) expect(formatAll([name]).paths.get(name)).toBe(paths.get(name));
    expect(new Set(paths.values()).size).toBe(written.length);
    expect(names.warning).toBeUndefined();
  });

  test('a name that lost something is reported with its path', () => {
    const { paths, names } = formatAll(['Сборка', 'plain', '<3.9']);
    const pathOf = (name: string): string | undefined => paths.get(name)?.slice(0, -'.total'.length);
    expect(names.hashed).toEqual({
      first: ['Сборка', '<3.9'].map((from) => ({ from, to: pathOf(from) })),
      count: 2,
    });
    expect(paths.get('plain')).toBe('s.suite.plain.total');
  });
});

describe('names that would be one node', () => {
  test('all get digits of their hash in any order, with one warning', () => {
    const written = ['Login form', 'Login/form', 'Login_form', 'other'];
    const { paths, names } = formatAll(written);
    for (const name of written.slice(0, 3))
      expect(paths.get(name)).toMatch(/^s\.suite\.Login_form_[0-9a-f]{6}\.total$/);
    expect(new Set(paths.values()).size).toBe(4);
    expect(paths.get('other')).toBe('s.suite.other.total');
    expect(formatAll(written.toReversed()).paths).toEqual(new Map([...paths].toReversed()));
    expect(names.warning).toMatch(
      /^Names that would be one path got digits of their hash: "Login form" → s\.suite\.Login_form_\w{6}, "Login\/form" → [^,]+, "Login_form" → \S+\. /,
    );
    expect(names.hashed).toBeUndefined();
  });

  test('get them also after a folded accent or ligature, or when nothing is left', () => {
    for (const written of [
      ['e', 'é'],
      ['fi', 'ﬁ'],
      ['', '_', '!'],
    ]) {
      const { paths, names } = formatAll(written);
      expect(new Set(paths.values()).size).toBe(written.length);
      expect(names.warning).toBeDefined();
    }
  });

  test('stay apart from a name that equals a result', () => {
    const [, taken = ''] = formatAll(['a b', 'a/b']).paths.get('a b')?.split('.').slice(1) ?? [];
    const written = ['a b', 'a/b', taken];
    expect(new Set(formatAll(written).paths.values()).size).toBe(3);
    expect(formatAll(written.toReversed()).paths.get(taken)).toBe(formatAll(written).paths.get(taken));
  });

  test('get none below different parents', () => {
    const names = new CollectedNames(rules);
    names.learn(
      [
        { nodes: ['a b', 'x'], value: 1 },
        { nodes: ['c', 'a_b'], value: 1 },
      ],
      '',
    );
    expect(names.formatPath(['a b', 'x'], '')).toBe('a_b.x');
    expect(names.formatPath(['c', 'a_b'], '')).toBe('c.a_b');
  });
});

test('a taken path gets digits, and if that is taken, other digits', () => {
  const names = new CollectedNames(rules);
  const first = names.avoid(['tests', 'total'], { path: 's.tests.total', attempt: 0 });
  expect(first).toMatch(/^s\.tests\.total_[0-9a-f]{6}$/);
  expect(names.avoid(['tests', 'total'], { path: first, attempt: 1 })).toMatch(
    /^s\.tests\.total_1_[0-9a-f]{6}$/,
  );
  expect(names.warning).toContain('"total"');
});

test('property: different names have different paths, equal names the same, each of portable nodes', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('a', 'a_2', 'a b', 'a/b', 'A', ''),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 50 }), (written) => {
      const { paths } = formatAll(written, 'p');
      expect(formatAll(written.toReversed(), 'p').paths).toEqual(new Map([...paths].toReversed()));
      expect(new Set(paths.values()).size).toBe(written.length);
      for (const path of paths.values()) expect(path).toMatch(/^p\.suite\.[\w:-]{1,250}\.total$/);
    }),
  );
});

test('ten thousand names for one node do not take quadratic time', () => {
  const separators = [' ', '.', '/', '@'];
  const toSeparators = (index: number): string =>
    [...index.toString(4)].map((digit) => separators[Number(digit)]).join('');
  const written = Array.from({ length: 10_000 }, (_, index) => `日${toSeparators(index)}`);
  const { paths, names } = formatAll(written);
  expect(new Set(paths.values()).size).toBe(10_000);
  expect(names.hashed?.count).toBeGreaterThan(9900);
  expect(names.hashed?.first).toHaveLength(100);
});
