import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CollectedNames } from '../../src/format/collected-names.ts';
import { createPathRules } from '../../src/format/path.ts';

const rules = createPathRules();

test('every name is one node, whatever stands in it', () => {
  const names = new CollectedNames(rules);
  expect(names.formatPath(['step', 'Run a.b/c@v1', 'duration_seconds'], 'ci.build')).toBe(
    'ci.build.step.Run_a_b_c_v1.duration_seconds',
  );
  expect(names.formatPath(['é'], '')).toBe('e');
  expect(names.formatPath(['', 'a'], '')).toBe('_.a');
  expect(names.numbered).toBeUndefined();
});

describe('names that become one node', () => {
  test('get a number in their order, which is told once', () => {
    const names = new CollectedNames(rules);
    const paths = ['a b', 'a_b', 'a/b', 'a b', 'a_b'].map((name) =>
      names.formatPath(['suite', name, 'total'], 's'),
    );
    expect(paths).toEqual([
      's.suite.a_b.total',
      's.suite.a_b_2.total',
      's.suite.a_b_3.total',
      's.suite.a_b.total',
      's.suite.a_b_2.total',
    ]);
    expect(names.numbered).toEqual({
      first: [
        { from: 'a_b', to: 's.suite.a_b_2' },
        { from: 'a/b', to: 's.suite.a_b_3' },
      ],
      count: 2,
    });
  });

  test('the number itself may be taken', () => {
    const names = new CollectedNames(rules);
    const paths = ['a', 'a_2', 'A', '.a.', 'a '].map((name) => names.formatPath([name], ''));
    expect(paths).toEqual(['a', 'a_2', 'A', '_a_', 'a_']);
    expect(names.formatPath(['a\n'], '')).toBe('a__2');
  });

  test('are told apart only below one parent', () => {
    const names = new CollectedNames(rules);
    expect(names.formatPath(['a b', 'x'], '')).toBe('a_b.x');
    expect(names.formatPath(['a_b', 'x'], '')).toBe('a_b_2.x');
    expect(names.formatPath(['c', 'a_b'], '')).toBe('c.a_b');
  });
});

test('a long name is cut, and stays told apart', () => {
  const names = new CollectedNames(rules);
  const [first, second] = ['a', 'b'].map((end) => names.formatPath([`${'x'.repeat(300)}${end}`], ''));
  expect(first).toBe('x'.repeat(240));
  expect(second).toBe(`${'x'.repeat(240)}_2`);
});

test('property: different names have different paths, equal names the same, each of portable nodes', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('a', 'a_2', 'a b', 'A', ''),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 50 }), (pairs) => {
      const names = new CollectedNames(rules);
      const paths = pairs.map((pair) => names.formatPath(pair, 'p'));
      const again = pairs.map((pair) => names.formatPath(pair, 'p'));
      expect(again).toEqual(paths);
      const written = new Set(pairs.map((pair) => JSON.stringify(pair)));
      expect(new Set(paths).size).toBe(written.size);
      for (const path of paths) expect(path).toMatch(/^p(?:\.[\w:-]{1,250}){2}$/);
    }),
  );
});

test('ten thousand names for one node do not take their square', () => {
  const names = new CollectedNames(rules);
  const paths = Array.from({ length: 10_000 }, (_, index) =>
    names.formatPath([`日${' '.repeat(index)}`], ''),
  );
  expect(new Set(paths).size).toBe(10_000);
  expect(names.numbered?.count).toBe(9999);
  expect(names.numbered?.first).toHaveLength(100);
});
