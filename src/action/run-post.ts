import type { CollectedMetric } from '../collect/collected.ts';
import type { Collected } from '../config/publish-options.ts';
import { formatFault } from '../errors.ts';
import type { StepFigure } from '../figures.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { print } from './print.ts';
import { publishStep } from './publish-step.ts';
import { findMissingServerCause } from './run-main.ts';
import type { State } from './state.ts';

/** The end of the job: sends what is known only now, and what was named to wait for it. */
export async function runPost(env: NodeJS.ProcessEnv, state: State): Promise<void> {
  const nowMs = Date.now();
  const inputs = readInputs(env, 'post');
  const [asked, measured] = await Promise.all([askGithub(inputs, env), readRunner(state, nowMs)]);
  if (!inputs.reportsAtEnd || findMissingServerCause(inputs, env) !== undefined) return;
  const collected: Collected = {
    metrics: [...asked.metrics, ...(measured?.metrics ?? [])],
    figures: measured?.figures ?? {},
    steps: asked.steps,
  };
  const jobStartedAt = inputs.jobMetrics ? new Date(state.startedAtMs) : undefined;
  await publishStep({ ...inputs, publish: { ...inputs.publish, jobStartedAt } }, { nowMs, collected });
}

/** What GitHub knows of the job, where a token lets us ask; what it does not tell is told once and left out. */
async function askGithub(
  inputs: Inputs,
  env: NodeJS.ProcessEnv,
): Promise<{ metrics: readonly CollectedMetric[]; steps: readonly StepFigure[] }> {
  const { githubToken: token } = inputs;
  if (token === undefined || !inputs.jobMetrics) return { metrics: [], steps: [] };
  const { findJob } = await import('../github/find-job.ts');
  const found = await findJob({
    apiUrl: env['GITHUB_API_URL'] ?? '',
    token,
    repository: env['GITHUB_REPOSITORY'] ?? '',
    runId: env['GITHUB_RUN_ID'] ?? '',
    attempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
    checkRunId: inputs.checkRunId,
    jobKey: env['GITHUB_JOB'] ?? '',
    matrix: inputs.matrix,
    runnerName: env['RUNNER_NAME'],
  });
  if ('problem' in found) {
    print.notice(formatFault(found.problem));
    return { metrics: [], steps: [] };
  }
  const { computeGithubJob } = await import('../collect/job/compute-github-job.ts');
  return computeGithubJob(found.job);
}

/** Ends the process that measures, whatever becomes of what it measured. */
async function readRunner({ sampler }: State, nowMs: number): Promise<Collected | undefined> {
  if (sampler === undefined) return undefined;
  const { endMeasuring } = await import('./measure-runner.ts');
  const { problem, ...collected } = await endMeasuring(sampler, nowMs);
  if (problem !== undefined) print.notice(`The runner was not measured to the end: ${problem}.`);
  return collected;
}
