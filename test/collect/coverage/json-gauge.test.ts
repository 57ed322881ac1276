import { expect, test } from 'vitest';
import { count, faultOf } from './support.ts';

const sums = { total: 2, covered: 1, skipped: 0, pct: 50 };

test.each([
  ['lists in lists', `{"total":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`, /nests more than 32 deep/],
  ['maps in maps', '{"a":'.repeat(100_000), /nests more than 32 deep/],
  ['many empty lists', `{"total":[${'[],'.repeat(2_500_000)}[]]}`, /at most 4000000 values/],
  ['many numbers', `{"total":[${'0,'.repeat(4_500_000)}0]}`, /at most 4000000 values/],
])('refuses %s before parsing', async (_, text, rule) => {
  expect(await faultOf(text)).toMatch(rule);
});

test('ignores brackets, commas and quotation marks in file names', async () => {
  const path = `/ws/${'[{,'.repeat(100)}"\\"[slug]\\\\`;
  expect(await count(JSON.stringify({ [path]: { lines: sums }, [`${path}2`]: { lines: sums } }))).toEqual([
    'lines 2/4',
  ]);
});
