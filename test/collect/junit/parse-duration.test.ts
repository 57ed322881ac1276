import { expect, test } from 'vitest';
import { ExactSum, parseSeconds } from '../../../src/collect/junit/exact-seconds.ts';
import { parseDuration } from '../../../src/collect/junit/parse-duration.ts';

test.each([
  ['1.25s', 1.25],
  ['0.00s', 0],
  ['1.25 s', 1.25],
  ['1,25s', 1.25],
  ['1.5 sec', 1.5],
  ['2 seconds', 2],
  ['12ms', 0.012],
  ['12 MS', 0.012],
  ['80.803us', 0.000080803],
  ['80.803µs', 0.000080803],
  ['80.803μs', 0.000080803],
  ['417ns', 4.17e-7],
  ['1e-05s', 0.00001],
  ['1m 2.5s', 62.5],
  ['1m2.5s', 62.5],
  ['1h0m0.5s', 3600.5],
  ['1d 2h 3m 4.5s', 93_784.5],
  ['2 min, 3 sec', 123],
  ['3m', 180],
  ['PT1.5S', 1.5],
  ['pt1,5s', 1.5],
  ['PT1M2.5S', 62.5],
  ['PT2H', 7200],
  ['P1DT1S', 86_401],
  ['PT0S', 0],
  ['00:01:02.5', 62.5],
  ['0:00:01.234567', 1.234567],
  ['00:00:01,5', 1.5],
  ['01:02.5', 62.5],
  ['90:00', 5400],
  ['1.02:03:04.5', 93_784.5],
  ['1 day, 2:03:04', 93_784],
  ['100:00:00', 360_000],
  ['.5s', 0.5],
  ['+1.5s', 1.5],
  ['PT.5S', 0.5],
  ['2 hours and 3 minutes', 7380],
  ['1 minute, and 2 seconds', 62],
])('%s is %d seconds', (text, expected) => {
  const seconds = parseDuration(text);
  const sum = new ExactSum();
  if (seconds !== undefined) sum.add(seconds);
  expect(seconds).not.toBe(undefined);
  expect(sum.toSeconds()).toBe(expected);
  expect(parseSeconds(text)).toBe(undefined);
});

test.each([
  '',
  '-1s',
  'PT-1S',
  '-PT1S',
  'P',
  'PT',
  'P1M',
  '1',
  '1x',
  's',
  '1s 2',
  '1s1m',
  '1s 2s',
  '1.2.3s',
  '00:60:00',
  '00:00:60',
  '1:2:3:4',
  '1s and',
  '.s',
  '++1s',
  '12:34 pm',
  'NaNs',
  '2026-01-01T00:00:00Z',
  `${'9'.repeat(50)}s`,
  '999999999d',
  '1e5s'.repeat(25),
  `${'1s '.repeat(33)}x`,
])('%j is not a duration', (text) => {
  expect(parseDuration(text)).toBe(undefined);
});
