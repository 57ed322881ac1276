import { checkOptions } from '../library/check-options.ts';
import { listNaming } from '../options/named-sources.ts';
import { resolveSamplingTimes } from '../options/resolve-sampling.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';
import { printProblem } from './print-problem.ts';
import { SKIPPED_RESULT, setOutputs } from './print-result.ts';
import { readOwnInputs } from './raw-inputs.ts';
import { listInputStates } from './saved-inputs.ts';
import { saveSampler, saveStart } from './state.ts';

/** Saves what the end of the job needs, also if the inputs are wrong. Returns a sentence if it cannot be saved. */
export async function prepareEnd(
  { publish, waits, faults }: Inputs,
  { env, nowMs }: { readonly env: NodeJS.ProcessEnv; readonly nowMs: number },
): Promise<string | undefined> {
  if (faults.count > 0 || (await checkOptions(publish, { face: 'action', nowMs })) !== undefined)
    return undefined;
  const naming = listNaming('action');
  const inputs = listInputStates(readOwnInputs(env), {
    isLeftOut: (row) => !waits && naming.includes(row),
    // Without the file, the runner reads states from the log.
    isUnsaved: ({ secret }) => !env['GITHUB_STATE'] && secret === true,
  });
  const problem = saveStart(nowMs, inputs);
  if (problem !== undefined || !publish.runnerMetrics) return problem;
  const { endMeasuring, startMeasuring } = await import('./measure-runner.ts');
  const started = await startMeasuring(resolveSamplingTimes(publish, faults), { env, nowMs });
  if ('problem' in started) {
    print.warning(started.problem);
    return undefined;
  }
  const unsaved = saveSampler(started.sampler);
  if (unsaved === undefined) return undefined;
  await endMeasuring(started.sampler, { env, nowMs });
  print.warning(`The runner is not measured: ${unsaved}`);
  return undefined;
}

/** Sends nothing yet and sets no outputs, but reports wrong inputs now and not at the end of the job. */
export async function waitForEnd(inputs: Inputs, nowMs: number): Promise<void> {
  const problem = await checkOptions(inputs.publish, { face: 'action', nowMs, faults: inputs.faults });
  if (problem === undefined) {
    print.info('Nothing to send yet: the metrics of this job are sent when it ends.');
    return;
  }
  printProblem(problem, inputs);
  setOutputs({ ...SKIPPED_RESULT, delivery: 'failed' });
}
