import { describe, expect, it } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import { readOptions } from '../../src/options/read-options.ts';
import { resolveSamplingTimes } from '../../src/options/resolve.ts';

function resolve(runnerMetricsInterval: unknown, runnerMetricsSlot: unknown) {
  const faults = new Faults();
  const options = readOptions({ runnerMetricsInterval, runnerMetricsSlot }, { face: 'action', faults });
  const times = resolveSamplingTimes(options, faults);
  return { times, faults: faults.toError().faults };
}

describe('resolveSamplingTimes', () => {
  it.each<[unknown, unknown, number, number]>([
    [undefined, undefined, 5, 60],
    ['', ' ', 5, 60],
    [null, null, 5, 60],
    ['1', '1', 1, 1],
    [' 10 ', '3600', 10, 3600],
    [30, 60, 30, 60],
    ['300', undefined, 300, 300],
    // The action cannot separate a default from an input, because `action.yml` fills it in.
    ['300', '60', 300, 300],
    ['300', '300', 300, 300],
  ])('%j and %j: every %d s, slots of %d s', (interval, slot, intervalSeconds, slotSeconds) => {
    expect(resolve(interval, slot)).toEqual({
      times: { intervalMs: intervalSeconds * 1000, slotMs: slotSeconds * 1000 },
      faults: [],
    });
  });

  it.each<[unknown, unknown, string, string]>([
    ['0', '', 'runner-metrics-interval', 'must be a whole number of seconds from 1 to 300'],
    ['301', '', 'runner-metrics-interval', 'must be a whole number of seconds from 1 to 300'],
    ['1.5', '', 'runner-metrics-interval', 'must be a whole number of seconds from 1 to 300'],
    ['-5', '', 'runner-metrics-interval', 'must be a whole number of seconds from 1 to 300'],
    ['5s', '', 'runner-metrics-interval', 'must be a whole number of seconds from 1 to 300'],
    ['', '0', 'runner-metrics-slot', 'must be a whole number of seconds from 1 to 3600'],
    ['', '3601', 'runner-metrics-slot', 'must be a whole number of seconds from 1 to 3600'],
    ['10', '9', 'runner-metrics-slot', 'it is at least as long as runner-metrics-interval, 10 seconds'],
  ])('%j and %j is a fault of %s', (interval, slot, location, rule) => {
    expect(resolve(interval, slot).faults).toMatchObject([{ location, rule }]);
  });

  it('reports both faults together', () => {
    const { times, faults } = resolve('x', 'y');
    expect(times).toEqual({ intervalMs: 5_000, slotMs: 60_000 });
    expect(faults).toHaveLength(2);
  });
});
