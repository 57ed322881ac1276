import { describe, expect, test } from 'vitest';
import { findUnusedLimits } from '../../src/insight/find-unused-limits.ts';
import type { UnusedLimit } from '../../src/model/verdict.ts';
import type { Limit } from '../../src/options/find-limit.ts';
import { parseNamePatterns } from '../../src/util/name-pattern.ts';

const NAMES = [
  'size.bundle.bytes',
  'size.node22.bytes',
  'job.duration_seconds',
  'tests.failed',
  'tests.total',
];

function find(patterns: readonly string[], names: readonly string[] = NAMES): readonly UnusedLimit[] {
  const limits: Limit[] = patterns.map((pattern) => ({
    pattern,
    patterns: parseNamePatterns(pattern),
    check: true,
  }));
  return findUnusedLimits(
    limits,
    names.map((name) => ({ path: `ci.acme.app.${name}`, name })),
  );
}

describe('a pattern has an effect', () => {
  test.each([
    [['size.bundle.bytes']],
    [['bundle.bytes']],
    [['bytes']],
    [['ci.acme.app.size.bundle.bytes']],
    [['**.duration_seconds', '**']],
    [['size.{bundle,node22}.bytes']],
    // A general pattern behind a special one.
    [['tests.failed', 'tests.*']],
    [['size.bundle.bytes', 'size.*.bytes', 'bytes']],
  ])('%j', (patterns) => {
    expect(find(patterns)).toEqual([]);
  });

  test('if there is nothing to match, which another message says', () => {
    expect(find(['size.bundle.bytes'], [])).toEqual([]);
  });

  test('also a general one of which a special one takes the only metric', () => {
    expect(find(['size.a.bytes', 'size.*.bytes'], ['size.a.bytes'])).toEqual([]);
  });
});

describe('a pattern that matches nothing', () => {
  test.each([
    ['size.bundel.bytes', 'Did you mean size.bundle.bytes?'],
    ['bundel.bytes', 'Did you mean bundle.bytes?'],
    ['Size.Bundle.bytes', 'Did you mean size.bundle.bytes?'],
    ['size_bundle_bytes', 'Did you mean size.bundle.bytes?'],
    ['bundle.size', 'Did you mean size.bundle.bytes?'],
    ['duration', 'Did you mean duration_seconds?'],
    ['job.durations_second', 'Did you mean job.duration_seconds?'],
    ['ci.acme.app.tests.faild', 'Did you mean ci.acme.app.tests.failed?'],
    ['ci.acme.app.tests_failed', 'Did you mean ci.acme.app.tests.failed?'],
    ['test.failed', 'Did you mean tests.failed?'],
  ])('%s: %s', (pattern, suggestion) => {
    expect(find([pattern])).toEqual([{ pattern, suggestion }]);
  });

  test.each([
    'coverage.lines.percent',
    'size.linux.bytes',
    // Of another leg.
    'size.node20.bytes',
    // Of another source.
    'ci.acme.ap.tests.failed',
    'acme.app.tests.failed',
    '**.duration_second',
    'size.*.byte',
    'x'.repeat(300),
  ])('gets no suggestion: %s', (pattern) => {
    expect(find([pattern])).toEqual([{ pattern }]);
  });

  test.each(['ci.acme.app.size.bundle.bytes', 'ci.acme.app.size.bundel.bytes'])(
    'is not suggested the group of a pull request, which other runs do not have: %s',
    (pattern) => {
      const limits = [{ pattern, patterns: parseNamePatterns(pattern), check: true }];
      const name = 'size.bundle.bytes';
      const values = [{ path: `ci-pull-requests.acme.app.${name}`, name }];
      expect(findUnusedLimits(limits, values)).toEqual([{ pattern }]);
    },
  );

  test('is not suggested a name that limits spell out', () => {
    expect(find(['size.bundel.bytes', 'size.bundle.bytes'])).toEqual([{ pattern: 'size.bundel.bytes' }]);
    expect(find(['size.bundel.bytes', '**'])).toMatchObject([{ suggestion: expect.anything() }]);
  });

  test('may be one of the choices in braces', () => {
    expect(find(['size.{bundle,linux,ap*}.bytes'])).toEqual([{ pattern: 'size.linux.bytes' }]);
    expect(find(['tests.{failed,totals}'])).toEqual([
      { pattern: 'tests.totals', suggestion: 'Did you mean tests.total?' },
    ]);
    expect(find(['size.{a,b}.bytes'])).toEqual([{ pattern: 'size.{a,b}.bytes' }]);
  });
});

describe('a pattern behind one that matches its metrics', () => {
  test.each([
    [['**', 'size.bundle.bytes']],
    [['size.*.bytes', 'bundle.bytes']],
    [['**', 'size.*.bytes']],
    [['size.{node22,*}.bytes', 'size.bundle.bytes']],
    [['size.bundle.bytes', 'ci.acme.app.size.bundle.bytes']],
  ])('%j', ([behind = '', pattern = '']) => {
    expect(find([behind, pattern])).toEqual([{ pattern, behind }]);
  });

  test('is listed also if the first of its metrics belongs to a special one', () => {
    expect(find(['size.bundle.bytes', '**', 'size.*.bytes'])).toEqual([
      { pattern: 'size.*.bytes', behind: '**' },
    ]);
  });

  test('is listed also if there is only one metric', () => {
    expect(find(['**', 'tests.total'], ['tests.total'])).toEqual([{ pattern: 'tests.total', behind: '**' }]);
  });
});

test('lists a hundred patterns at most', () => {
  expect(find(Array.from({ length: 1000 }, (_, index) => `x${index}.*`))).toHaveLength(100);
});

test.each([
  ['of many words', 'a_b_c_d_e_f_g_h_i_j_l', 'a_b_c_d_e_f_g_h_i_j_k'],
  ['of many letters', `${'ab'.repeat(50)}d`, `${'ab'.repeat(50)}c`],
])('compares no names %s, which anyone may have made long', (_, pattern, name) => {
  expect(find([pattern], [name])).toEqual([{ pattern }]);
});
