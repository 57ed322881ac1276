import { expect, it } from 'vitest';
import { computeHoldMs } from '../../src/send/hold.ts';

const quiet = { openMs: 0, isSecure: false, isSuspect: false, slowness: 1 };

it.each<[string, Partial<typeof quiet>, number]>([
  ['a few milliseconds on a quiet machine', {}, 8],
  ['more where connecting took time', { openMs: 100 }, 158],
  ['more behind a TLS handshake', { isSecure: true, openMs: 10 }, 55],
  ['more on a busy machine', { slowness: 5 }, 40],
  ['more after a connection that ended badly', { isSuspect: true }, 250],
  ['no less than a busy machine needs after that', { isSuspect: true, isSecure: true, slowness: 10 }, 400],
  ['never more than a second', { openMs: 3000, slowness: 1000 }, 1000],
])('the FIN is delayed by %s', (_, facts, expectedMs) => {
  expect(computeHoldMs({ ...quiet, ...facts })).toBe(expectedMs);
});
