import { expect, test } from 'vitest';
import { formatBar } from '../../src/cli/progress.ts';

const bar = '[###############               ]  50 %';

test.each([
  ['nothing before the first window was sent', { lines: 0, elapsedMs: 5000 }, bar],
  ['nothing in the first second', { lines: 1000, elapsedMs: 500 }, bar],
  ['the speed and the time left', { lines: 162_000, elapsedMs: 2000 }, `${bar}  81,000 lines/s  0:02 left`],
  ['minutes', { lines: 75_000, elapsedMs: 750_000 }, `${bar}  100 lines/s  12:30 left`],
  ['hours', { lines: 372_300, elapsedMs: 3_723_000 }, `${bar}  100 lines/s  1:02:03 left`],
])('the progress bar shows %s', (_, speed, text) => {
  expect(formatBar(0.5, speed)).toBe(text);
});
