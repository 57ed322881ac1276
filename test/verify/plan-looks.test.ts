import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRequest, isWithin, planLooks } from '../../src/verify/plan-looks.ts';
import type { SentPoint } from '../../src/verify/verification.ts';
import { gatherSeries } from '../../src/verify/wanted-series.ts';

const now = 1_800_000_000;

function plan(points: readonly SentPoint[]): ReturnType<typeof planLooks> {
  return planLooks(gatherSeries(points).series, now);
}

function makePoints(count: number, timestampOf: (index: number) => number = () => now): SentPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    series: `a.n${index}`,
    value: index,
    timestamp: timestampOf(index),
  }));
}

describe('the requests', () => {
  it('cover a hundred series each', () => {
    expect(plan(makePoints(1_001)).map(({ series }) => series.length)).toEqual([...Array(10).fill(100), 1]);
  });

  it('cover fewer series when names are long', () => {
    const points = makePoints(100).map((point) => ({ ...point, series: point.series.padEnd(8_000, 'x') }));
    expect(plan(points).map(({ series }) => series.length)).toEqual([...Array(8).fill(12), 4]);
  });

  it('count both names of a series that has two', () => {
    const points = makePoints(100).map((point) => ({ ...point, series: `~${point.series}` }));
    expect(plan(points).map(({ series }) => series.length)).toEqual([50, 50]);
  });

  it('combine the points of one minute, and more the older they are', () => {
    const perMinute = makePoints(2 * 24 * 60, (index) => now - 60 * index).map((point) => ({
      ...point,
      series: 'a',
    }));
    const looks = plan(perMinute);
    const spans = looks.map(({ firstSeconds, lastSeconds }) => lastSeconds - firstSeconds);
    expect([spans[0], Math.max(...spans) > 10_000, looks.length < 100]).toEqual([60, true, true]);
  });

  it('end when everything was seen', () => {
    const { series, points } = gatherSeries(makePoints(3));
    for (const point of points) point.state = 'seen';
    expect(planLooks(series, now)).toEqual([]);
  });

  it('ask for every point once, with a margin and a bounded size', () => {
    const point = fc.record({
      series: fc.oneof(fc.stringMatching(/^[ab]{1,2}(;[st]=[12]){0,2}$/), fc.constant('x'.repeat(8_000))),
      value: fc.constant(1),
      timestamp: fc.integer({ min: now - 10_000_000, max: now + 100_000 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 300 }), fc.nat(3), (points, margin) => {
        const gathered = gatherSeries(points);
        for (const one of gathered.series) one.margin = margin;
        const looks = planLooks(gathered.series, now);
        for (const { point, series } of gathered.series.flatMap((series) =>
          series.points.map((one) => ({ ...one, series })),
        )) {
          expect(looks.filter((look) => look.series.includes(series) && isWithin(look, point))).toHaveLength(
            1,
          );
        }
        for (const look of looks) {
          const form = formatRequest(look, { nowSeconds: now });
          expect(form.getAll('target').length).toBeLessThanOrEqual(100);
          expect(`${form}`.length).toBeLessThan(400_000);
          expect(Number(form.get('from'))).toBeLessThanOrEqual(look.firstSeconds - look.marginSeconds);
          expect(Number(form.get('until'))).toBeGreaterThan(look.lastSeconds);
          expect(Number(form.get('now'))).toBeGreaterThanOrEqual(Number(form.get('until')));
        }
      }),
      { numRuns: 50 },
    );
  });
});

it('name the targets, the time with its margin, and refuse a cached answer', () => {
  const [look] = plan([{ series: 'a b;t="', value: 1, timestamp: now - 10 }]);
  if (look === undefined) throw new Error('no look');
  expect([...formatRequest(look, { nowSeconds: now })]).toEqual([
    ['format', 'json'],
    ['noCache', '1'],
    ['from', String(now - 130)],
    ['until', String(now - 9)],
    ['now', String(now)],
    ['target', 'a b;t=\\"'],
  ]);
});
