import { expect, test } from 'vitest';
import { matchesName, parseNamePatterns } from '../../src/util/name-pattern.ts';

const matches = (pattern: string, path: string, prefixNodes = 0): boolean =>
  parseNamePatterns(pattern).some((one) => matchesName(one, { nodes: path.split('.'), prefixNodes }));

test.each<[string, string, boolean]>([
  ['a.b', 'a.b', true],
  ['b', 'a.b', true],
  ['a', 'a.b', false],
  ['*', 'a.b', true],
  ['*_seconds', 'job.duration_seconds', true],
  ['*_seconds', 'job.seconds', false],
  ['*ops*', 'bench.ops_per_second', true],
  ['a*c*e', 'abcde', true],
  ['a*c*e', 'abde', false],
  ['a.*.c', 'a.b.c', true],
  ['a.*.c', 'a.b.b.c', false],
  ['a.**.c', 'a.b.b.c', true],
  ['a.**.c', 'a.c', true],
  ['coverage.**', 'coverage.lines.percent', true],
  ['coverage.**', 'coverages.lines', false],
  ['**', 'a.b.c', true],
  ['tests.{failed,errors}', 'tests.errors', true],
  ['tests.{failed,errors}', 'tests.total', false],
  ['{a,b}.{c,d}', 'b.c', true],
])('%s and %s: %s', (pattern, path, isMatch) => {
  expect(matches(pattern, path)).toBe(isMatch);
});

test.each<[string, string, number, boolean]>([
  ['coverage.**', 'ci.acme.coverage.size.a.bytes', 3, false],
  ['coverage.**', 'ci.acme.app.coverage.lines.percent', 3, true],
  ['ci.acme.**', 'ci.acme.app.size.a.bytes', 3, true],
  ['acme.**', 'ci.acme.app.size.a.bytes', 3, false],
  ['app.size.**', 'ci.acme.app.size.a.bytes', 3, false],
  ['bytes', 'ci.acme.app.size.a.bytes', 3, true],
])('%s does not begin within the prefix of %s (%d nodes): %s', (pattern, path, prefixNodes, isMatch) => {
  expect(matches(pattern, path, prefixNodes)).toBe(isMatch);
});

test('takes little time for a hostile pattern and path', () => {
  const path = Array.from({ length: 60 }, () => 'a'.repeat(60)).join('.');
  expect(matches(Array.from({ length: 60 }, () => '**').join('.'), path)).toBe(true);
  expect(matches(`${'a*'.repeat(50)}b`, path)).toBe(false);
});
