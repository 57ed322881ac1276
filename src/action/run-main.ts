import { untilStopped } from '../util/stop-on-signal.ts';
import { readInputs } from './inputs.ts';
import { findMissingSecret } from './missing-secrets.ts';
import { prepareEnd, waitForEnd } from './prepare-end.ts';
import { print } from './print.ts';
import { SKIPPED_RESULT, setOutputs } from './print-result.ts';
import { publishStep } from './publish-step.ts';
import { skipCheckWithoutSecrets } from './skip-check.ts';

/** The step itself: reads the inputs, publishes what they name, and tells the job what became of it. */
export async function runMain(env: NodeJS.ProcessEnv): Promise<void> {
  const nowMs = Date.now();
  const written = readInputs(env, 'main');
  const missing = await findMissingSecret(written.publish, env);
  if (missing !== undefined) {
    print.notice(`Nothing was sent: ${missing.cause} has no secrets, and ${missing.input} is empty.`);
    setOutputs(SKIPPED_RESULT);
    return;
  }
  let inputs = skipCheckWithoutSecrets(written, env);
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
