import type { Collected } from '../model/collected.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import { type ActionRun, type Inputs, readInputs } from './inputs.ts';
import { skipCheckWithoutSecrets } from './missing-secrets.ts';
import { print } from './print.ts';
import { publishStep } from './publish-step.ts';
import { readOwnInputs } from './raw-inputs.ts';
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
  const inputs = skipCheckWithoutSecrets(
    readInputs({ env, stage: 'post', readRaw: saved?.readRaw ?? (() => undefined) }),
  );
  // Signals are handled from here on, so that a run that waits for GitHub's answer keeps its lines.
  await untilStopped((signal) => publishEnd(inputs, { state, signal }));
}

async function publishEnd(
  inputs: Inputs,
  { state, signal }: { readonly state: State; readonly signal: AbortSignal },
): Promise<void> {
  // The sampler is ended in any case.
  const collected = await endSampler(state, inputs.run);
  if (!inputs.reportsAtEnd) {
    print.warning('Nothing is sent at the end of the job: the state of the step does not say what to send.');
    return;
  }
  const { jobMetrics, runnerMetrics, jobStatus, githubToken } = inputs.options;
  const jobStartedAt = jobMetrics ? readStart(state) : undefined;
  if (jobMetrics && jobStatus === undefined)
    print.notice('job.success, job.failure and job.cancelled are left out: job-status is empty.');
  const options = { ...inputs.options, jobStartedAt };
  const run = {
    ...inputs.run,
    sendsCollectedDespiteFaults: true,
    githubToken: jobMetrics ? githubToken : undefined,
    // A job without anything to report gets a notice only if it asked for nothing.
    collected: jobMetrics || runnerMetrics ? collected : undefined,
  };
  await publishStep({ ...inputs, options, run }, signal);
}

/** The start of the job. The duration is omitted if it is unknown. */
function readStart({ startedAtMs }: State): Date | undefined {
  if (startedAtMs !== undefined) return new Date(startedAtMs);
  print.notice('The duration of the job is left out: its state is not what the step saved.');
  return undefined;
}

/** What the sampler measured, if one was started. */
async function endSampler({ sampler }: State, run: ActionRun): Promise<readonly Collected[]> {
  if (sampler === undefined) return [];
  const { endJobMeasurement } = await loadJobMeasurement();
  return [await endJobMeasurement(sampler, findSamplerPlace(run))];
}
