import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { computeTrend } from '../../src/insight/compute-trend.ts';
import type { HistoryPoint } from '../../src/insight/judge.ts';
import { formatTrends } from '../../src/report/text-trends.ts';

const DAY = 86_400;
const PATH = 'ci.acme.app.job.duration_seconds';
/** Noise of about 1 %, without order. */
const noise = (run: number): number => ((run * 17) % 41) / 20 - 1;

function toHistory(values: readonly number[]): HistoryPoint[] {
  return values.map((value, index) => [index * DAY, value]);
}

function levels(...runs: ReadonlyArray<readonly [level: number, count: number]>): number[] {
  return runs
    .flatMap(([level, count]) => new Array<number>(count).fill(level))
    .map((level, run) => level + noise(run));
}

describe('a trend', () => {
  test('has every shift of level, oldest first, with the medians on both sides', () => {
    const { steps } = computeTrend(PATH, toHistory(levels([100, 30], [150, 20], [120, 30])));
    expect(steps.map(({ time, change }) => [time / DAY, change?.toFixed(1)])).toEqual([
      [30, '0.5'],
      [50, '-0.2'],
    ]);
  });

  test('has no step and no drift with only noise', () => {
    const { steps, drift, usual } = computeTrend(PATH, toHistory(levels([100, 80])));
    expect({ steps, drift }).toEqual({ steps: [], drift: undefined });
    expect(usual?.map(Math.round)).toEqual([99, 101]);
  });

  test('drifts if the order of the runs is no chance and the change matters', () => {
    const rising = Array.from({ length: 40 }, (_, run) => 100 + run / 4 + 4 * noise(run));
    const { drift } = computeTrend(PATH, toHistory(rising));
    expect(drift).toMatchObject({ runs: 40, since: 0 });
    expect(drift?.change).toBeGreaterThan(0.05);
    const small = Array.from({ length: 40 }, (_, run) => 100 + run / 40);
    expect(computeTrend(PATH, toHistory(small)).drift).toBeUndefined();
  });

  test('has no usual range with fewer than three runs', () => {
    expect(computeTrend(PATH, toHistory([1, 2]))).toEqual({
      path: PATH,
      better: 'lower',
      runs: 2,
      recent: [1, 2],
      steps: [],
    });
  });
});

describe('its text', () => {
  const trend = computeTrend(
    `${'long.'.repeat(30)}duration_seconds`,
    toHistory(levels([100, 30], [150, 30])),
  );

  test('fits 80 columns, and keeps the end of a path', () => {
    const lines = formatTrends([trend], { columns: 80, hasColour: false }).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^….*duration_seconds ↓$/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines[2]).toMatch(/^ {2}step \+50 %, /);
  });

  test.each([20, 30, 45, 80, 200])('fits %d columns, whatever the series is', (columns) => {
    const short = computeTrend('a', toHistory([1]));
    const step = { time: 1e9, from: 1e5, to: 1e6, change: 9 };
    const often = { ...trend, steps: new Array(7).fill(step), drift: { change: 9, runs: 100, since: 1e9 } };
    const text = formatTrends([trend, short, often], { columns, hasColour: false, nowSeconds: 2e9 });
    expect(text.split('\n').filter((line) => [...line].length > columns)).toEqual([]);
  });

  test('has the year of a step that is long ago', () => {
    const format = (nowSeconds: number): string => formatTrends([trend], { hasColour: false, nowSeconds });
    expect(format(60 * DAY)).toContain(', 31 Jan 00:00 UTC\n');
    expect(format(600 * DAY)).toContain(', 31 Jan 1970 00:00 UTC\n');
  });

  test('has colours only on a terminal', () => {
    const plain = formatTrends([trend], { hasColour: false });
    const coloured = formatTrends([trend], { hasColour: true });
    expect(plain).not.toContain('\u001b');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
    expect(coloured).toContain('\u001b[31m');
  });

  test('contains no command and no control character of a path', () => {
    const path = '::error::a\n##[error]b\u001b[2J\u202e';
    const text = formatTrends([computeTrend(path, toHistory([1, 2, 3]))], { hasColour: false });
    expect(text).not.toMatch(/^::|##\[/m);
    for (const control of ['\u001b', '\u202e']) expect(text).not.toContain(control);
    expect(text.trimEnd().split('\n')).toHaveLength(2);
  });
});
