import { expect, test } from 'vitest';
import { formatFault } from '../../src/model/errors.ts';
import { Faults } from '../../src/model/faults.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';
import { resolveJob } from '../../src/options/resolve-job.ts';

function resolve(written: WrittenOptions) {
  const faults = new Faults();
  const job = resolveJob(readOptions(written, 'library', faults), 5_000);
  return { job, faults: faults.toError().faults.map(formatFault) };
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
  expect(resolve(options)).toEqual({ job: { endedAtMs: 5_000, ...known }, faults: [] });
});

test('every fault is reported', () => {
  expect(resolve({ jobStatus: 'constructor', jobStartedAt: 'yesterday', jobAttempt: 0 }).faults).toEqual([
    expect.stringMatching(/^job-status: it is success, failure or cancelled, got "constructor"/),
    expect.stringMatching(/^job-started-at: .*"yesterday"/),
    expect.stringMatching(/^job-attempt: .*"0"/),
  ]);
});
