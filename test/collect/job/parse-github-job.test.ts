import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseGithubJob } from '../../../src/collect/job/parse-github-job.ts';

test.each([
  ['with milliseconds and a zone', '2020-01-20T09:42:40.500-08:00', Date.UTC(2020, 0, 20, 17, 42, 40, 500)],
  ['in UTC', '2020-01-20T17:42:40Z', Date.UTC(2020, 0, 20, 17, 42, 40)],
  ['without a zone', '2020-01-20T17:42:40', undefined],
  ['of the year 1, which means none', '0001-01-01T00:00:00Z', undefined],
  ['that no calendar has', '2020-13-45T17:42:40Z', undefined],
  ['as a number', 1_579_542_160, undefined],
  ['as null', null, undefined],
])('a time %s', (_name, created_at, createdAtMs) => {
  expect(parseGithubJob({ name: 'x', created_at })?.createdAtMs).toBe(createdAtMs);
});

test.each([
  [77, '77'],
  ['77', '77'],
  [99_999_999_999_999_999_999n, '99999999999999999999'],
  [1.5, undefined],
  [{}, undefined],
  ['7x', undefined],
])('the run %s', (run_id, runId) => {
  expect(parseGithubJob({ name: 'x', run_id })?.runId).toBe(runId);
});

test('fields and steps of another form are absent', () => {
  const steps = [null, 5, {}, { name: 7 }, { name: 'a', status: 3, conclusion: null, started_at: {} }];
  expect(parseGithubJob({ name: 'x', status: 5, runner_name: '', steps })).toStrictEqual({
    name: 'x',
    steps: [{ name: 'a' }],
  });
});

test('any value is a job or undefined', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (value, steps) => {
      parseGithubJob(value);
      expect(parseGithubJob({ name: 'x', steps })?.name).toBe('x');
    }),
  );
});
