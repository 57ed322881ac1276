import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Delivery, Result } from '../../src/model/result.ts';
import {
  formatConnectionErrors,
  formatDelivery,
  formatLocation,
  formatRenames,
  formatUndelivered,
} from '../../src/report/delivery.ts';
import { anyCharacter } from '../rules/arbitraries.ts';

const RESULT: Result = {
  delivery: 'confirmed',
  server: 'carbon:2003',
  batches: 3,
  lines: 1234,
  bytes: 45_000,
  attempts: 1,
  undelivered: 0,
  linesMade: 1234,
  points: [{ path: 'a.b', value: '1', timestamp: 5 }],
  renamed: [],
  renamedCount: 0,
  warnings: [],
};

test.each<[Delivery, string]>([
  [
    'confirmed',
    'Confirmed: 1234 metrics in 3 batches (45000 bytes); carbon:2003 closed after reading everything.',
  ],
  [
    'sent',
    'Sent, not confirmed: 1234 metrics in 3 batches (45000 bytes); carbon:2003 did not close in time, so it is unknown what it read.',
  ],
  ['failed', 'Failed: only 1234 metrics in 3 batches (45000 bytes) went to carbon:2003 before.'],
  ['skipped', 'Skipped: there was nothing to send.'],
  ['dry-run', 'Dry run: 1234 lines made, nothing sent.'],
])('%s', (delivery, verdict) => {
  expect(formatDelivery({ ...RESULT, delivery })).toBe(verdict);
  expect(verdict).not.toMatch(/stored/i);
});

test('one of each is singular', () => {
  expect(formatDelivery({ ...RESULT, delivery: 'confirmed', batches: 1, lines: 1, bytes: 1 })).toContain(
    ': 1 metric in 1 batch (1 byte);',
  );
  expect(formatDelivery({ ...RESULT, delivery: 'failed', lines: 0 })).toBe(
    'Failed: nothing was delivered to carbon:2003.',
  );
  expect(formatDelivery({ ...RESULT, delivery: 'dry-run', linesMade: 1 })).toBe(
    'Dry run: 1 line made, nothing sent.',
  );
});

test.each<[Partial<Result>, string]>([
  [
    { verified: 1234, missing: 0 },
    'Confirmed: 1234 metrics in 3 batches (45000 bytes); carbon:2003 closed after reading everything. Graphite shows all 1234 points.',
  ],
  [
    { lines: 1, batches: 1, bytes: 1, verified: 1, missing: 0 },
    'Confirmed: 1 metric in 1 batch (1 byte); carbon:2003 closed after reading everything. Graphite shows the point.',
  ],
  [
    { delivery: 'sent', verified: 1234, missing: 0 },
    'Sent, not confirmed: 1234 metrics in 3 batches (45000 bytes); carbon:2003 did not close in time. Graphite shows all 1234 points.',
  ],
  [
    { delivery: 'failed', verified: 1230, missing: 4 },
    'Failed: 1234 metrics in 3 batches (45000 bytes) went to carbon:2003, and 4 of them were not read back.',
  ],
  [
    { delivery: 'failed', verified: 1233, missing: 1 },
    'Failed: 1234 metrics in 3 batches (45000 bytes) went to carbon:2003, and 1 of them was not read back.',
  ],
  [
    { delivery: 'failed', verified: 1234, missing: 0 },
    'Failed: only 1234 metrics in 3 batches (45000 bytes) went to carbon:2003 before.',
  ],
  [{ delivery: 'dry-run', verified: 0, missing: 0 }, 'Dry run: 1234 lines made, nothing sent.'],
])('with the result of reading back: %j', (changes, verdict) => {
  expect(formatDelivery({ ...RESULT, ...changes })).toBe(verdict);
});

test('names the kept lines by the missing step', () => {
  const kept = { ...RESULT, delivery: 'failed', undeliveredFile: '/s/u.txt', undelivered: 4 } as const;
  const printed = (what: string): string => `What was not ${what} is kept for replay in /s/u.txt (4 lines).`;
  expect(formatUndelivered(kept)).toBe(printed('confirmed'));
  expect(formatUndelivered({ ...kept, verified: 1230, missing: 4 })).toBe(printed('read back'));
  expect(formatUndelivered({ ...kept, verified: 1230, missing: 3 })).toBe(printed('confirmed'));
});

test('prints the repaired failures in one message, with the delivery', () => {
  const connectionErrors = ['a:1 refused.', 'b:2 did not close in time.'];
  const printed = 'a:1 refused. b:2 did not close in time.';
  const format = (changes: Partial<Result>): string | undefined =>
    formatConnectionErrors({ ...RESULT, ...changes });
  expect(format({ connectionErrors, attempts: 3 })).toBe(`Delivered with 3 connections, after: ${printed}`);
  expect(format({ connectionErrors, attempts: 2, delivery: 'sent' })).toBe(
    `Sent with 2 connections, besides: ${printed}`,
  );
  for (const delivery of ['failed', 'skipped', 'dry-run'] as const)
    expect(format({ connectionErrors, delivery })).toBeUndefined();
  expect(format({})).toBeUndefined();
});

test('shows the paths of the metrics', () => {
  expect(formatLocation({ ...RESULT, linesMade: 1 })).toBe(' Path: a.b');
  expect(formatLocation(RESULT)).toBe(' First path: a.b');
  expect(formatLocation({ ...RESULT, points: [] })).toBe('');
});

test('reports renames together, the first ten', () => {
  expect(formatRenames(RESULT)).toBeUndefined();
  const renamed = Array.from({ length: 100 }, (_, index) => ({ from: `a ${index}`, to: `a_${index}` }));
  expect(formatRenames({ ...RESULT, renamed: renamed.slice(0, 1), renamedCount: 1 })).toBe(
    'A name was changed to what every receiver keeps: "a 0" → a_0.',
  );
  expect(formatRenames({ ...RESULT, renamed, renamedCount: 500 })).toMatch(
    /^500 names were changed to what every receiver keeps: "a 0" → a_0, .*"a 9" → a_9, … and 490 more\.$/,
  );
});

test('a changed name can form no line and hide no part of one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anyCharacter, maxLength: 80 }),
      fc.constantFrom('\n', '\r', '\u2028', '\u202e', '\u0000'),
      (text, mark) => {
        const renamed = [{ from: `${text}${mark}Confirmed: all`, to: 'x' }];
        const printed = formatRenames({ ...RESULT, renamed, renamedCount: 1 });
        expect(printed).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      },
    ),
    { numRuns: 200 },
  );
});

test.each([
  [{}, 'It stays until it is replayed or removed.'],
  [
    { RUNNER_TEMP: '/s' },
    /^The runner empties that folder when the job ends\. A cache .+README, "When Carbon is down"/,
  ],
  [{ RUNNER_TEMP: '/s2', RUNNER_ENVIRONMENT: 'github-hosted' }, /^The machine ends with the job\. A cache/],
  [{ RUNNER_TEMP: '/s2', RUNNER_ENVIRONMENT: 'self-hosted' }, 'It stays until it is replayed or removed.'],
])('names the kept lines and how long they stay: %j', (env, retention) => {
  const kept = { ...RESULT, delivery: 'failed', undeliveredFile: '/s/u.txt', undelivered: 4 } as const;
  expect(formatUndelivered(kept, env)?.split('(4 lines). ')[1]).toMatch(retention);
});
