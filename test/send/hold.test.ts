import { expect, it } from 'vitest';
import { computeHoldMs, computeIdleMs } from '../../src/send/hold.ts';

const quiet = { openMs: 0, isSecure: false, minMs: 0, slowness: 1 };

it.each<[string, Partial<typeof quiet>, number]>([
  ['a few milliseconds on a quiet machine', {}, 8],
  ['more where connecting took time', { openMs: 100 }, 158],
  ['more behind a TLS handshake', { isSecure: true, openMs: 10 }, 55],
  ['more on a busy machine', { slowness: 5 }, 40],
  ['more after a connection that ended badly', { minMs: 250 }, 250],
  ['no less than a busy machine needs after that', { minMs: 250, isSecure: true, slowness: 10 }, 400],
  ['never more than a second', { openMs: 3000, slowness: 1000 }, 1000],
  ['what a proxy took before to give up', { minMs: 3800, openMs: 1, slowness: 2 }, 3800],
])('the FIN is delayed by %s', (_, facts, expectedMs) => {
  expect(computeHoldMs({ ...quiet, ...facts })).toBe(expectedMs);
});

const carbon = { livedMs: 9, closingMs: 0.4, lateMs: 8, holdMs: 8 };

it.each<[string, Partial<typeof carbon>, number | undefined]>([
  ['needs no proof if it came without delay', {}, undefined],
  [
    'needs no proof if the network and the machine explain the delay',
    { closingMs: 140, lateMs: 158 },
    undefined,
  ],
  ['is proved by a connection that outlasts it', { livedMs: 3000, closingMs: 2992 }, 3782],
  [
    'is proved with a margin for a busy machine',
    { livedMs: 100, closingMs: 60, lateMs: 40, holdMs: 40 },
    285,
  ],
])('a close after our FIN %s', (_, facts, expectedMs) => {
  expect(computeIdleMs({ ...carbon, ...facts })).toBe(expectedMs);
});
