import { expect, test } from 'vitest';
import { matchesBranch } from '../../src/ci/matches-branch.ts';

test.each([
  ['main', 'main', true],
  ['main', 'mai', false],
  ['main', 'main2', false],
  ['main', ' main \r\nother', true],
  ['main', 'refs/heads/main', true],
  ['main', 'Main', false],
  ['main', 'm*', true],
  ['release/1', 'release*', false],
  ['release/1', 'release/*', true],
  ['release/1/2', 'release/*', false],
  ['release/1/2', 'release/**', true],
  ['release/1/2', '**', true],
  ['a/main', '**/main', true],
  ['main', '**/main', true],
  ['a-main', '**/main', false],
  ['a-main', '**-main', true],
  ['v12', 'v[0-9]+', true],
  ['v1x', 'v[0-9]+', false],
  ['v1', 'v[12]', true],
  ['v3', 'v[12]', false],
  ['color', 'colou?r', true],
  ['colour', 'colou?r', true],
  ['a.b', 'a.b', true],
  ['axb', 'a.b', false],
  ['a(b', 'a(b', true],
  ['a*b', 'a\\*b', true],
  ['axb', 'a\\*b', false],
  ['größe', 'gr?ö*', true],
  ['main', '**\n!main', false],
  ['main', '!main\n**', true],
  ['dependabot/x', '!dependabot/**', false],
  ['main', '!dependabot/**', true],
  ['main', '!dependabot/**\ndevelop', false],
])('%s against %j: %s', (branch, patterns, isMatch) => {
  expect(matchesBranch(branch, patterns)).toBe(isMatch);
});

test('a branch made to be slow is decided by its length alone', () => {
  expect(matchesBranch(`${'a'.repeat(200)}b`, '**a**a**a**a**a**a**a**a**a**a**a**a**c')).toBe(false);
});
