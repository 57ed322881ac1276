import { untilStopped } from '../util/stop-on-signal.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { print } from './print.ts';
import { SKIPPED_RESULT, setOutputs } from './print-result.ts';
import { publishStep } from './publish-step.ts';

/** The step itself: reads the inputs, publishes what they name, and tells the job what became of it. */
export async function runMain(env: NodeJS.ProcessEnv): Promise<void> {
  const nowMs = Date.now();
  const inputs = readInputs(env, 'main');
  const cause = await findMissingServerCause(inputs, env);
  if (cause !== undefined) {
    print.notice(`Nothing was sent: ${cause} has no secrets, and server is empty.`);
    setOutputs(SKIPPED_RESULT);
    return;
  }
  if (inputs.reportsAtEnd) {
    const { prepareEnd, waitForEnd } = await import('./prepare-end.ts');
    await prepareEnd(inputs, { env, nowMs });
    if (inputs.waits || !inputs.namesSomething) return waitForEnd(inputs, nowMs);
  }
  await untilStopped((signal) => publishStep(inputs, { nowMs, signal }));
}

/** Why there is no server, where that is nobody's fault: such a step does nothing. */
export async function findMissingServerCause(
  inputs: Inputs,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const { server, dryRun } = inputs.publish;
  if ((server !== undefined && server !== '') || dryRun) return undefined;
  return (await import('./missing-secrets.ts')).findMissingSecretsCause(env);
}
