import { expect, test } from 'vitest';
import { countAllowedExceptions } from '../../src/insight/rank-test.ts';

test.each([
  [3, 40, 1 / 1000, 4],
  [4, 40, 1 / 1000, 11],
  [3, 40, 1 / 10000, 0],
  [3, 20, 1 / 1000, 0],
  [3, 12, 1 / 1000, -1],
  [4, 12, 1 / 1000, 0],
  [5, 40, 1 / 100000, 4],
])('D(%d, %d, %f)', (j, n, a, d) => {
  expect(countAllowedExceptions(j, n, a)).toBe(d);
});
