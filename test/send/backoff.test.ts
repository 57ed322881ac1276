import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeBackoffMs } from '../../src/send/deliver-window.ts';

it.each([
  [0, 500],
  [1, 1000],
  [2, 2000],
  [3, 4000],
  [4, 8000],
  [5, 10_000],
  [6, 10_000],
  [99, 10_000],
])('before retry %i it is less than %i ms, with full jitter', (retry, capMs) => {
  expect(computeBackoffMs(retry, 0)).toBe(0);
  expect(computeBackoffMs(retry, 0.5)).toBe(capMs / 2);
  expect(computeBackoffMs(retry, 1)).toBe(capMs);
});

it('is never negative, never too long, and always valid for a timer', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), random, (retry, share) => {
      const ms = computeBackoffMs(retry, share);
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThan(10_000);
    }),
    { numRuns: 200 },
  );
});
