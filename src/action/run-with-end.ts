import { checkOptions } from '../library/publish-run.ts';
import { Faults } from '../model/faults.ts';
import { listNaming } from '../options/named-sources.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';
import { printProblem } from './print-problem.ts';
import { publishStep } from './publish-step.ts';
import { readOwnInputs } from './raw-inputs.ts';
import { findSamplerPlace, loadJobMeasurement } from './sampler-place.ts';
import { listInputStates } from './saved-inputs.ts';
import { saveSampler, saveStart } from './state.ts';
import { SKIPPED_RESULT, setOutputs } from './write-result.ts';

/** A step whose job has something to send at its end: prepares that, and publishes what is not for the end. */
export async function runWithEnd(inputs: Inputs): Promise<void> {
  const { options, namesSomething, waits } = inputs;
  const publish = (step: Inputs): Promise<void> => untilStopped((signal) => publishStep(step, signal));
  const problem = await prepareEnd(inputs);
  if (problem !== undefined) {
    print.warning(
      `Nothing is sent at the end of the job, because the step's state was not saved: ${problem}`,
    );
    if (!namesSomething) return setOutputs(SKIPPED_RESULT);
    // Files that are made later are missing now.
    return publish(waits ? { ...inputs, options: { ...options, ifNoFilesFound: 'warn' } } : inputs);
  }
  if (namesSomething && !waits) return publish(inputs);
  await waitForEnd(inputs);
  // An event belongs to this moment, although the metrics are sent later.
  if (options.event !== undefined && !waits) await publish(inputs);
}

/** Saves what the end of the job needs, also if the inputs are wrong. Returns a sentence if it cannot be saved. */
async function prepareEnd({ options, waits, run }: Inputs): Promise<string | undefined> {
  const { env, nowMs, faults } = run;
  if (faults.count > 0) return undefined;
  const checked = await checkOptions(options, { ...run, faults: new Faults() });
  if (checked.problem !== undefined) return undefined;
  const naming = listNaming('action');
  const inputs = listInputStates(readOwnInputs(env), {
    isLeftOut: (row) => !waits && naming.includes(row),
    // Without the file, the runner reads states from the log.
    isUnsaved: ({ secret }) => !env['GITHUB_STATE'] && secret === true,
  });
  const problem = saveStart(nowMs, inputs);
  if (problem !== undefined || !options.runnerMetrics) return problem;
  const { endJobMeasurement, startJobMeasurement } = await loadJobMeasurement();
  const place = findSamplerPlace(run);
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
async function waitForEnd(inputs: Inputs): Promise<void> {
  const { problem } = await checkOptions(inputs.options, inputs.run);
  if (problem === undefined) {
    print.info('Nothing to send yet: the metrics of this job are sent when it ends.');
    return;
  }
  printProblem(problem, inputs);
  setOutputs({ ...SKIPPED_RESULT, delivery: 'failed' });
}
