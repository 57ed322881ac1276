import { checkOptions } from '../library/check-options.ts';
import type { FaceRun } from '../library/publish-run.ts';
import { listNaming } from '../options/named-sources.ts';
import { type Inputs, readOwnInputs } from './inputs.ts';
import { print } from './print.ts';
import { printProblem } from './print-problem.ts';
import { SKIPPED_RESULT, setOutputs } from './print-result.ts';
import { findSamplerPlace, loadJobMeasurement } from './sampler-place.ts';
import { listInputStates } from './saved-inputs.ts';
import { saveSampler, saveStart } from './state.ts';

/** Saves what the end of the job needs, also if the inputs are wrong. Returns a sentence if it cannot be saved. */
export async function prepareEnd(
  { publish, waits, faults }: Inputs,
  run: FaceRun,
): Promise<string | undefined> {
  const { env, nowMs } = run;
  if (faults.count > 0) return undefined;
  const checked = await checkOptions(publish, { ...run, faults: undefined });
  if (checked.problem !== undefined) return undefined;
  const naming = listNaming('action');
  const inputs = listInputStates(readOwnInputs(env), {
    isLeftOut: (row) => !waits && naming.includes(row),
    // Without the file, the runner reads states from the log.
    isUnsaved: ({ secret }) => !env['GITHUB_STATE'] && secret === true,
  });
  const problem = saveStart(nowMs, inputs);
  if (problem !== undefined || !publish.runnerMetrics) return problem;
  const { endJobMeasurement, startJobMeasurement } = await loadJobMeasurement();
  const place = findSamplerPlace(env, nowMs);
  const started = await startJobMeasurement(checked.sampling, place);
  if ('problem' in started) {
    print.warning(started.problem);
    return undefined;
  }
  const unsaved = saveSampler(started.sampler);
  if (unsaved === undefined) return undefined;
  await endJobMeasurement(started.sampler, place);
  print.warning(`The runner is not measured: ${unsaved}`);
  return undefined;
}

/** Sends nothing yet and sets no outputs, but reports wrong inputs now and not at the end of the job. */
export async function waitForEnd(inputs: Inputs, run: FaceRun): Promise<void> {
  const { problem } = await checkOptions(inputs.publish, run);
  if (problem === undefined) {
    print.info('Nothing to send yet: the metrics of this job are sent when it ends.');
    return;
  }
  printProblem(problem, inputs);
  setOutputs({ ...SKIPPED_RESULT, delivery: 'failed' });
}
