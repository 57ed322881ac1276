import { describe, expect, it } from 'vitest';
import { resolveSamplingTimes } from '../../../src/collect/runner/sampling-times.ts';
import { InputError } from '../../../src/model/errors.ts';
import { Faults } from '../../../src/model/faults.ts';

function resolve(interval: unknown, slot: unknown): { times: unknown; message: string } {
  const faults = new Faults();
  const times = resolveSamplingTimes(
    { interval: { name: 'interval', written: interval }, slot: { name: 'slot', written: slot } },
    faults,
  );
  return { times, message: faults.count === 0 ? '' : faults.toError().message };
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
    ['300', '300', 300, 300],
  ])('%j and %j: every %d s, slots of %d s', (interval, slot, intervalSeconds, slotSeconds) => {
    expect(resolve(interval, slot)).toEqual({
      times: { intervalMs: intervalSeconds * 1000, slotMs: slotSeconds * 1000 },
      message: '',
    });
  });

  it.each<[unknown, unknown, string]>([
    ['0', '', 'interval: it is a whole number of seconds from 1 to 300, got "0". Nothing was sent.'],
    ['301', '', 'interval: it is a whole number of seconds from 1 to 300, got "301". Nothing was sent.'],
    ['1.5', '', 'interval: it is a whole number of seconds from 1 to 300, got "1.5". Nothing was sent.'],
    ['-5', '', 'interval: it is a whole number of seconds from 1 to 300, got "-5". Nothing was sent.'],
    ['5s', '', 'interval: it is a whole number of seconds from 1 to 300, got "5s". Nothing was sent.'],
    ['', '0', 'slot: it is a whole number of seconds from 1 to 3600, got "0". Nothing was sent.'],
    ['', '3601', 'slot: it is a whole number of seconds from 1 to 3600, got "3601". Nothing was sent.'],
    [
      '10',
      '9',
      'slot: it is at least as long as interval, 10 seconds, got "9". A slot without a sample has no mean. Nothing was sent.',
    ],
  ])('%j and %j: %s', (interval, slot, message) => {
    expect(resolve(interval, slot).message).toBe(message);
  });

  it('both faults are told at once', () => {
    const faults = new Faults();
    const wrong = { interval: { name: 'a', written: 'x' }, slot: { name: 'b', written: 'y' } };
    expect(resolveSamplingTimes(wrong, faults)).toEqual({ intervalMs: 5_000, slotMs: 60_000 });
    expect(() => faults.throwIfAny()).toThrow(InputError);
    expect(faults.count).toBe(2);
  });
});
