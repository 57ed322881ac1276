import { untilStopped } from '../util/stop-on-signal.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { findMissingSecretsCause } from './missing-secrets.ts';
import { prepareEnd, waitForEnd } from './prepare-end.ts';
import { print } from './print.ts';
import { SKIPPED_RESULT, setOutputs } from './print-result.ts';
import { publishStep } from './publish-step.ts';

/** The step itself: reads the inputs, publishes what they name, and tells the job what became of it. */
export async function runMain(env: NodeJS.ProcessEnv): Promise<void> {
  const nowMs = Date.now();
  let inputs = skipCheckWithoutSecrets(readInputs(env, 'main'), env);
  const cause = findMissingServerCause(inputs, env);
  if (cause !== undefined) {
    print.notice(`Nothing was sent: ${cause} has no secrets, and server is empty.`);
    setOutputs(SKIPPED_RESULT);
    return;
  }
  if (inputs.reportsAtEnd) {
    const problem = await prepareEnd(inputs, { env, nowMs });
    const isForEnd = inputs.waits || !inputs.namesSomething;
    if (problem === undefined && isForEnd) return waitForEnd(inputs, nowMs);
    if (problem !== undefined) {
      print.warning(
        `Nothing is sent at the end of the job, because the step's state was not saved: ${problem}`,
      );
      if (!inputs.namesSomething) return setOutputs(SKIPPED_RESULT);
      // Files that are made later are missing now.
      if (inputs.waits) inputs = { ...inputs, publish: { ...inputs.publish, ifNoFilesFound: 'warn' } };
    }
  }
  await untilStopped((signal) => publishStep(inputs, { nowMs, signal }));
}

/** The inputs without `check` where the address of Graphite is a secret that this job is not given. */
export function skipCheckWithoutSecrets(inputs: Inputs, env: NodeJS.ProcessEnv): Inputs {
  const { check, graphiteUrl } = inputs.publish;
  const cause = check && graphiteUrl === undefined ? findMissingSecretsCause(env) : undefined;
  if (cause === undefined) return inputs;
  print.notice(`The check is skipped: ${cause} has no secrets, and graphite-url is empty.`);
  return { ...inputs, publish: { ...inputs.publish, check: false } };
}

/** Why there is no server, where that is nobody's fault: such a step does nothing. */
export function findMissingServerCause(inputs: Inputs, env: NodeJS.ProcessEnv): string | undefined {
  const { server, dryRun } = inputs.publish;
  if ((server !== undefined && server !== '') || dryRun) return undefined;
  return findMissingSecretsCause(env);
}
