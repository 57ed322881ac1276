import type { Faults } from '../faults.ts';
import { checkOptions } from '../publish.ts';
import { type Inputs, readInputs, type WrittenTimes } from './inputs.ts';
import { findMissingSecretsCause } from './missing-secrets.ts';
import { print } from './print.ts';
import { publishStep } from './publish-step.ts';
import { saveSampler, saveStart } from './state.ts';
import { NOTHING, setOutputs, tellProblem } from './tell.ts';

/** The step itself: reads the inputs, publishes what they name, and tells the job what became of it. */
export async function runMain(env: NodeJS.ProcessEnv): Promise<void> {
  const nowMs = Date.now();
  saveStart(nowMs);
  const inputs = readInputs(env, 'main');
  const cause = findMissingServerCause(inputs, env);
  if (cause !== undefined) {
    print.notice(`Nothing was sent: ${cause} has no secrets, and server is empty.`);
    setOutputs(NOTHING);
    return;
  }
  if (inputs.runnerMetrics !== undefined)
    await measureRunner(inputs.runnerMetrics, { faults: inputs.faults, env, nowMs });
  if (!inputs.waits && (inputs.namesSomething || !inputs.reportsAtEnd)) {
    await publishStep(inputs, { nowMs });
    return;
  }
  // What is wrong with the inputs is told now, and not when the job is over.
  const problem = await checkOptions(inputs.publish, { face: 'action', nowMs, faults: inputs.faults });
  if (problem !== undefined) tellProblem(problem, inputs);
  else print.info('Nothing to send yet: the metrics of this job are sent when it ends.');
  setOutputs(problem === undefined ? NOTHING : { ...NOTHING, delivery: 'failed' });
}

/** Why there is no server, where that is nobody's fault: such a step does nothing. */
export function findMissingServerCause(inputs: Inputs, env: NodeJS.ProcessEnv): string | undefined {
  const { server, dryRun } = inputs.publish;
  if (server !== undefined || /^true$/i.test(String(dryRun ?? ''))) return undefined;
  return findMissingSecretsCause(env);
}

/** Starts measuring, unless the times are wrong: that joins the faults of the step. */
async function measureRunner(
  times: WrittenTimes,
  around: { readonly faults: Faults; readonly env: NodeJS.ProcessEnv; readonly nowMs: number },
): Promise<void> {
  const { startMeasuring } = await import('./measure-runner.ts');
  const started = await startMeasuring(times, around);
  if (started === undefined) return;
  if ('sampler' in started) saveSampler(started.sampler);
  else print.warning(started.problem);
}
