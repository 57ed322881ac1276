import type { Collected } from '../config/publish-options.ts';
import { formatFault } from '../errors.ts';
import type { StepFigure } from '../figures.ts';
import type { CollectedMetric } from '../format/metric.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { print } from './print.ts';
import { publishStep } from './publish-step.ts';
import { findMissingServerCause } from './run-main.ts';
import type { State } from './state.ts';

/** The end of the job: sends what is known only now, and what was named to wait for it. */
export async function runPost(env: NodeJS.ProcessEnv, state: State): Promise<void> {
  const nowMs = Date.now();
  const inputs = readInputs(env, 'post');
  // From here on, so that also who waits for GitHub's answer keeps what it knows.
  using stopping = stopOnSignal();
  const { signal } = stopping;
  const [asked, measured] = await Promise.all([
    askGithub(inputs, { env, signal }),
    readRunner(state, { env, nowMs }),
  ]);
  if (!inputs.reportsAtEnd || findMissingServerCause(inputs, env) !== undefined) return;
  const collected = {
    metrics: [...asked.metrics, ...(measured?.metrics ?? [])],
    figures: measured?.figures ?? {},
    steps: asked.steps,
  };
  const isCollecting = inputs.jobMetrics || inputs.runnerMetrics !== undefined;
  const jobStartedAt = inputs.jobMetrics ? readStart(state) : undefined;
  const publish = { ...inputs.publish, jobStartedAt };
  await publishStep(
    { ...inputs, publish },
    {
      nowMs,
      signal,
      sparesCollected: true,
      // Who asked for no such thing and has nothing to send is told so.
      ...(isCollecting ? { collected } : {}),
    },
  );
}

/** When the job began; what it took is left out where nobody knows. */
function readStart({ startedAtMs }: State): Date | undefined {
  if (startedAtMs !== undefined) return new Date(startedAtMs);
  print.notice('The duration of the job is left out: its state is not what the step saved.');
  return undefined;
}

/** What GitHub knows of the job, where a token lets us ask; what it does not tell is told once and left out. */
async function askGithub(
  inputs: Inputs,
  { env, signal }: { readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
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
    signal,
  });
  if ('problem' in found) {
    print.notice(formatFault(found.problem));
    return { metrics: [], steps: [] };
  }
  const { computeGithubJob } = await import('../collect/job/compute-github-job.ts');
  return computeGithubJob(found.job);
}

/** Ends the process that measures, whatever becomes of what it measured. */
async function readRunner(
  { sampler }: State,
  around: { readonly env: NodeJS.ProcessEnv; readonly nowMs: number },
): Promise<Collected | undefined> {
  if (sampler === undefined) return undefined;
  const { endMeasuring } = await import('./measure-runner.ts');
  const { problem, ...collected } = await endMeasuring(sampler, around);
  if (problem !== undefined) print.notice(`The runner was not measured to the end: ${problem}.`);
  return collected;
}
