import type { FaceRun } from '../library/publish-run.ts';
import type { Collected } from '../model/collected.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import { type Inputs, readInputs, readOwnInputs } from './inputs.ts';
import { skipCheckWithoutSecrets } from './missing-secrets.ts';
import { print } from './print.ts';
import { publishStep } from './publish-step.ts';
import { createRunContext } from './run-context.ts';
import { findSamplerPlace, loadJobMeasurement } from './sampler-place.ts';
import { readSavedInputs } from './saved-inputs.ts';
import { readState, type State } from './state.ts';

/** The end of the job: sends what is known only now, and the named metrics that waited for it. */
export async function runPost(env: NodeJS.ProcessEnv): Promise<void> {
  const state = readState(env);
  if (state === undefined) return;
  const saved = readSavedInputs(env, readOwnInputs(env));
  for (const name of saved?.lost ?? [])
    print.warning(
      `${name}: its text was too long to be saved by the step, and at the end of the job the runner gives another one. It is left out.`,
    );
  // Without the saved inputs, the server and TLS are unknown.
  const inputs = skipCheckWithoutSecrets(readInputs(env, 'post', saved?.readRaw ?? (() => undefined)), env);
  // Signals are handled from here on, so that a run that waits for GitHub's answer keeps its lines.
  await untilStopped((signal) => publishEnd(inputs, { env, state, signal }));
}

async function publishEnd(
  inputs: Inputs,
  context: { readonly env: NodeJS.ProcessEnv; readonly state: State; readonly signal: AbortSignal },
): Promise<void> {
  const { env, state, signal } = context;
  const nowMs = Date.now();
  const run = createRunContext(inputs, { env, nowMs });
  // The sampler is ended in any case.
  const collected = await endSampler(state, run);
  if (!inputs.reportsAtEnd) {
    print.warning('Nothing is sent at the end of the job: the state of the step does not say what to send.');
    return;
  }
  const { jobMetrics, runnerMetrics, jobStatus, githubToken } = inputs.publish;
  const jobStartedAt = jobMetrics ? readStart(state) : undefined;
  if (jobMetrics && jobStatus === undefined)
    print.notice('job.success, job.failure and job.cancelled are left out: job-status is empty.');
  const publish = { ...inputs.publish, jobStartedAt };
  await publishStep(
    { ...inputs, publish },
    {
      ...run,
      signal,
      sendsCollectedDespiteFaults: true,
      githubToken: jobMetrics ? githubToken : undefined,
      // A job without anything to report gets a notice only if it asked for nothing.
      collected: jobMetrics || runnerMetrics ? collected : undefined,
    },
  );
}

/** The start of the job. The duration is omitted if it is unknown. */
function readStart({ startedAtMs }: State): Date | undefined {
  if (startedAtMs !== undefined) return new Date(startedAtMs);
  print.notice('The duration of the job is left out: its state is not what the step saved.');
  return undefined;
}

/** What the sampler measured, if one was started. */
async function endSampler({ sampler }: State, { env, nowMs }: FaceRun): Promise<readonly Collected[]> {
  if (sampler === undefined) return [];
  const { endJobMeasurement } = await loadJobMeasurement();
  return [await endJobMeasurement(sampler, findSamplerPlace(env, nowMs))];
}
