import { expect, test } from 'vitest';
import { formatFault } from '../../src/model/errors.ts';
import { Faults } from '../../src/model/faults.ts';
import { resolveJob } from '../../src/options/job-status.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';

function resolve(written: WrittenOptions) {
  const faults = new Faults();
  const { facts: job, warnings } = resolveJob(readOptions(written, { face: 'library', faults }), 5_000);
  return { job, warnings, faults: faults.toError().faults.map(formatFault) };
}

test.each([
  [{ jobStatus: 'success' }, { status: 'success' }],
  [{ jobStatus: 'failed' }, { status: 'failure' }],
  [{ jobStatus: 'UNSTABLE' }, { status: 'failure' }],
  [{ jobStatus: ' canceled ' }, { status: 'cancelled' }],
  [{ jobStatus: 'ABORTED' }, { status: 'cancelled' }],
  [{ jobStartedAt: '2026-11-24T10:00:00Z' }, { startedAtMs: Date.UTC(2026, 10, 24, 10) }],
  [{ jobStartedAt: 4 }, { startedAtMs: 4000 }],
  [{ jobStartedAt: new Date(1234) }, { startedAtMs: 1234 }],
  [{ jobAttempt: '2' }, { attempt: 2 }],
  [{ jobStatus: '', jobStartedAt: '', jobAttempt: '' }, {}],
  [{}, {}],
])('%j', (options, known) => {
  expect(resolve(options)).toEqual({ job: { endedAtMs: 5_000, ...known }, warnings: [], faults: [] });
});

test.each([
  ['success', ['success', 'Succeeded', 'SucceededWithIssues', 'SUCCESS', 'passed', '0']],
  [
    'failure',
    [
      'failure',
      'failed',
      'Failed',
      'FAILURE',
      'UNSTABLE',
      'error',
      'errored',
      'timed_out',
      'Timed out',
      '1',
      '255',
      '-1',
    ],
  ],
  [
    'cancelled',
    ['cancelled', 'canceled', 'Canceled', 'ABORTED', 'NOT_BUILT', 'killed', 'skipped', 'stopped'],
  ],
])('%s has these words: %j', (status, words) => {
  for (const word of words)
    expect([word, resolve({ jobStatus: word })]).toEqual([
      word,
      { job: { endedAtMs: 5_000, status }, warnings: [], faults: [] },
    ]);
});

test.each(['constructor', 'odd', 'running', '1.5', 'Pending', '__proto__'])(
  'an unknown status is a warning and is left out: %s',
  (jobStatus) => {
    expect(resolve({ jobStatus, jobAttempt: 2 })).toEqual({
      job: { endedAtMs: 5_000, attempt: 2 },
      warnings: [expect.stringMatching(`^job-status: .*, got "${jobStatus}"\\. .* are left out\\.$`)],
      faults: [],
    });
  },
);

test('every fault is reported', () => {
  expect(resolve({ jobStartedAt: 'yesterday', jobAttempt: 0 }).faults).toEqual([
    expect.stringMatching(/^job-started-at: .*"yesterday"/),
    expect.stringMatching(/^job-attempt: .*"0"/),
  ]);
});
