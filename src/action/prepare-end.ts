import { checkOptions } from '../library/check-options.ts';
import { resolveSamplingTimes } from '../options/resolve-sampling.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';
import { printProblem } from './print-problem.ts';
import { SKIPPED_RESULT, setOutputs } from './print-result.ts';
import { saveSampler, saveStart } from './state.ts';

/** What the end of the job needs. Without it nothing happens there, and so it is where the inputs are wrong already. */
export async function prepareEnd(
  { publish, faults }: Inputs,
  { env, nowMs }: { readonly env: NodeJS.ProcessEnv; readonly nowMs: number },
): Promise<void> {
  if (faults.count > 0 || (await checkOptions(publish, { face: 'action', nowMs })) !== undefined) return;
  saveStart(nowMs);
  if (!publish.runnerMetrics) return;
  const { startMeasuring } = await import('./measure-runner.ts');
  const started = await startMeasuring(resolveSamplingTimes(publish, faults), { env, nowMs });
  if ('sampler' in started) saveSampler(started.sampler);
  else print.warning(started.problem);
}

/** Sends nothing yet, and so has no outputs; but what is wrong with the inputs is told now, and not when the job is over. */
export async function waitForEnd(inputs: Inputs, nowMs: number): Promise<void> {
  const problem = await checkOptions(inputs.publish, { face: 'action', nowMs, faults: inputs.faults });
  if (problem === undefined) {
    print.info('Nothing to send yet: the metrics of this job are sent when it ends.');
    return;
  }
  printProblem(problem, inputs);
  setOutputs({ ...SKIPPED_RESULT, delivery: 'failed' });
}
