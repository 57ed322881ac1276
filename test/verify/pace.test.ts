import { expect, it } from 'vitest';
import { computePauseMs, computeResendGapMs, DEFAULT_PACE } from '../../src/verify/verify-points.ts';

it('the pauses grow from half a second to five', () => {
  const pauses = [1, 2, 3, 6, 7, 100, 10_000].map((looks) =>
    computePauseMs(DEFAULT_PACE, { looks, random: 0 }),
  );
  expect(pauses.map(Math.round)).toEqual([500, 750, 1_125, 3_797, 5_000, 5_000, 5_000]);
});

it('jitter shortens a pause by up to a fifth', () => {
  expect([0, 0.5, 1].map((random) => computePauseMs(DEFAULT_PACE, { looks: 1, random }))).toEqual([
    500, 450, 400,
  ]);
});

it('missing points are sent again after 5, 15, 30 and 30 seconds', () => {
  const gaps = [0, 1, 2, 3, 1_000].map((resends) => computeResendGapMs(resends, DEFAULT_PACE));
  expect(gaps).toEqual([5_000, 15_000, 30_000, 30_000, 30_000]);
});
