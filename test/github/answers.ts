import fc from 'fast-check';
import { anyScalar } from '../rules/arbitraries.ts';

/** A step as GitHub returns it. */
export interface StepAnswer {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly number: number;
  readonly started_at?: string | null;
  readonly completed_at?: string | null;
}

/** A job as GitHub returns it, with every required field of its description. */
export interface JobAnswer {
  readonly id: number;
  readonly run_id: number;
  readonly run_attempt: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly created_at: string;
  readonly started_at: string;
  readonly completed_at: string | null;
  readonly runner_name: string | null;
  readonly steps?: readonly StepAnswer[];
  readonly [field: string]: unknown;
}

const anyName = fc.oneof(
  fc.string({ unit: anyScalar, minLength: 1, maxLength: 80 }),
  fc.constantFrom(
    'Set up job',
    'Run actions/checkout@v4',
    'Post Run actions/checkout@v4',
    'Run npm test',
    'x',
    'x_2',
  ),
);

const anyTime = fc
  .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
  .chain((time) =>
    fc.constantFrom(
      new Date(time).toISOString(),
      `${new Date(time).toISOString().slice(0, 19)}Z`,
      `${new Date(time).toISOString().slice(0, 23)}-08:00`,
    ),
  );

const anyStep: fc.Arbitrary<StepAnswer> = fc.record(
  {
    name: anyName,
    status: fc.constantFrom('queued', 'in_progress', 'completed'),
    conclusion: fc.constantFrom('success', 'failure', 'cancelled', 'skipped', null),
    number: fc.nat(),
    started_at: fc.option(anyTime),
    completed_at: fc.option(anyTime),
  },
  { requiredKeys: ['name', 'status', 'conclusion', 'number'] },
);

/** Any job that GitHub's description allows. */
export const anyJob: fc.Arbitrary<JobAnswer> = fc.record(
  {
    id: fc.integer({ min: 1, max: 99_999_999_999_999 }),
    run_id: fc.integer({ min: 1, max: 99_999_999_999_999 }),
    run_attempt: fc.integer({ min: 1, max: 50 }),
    name: anyName,
    status: fc.constantFrom('queued', 'in_progress', 'completed', 'waiting', 'requested', 'pending'),
    conclusion: fc.constantFrom('success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', null),
    created_at: anyTime,
    started_at: anyTime,
    completed_at: fc.option(anyTime),
    runner_name: fc.option(anyName),
    steps: fc.array(anyStep, { maxLength: 20 }),
    run_url: fc.webUrl(),
    node_id: fc.string(),
    head_sha: fc.string(),
    url: fc.webUrl(),
    html_url: fc.option(fc.webUrl()),
    check_run_url: fc.webUrl(),
    labels: fc.array(fc.string()),
    runner_id: fc.option(fc.nat()),
    runner_group_id: fc.option(fc.nat()),
    runner_group_name: fc.option(fc.string()),
    workflow_name: fc.option(fc.string()),
    head_branch: fc.option(fc.string()),
  },
  { noNullPrototype: true },
);

/** One job with the given fields. The others have typical values of GitHub. */
export function makeJob(fields: Partial<JobAnswer>): JobAnswer {
  const [job] = fc.sample(anyJob, { numRuns: 1, seed: 4 });
  if (job === undefined) throw new Error('a sample has an element');
  return { ...job, status: 'in_progress', conclusion: null, run_id: 77, run_attempt: 1, ...fields };
}

/** A page of a list of jobs. */
export function makePage(jobs: readonly JobAnswer[], total: number = jobs.length): object {
  return { total_count: total, jobs };
}

/** GitHub's body of a refusal. */
export function makeError(message: string): object {
  return { message, documentation_url: 'https://docs.github.com/rest', status: '403' };
}
