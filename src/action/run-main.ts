import { checkOptions } from '../publish.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { findMissingSecretsCause } from './missing-secrets.ts';
import { print } from './print.ts';
import { publishStep } from './publish-step.ts';
import { saveSampler, saveStart } from './state.ts';
import { NOTHING, setOutputs, tellProblem } from './tell.ts';

/** The step itself: reads the inputs, publishes what they name, and tells the job what became of it. */
export async function runMain(env: NodeJS.ProcessEnv): Promise<void> {
  const nowMs = Date.now();
  const inputs = readInputs(env, 'main');
  const cause = findMissingServerCause(inputs, env);
  if (cause !== undefined) {
    print.notice(`Nothing was sent: ${cause} has no secrets, and server is empty.`);
    setOutputs(NOTHING);
    return;
  }
  if (inputs.reportsAtEnd) await prepareEnd(inputs, { env, nowMs });
  if (inputs.waits || (inputs.reportsAtEnd && !inputs.namesSomething)) return waitForEnd(inputs, nowMs);
  using stopping = stopOnSignal();
  await publishStep(inputs, { nowMs, signal: stopping.signal });
}

/** Why there is no server, where that is nobody's fault: such a step does nothing. */
export function findMissingServerCause(inputs: Inputs, env: NodeJS.ProcessEnv): string | undefined {
  const { server, dryRun } = inputs.publish;
  if (server !== undefined || /^true$/i.test(String(dryRun ?? ''))) return undefined;
  return findMissingSecretsCause(env);
}

/** What the end of the job needs. Without it nothing happens there, and so it is where the inputs are wrong already. */
async function prepareEnd(
  { publish, runnerMetrics, faults }: Inputs,
  { env, nowMs }: { readonly env: NodeJS.ProcessEnv; readonly nowMs: number },
): Promise<void> {
  const measuring = runnerMetrics && (await import('./measure-runner.ts'));
  const times = runnerMetrics && measuring?.resolveTimes(runnerMetrics, faults);
  if (faults.count > 0 || (await checkOptions(publish, { face: 'action', nowMs })) !== undefined) return;
  saveStart(nowMs);
  if (measuring === undefined || times === undefined) return;
  const started = await measuring.startMeasuring(times, { env, nowMs });
  if ('sampler' in started) saveSampler(started.sampler);
  else print.warning(started.problem);
}

/** Sends nothing yet, and so has no outputs; but what is wrong with the inputs is told now, and not when the job is over. */
async function waitForEnd(inputs: Inputs, nowMs: number): Promise<void> {
  const problem = await checkOptions(inputs.publish, { face: 'action', nowMs, faults: inputs.faults });
  if (problem === undefined) {
    print.info('Nothing to send yet: the metrics of this job are sent when it ends.');
    return;
  }
  tellProblem(problem, inputs);
  setOutputs({ ...NOTHING, delivery: 'failed' });
}
