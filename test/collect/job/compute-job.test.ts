import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeJob, type JobFacts } from '../../../src/collect/job/compute-job.ts';

const facts = { startedAtMs: 1_000, endedAtMs: 63_500, status: 'success', attempt: 1 } as const;
const named = (given: JobFacts) =>
  Object.fromEntries(computeJob(given).metrics.map(({ nodes, value }) => [nodes.join('.'), value]));

describe('a job', () => {
  test.each([
    ['success', { 'job.success': 1, 'job.failure': 0, 'job.cancelled': 0 }],
    ['failure', { 'job.success': 0, 'job.failure': 1, 'job.cancelled': 0 }],
    ['cancelled', { 'job.success': 0, 'job.failure': 0, 'job.cancelled': 1 }],
  ] as const)('that ended with %j', (status, outcome) => {
    expect(named({ ...facts, status })).toEqual({
      'job.duration_seconds': 62.5,
      ...outcome,
      'job.attempt': 1,
    });
  });

  test('has no metric of unknown values', () => {
    expect(named({ endedAtMs: 1 })).toEqual({});
    expect(named({ endedAtMs: 63_500, startedAtMs: 1_000 })).toEqual({ 'job.duration_seconds': 62.5 });
    expect(named({ endedAtMs: 1, attempt: 2 })).toEqual({ 'job.attempt': 2 });
  });

  test('is shown with its status and duration, when both are known', () => {
    expect(computeJob(facts).figures).toEqual({ status: 'success', durationSeconds: 62.5, steps: [] });
    expect(computeJob({ ...facts, status: undefined }).figures).toBeUndefined();
    expect(computeJob({ ...facts, startedAtMs: undefined }).figures).toBeUndefined();
  });

  test('has no duration when it ends before it began', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (startedAtMs, endedAtMs) => {
        const duration = { 'job.duration_seconds': (endedAtMs - startedAtMs) / 1000 };
        expect(named({ startedAtMs, endedAtMs })).toEqual(endedAtMs >= startedAtMs ? duration : {});
      }),
    );
  });
});
