import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeGithubJob } from '../../../src/collect/job/compute-github-job.ts';
import {
  type GithubJob,
  type GithubStep,
  parseGithubJob,
} from '../../../src/collect/job/parse-github-job.ts';
import { anyJob } from '../../github/answers.ts';

const at = (seconds: number): number => Date.UTC(2026, 0, 1) + seconds * 1000;
const step = (name: string, fields: Partial<GithubStep> = {}): GithubStep => ({
  name,
  status: 'completed',
  conclusion: 'success',
  startedAtMs: at(10),
  completedAtMs: at(12),
  ...fields,
});
const job = (fields: Partial<GithubJob>): GithubJob => ({
  name: 'build',
  status: 'in_progress',
  steps: [],
  ...fields,
});
const named = (given: GithubJob) =>
  Object.fromEntries(computeGithubJob(given).metrics.map(({ nodes, value }) => [nodes.join(' | '), value]));

describe('the wait in the queue', () => {
  test.each([
    ['is the time to the start', 0, 42, 42],
    ['may be none', 5, 5, 0],
    ['may be as long as a run', 0, 35 * 86_400, 35 * 86_400],
    ['is unknown where the job started before it was created', 5, 4, undefined],
    ['is unknown where it would be longer than a run', 0, 35 * 86_400 + 1, undefined],
  ])('%s', (_name, created, started, seconds) => {
    const metrics = named(job({ createdAtMs: at(created), startedAtMs: at(started) }));
    expect(metrics).toEqual(seconds === undefined ? {} : { 'job | queued_seconds': seconds });
  });

  test.each(['queued', 'waiting', 'pending', 'requested', undefined])('does not end for %s', (status) => {
    const { status: _, ...rest } = job({ createdAtMs: at(0), startedAtMs: at(0) });
    expect(named({ ...rest, ...(status === undefined ? {} : { status }) })).toEqual({});
  });
});

describe('the set-up', () => {
  test("is the first step, by only that step's clock", () => {
    const setup = step('Set up job', { startedAtMs: at(-500), completedAtMs: at(-497) });
    expect(named(job({ startedAtMs: at(0), steps: [setup] }))).toEqual({
      'job | setup_seconds': 3,
      'step | Set up job | duration_seconds': 3,
      'step | Set up job | success': 1,
    });
  });

  test('is unknown while it runs', () => {
    expect(named(job({ steps: [step('Set up job', { status: 'in_progress' })] }))).toEqual({});
  });
});

describe('a step', () => {
  test('has a duration, a success and a figure, in its position', () => {
    const steps = [step('Run a'), step('Run b', { conclusion: 'failure', completedAtMs: at(11.25) })];
    expect(named(job({ steps }))).toEqual({
      'step | a | duration_seconds': 2,
      'step | a | success': 1,
      'step | b | duration_seconds': 1.25,
      'step | b | success': 0,
    });
    expect(computeGithubJob(job({ steps })).steps).toEqual([
      { name: 'a', startedAt: at(10) / 1000, endedAt: at(12) / 1000, isSuccess: true },
      { name: 'b', startedAt: at(10) / 1000, endedAt: at(11.25) / 1000, isSuccess: false },
    ]);
  });

  test.each(['failure', 'cancelled', 'neutral', 'timed_out'])(
    'that ended with %s was no success',
    (conclusion) => {
      expect(named(job({ steps: [step('x', { conclusion })] }))['step | x | success']).toBe(0);
    },
  );

  test('that ended before it began has the duration 0', () => {
    const { metrics, steps } = computeGithubJob(job({ steps: [step('x', { completedAtMs: at(9) })] }));
    expect(metrics[0]?.value).toBe(0);
    expect(steps[0]?.endedAt).toBe(steps[0]?.startedAt);
  });

  test.each([
    ['was skipped', step('x', { conclusion: 'skipped' })],
    ['runs', step('x', { status: 'in_progress' })],
    ['has no outcome', { name: 'x', status: 'completed', startedAtMs: at(1), completedAtMs: at(2) }],
    ['has no start', { name: 'x', status: 'completed', conclusion: 'success', completedAtMs: at(2) }],
    ['has no end', { name: 'x', status: 'completed', conclusion: 'success', startedAtMs: at(2) }],
  ])('that %s is left out', (_name, left) => {
    expect(computeGithubJob(job({ steps: [left] }))).toEqual({ metrics: [], steps: [] });
  });

  test('keeps its name when another of that name was skipped', () => {
    const steps = [step('x', { conclusion: 'skipped' }), step('x')];
    expect(computeGithubJob(job({ steps })).steps.map(({ name }) => name)).toEqual(['x_2']);
  });
});

test('any response: two metrics per step, unique names, no negative number, no sums', () => {
  fc.assert(
    fc.property(anyJob, (answer) => {
      const parsed = parseGithubJob(answer);
      if (parsed === undefined) throw new Error('such a job is one');
      const { metrics, steps } = computeGithubJob(parsed);
      const finished = (answer.steps ?? []).filter(
        ({ status, conclusion, started_at, completed_at }) =>
          status === 'completed' && conclusion !== 'skipped' && conclusion && started_at && completed_at,
      );
      expect(steps).toHaveLength(finished.length);
      const paths = metrics.map(({ nodes }) => JSON.stringify(nodes));
      expect(new Set(paths).size).toBe(paths.length);
      expect(metrics.filter(({ nodes }) => nodes[0] === 'step')).toHaveLength(2 * finished.length);
      for (const { value } of metrics) expect(value).toBeGreaterThanOrEqual(0);
      for (const { startedAt, endedAt } of steps) expect(endedAt).toBeGreaterThanOrEqual(startedAt);
    }),
    { numRuns: 500 },
  );
});
