import { untilStopped } from '../util/stop-on-signal.ts';
import { type Inputs, listUnknownInputs, readInputs } from './inputs.ts';
import { findMissingSecret, skipCheckWithoutSecrets } from './missing-secrets.ts';
import { print } from './print.ts';
import { printProblem } from './print-problem.ts';
import { SKIPPED_RESULT, setOutputs } from './print-result.ts';
import { publishStep } from './publish-step.ts';
import { createRunContext } from './run-context.ts';

/** The step itself: reads the inputs, publishes what they name, and prints the result. */
export async function runMain(env: NodeJS.ProcessEnv): Promise<void> {
  const nowMs = Date.now();
  await warnOfUnknownInputs(env);
  let inputs = readInputs(env, 'main');
  const otherBranches = await loadOtherBranches(inputs);
  const otherBranch = otherBranches?.explainOtherBranch(inputs);
  if (otherBranch !== undefined) return skip(otherBranch, inputs);
  const missing = await findMissingSecret(inputs.publish, env);
  if (missing !== undefined) {
    print.notice(`Nothing was sent: ${missing.cause} has no secrets, and ${missing.input} is empty.`);
    setOutputs(SKIPPED_RESULT);
    return;
  }
  const run = createRunContext(inputs, { env, nowMs });
  if (inputs.publish.doctor) {
    const { doctorStep } = await import('./doctor-step.ts');
    return untilStopped((signal) => doctorStep(inputs, { context: run, signal }));
  }
  inputs = skipCheckWithoutSecrets(inputs, env);
  const mixed = inputs.faults.count > 0 ? undefined : otherBranches?.explainMixedSeries(inputs);
  if (mixed !== undefined) print.notice(mixed);
  if (inputs.reportsAtEnd) {
    const { prepareEnd, waitForEnd } = await import('./prepare-end.ts');
    const problem = await prepareEnd(inputs, run);
    const isForEnd = inputs.waits || !inputs.namesSomething;
    if (problem === undefined && isForEnd) {
      await waitForEnd(inputs, run);
      // An event belongs to this moment, although the metrics are sent later.
      if (inputs.publish.event !== undefined && !inputs.waits)
        await untilStopped((signal) => publishStep(inputs, { ...run, signal }));
      return;
    }
    if (problem !== undefined) {
      print.warning(
        `Nothing is sent at the end of the job, because the step's state was not saved: ${problem}`,
      );
      if (!inputs.namesSomething) return setOutputs(SKIPPED_RESULT);
      // Files that are made later are missing now.
      if (inputs.waits) inputs = { ...inputs, publish: { ...inputs.publish, ifNoFilesFound: 'warn' } };
    }
  }
  await untilStopped((signal) => publishStep(inputs, { ...run, signal }));
}

/** Most steps send from the default branch, or leave the group out. */
async function loadOtherBranches({
  publish: { branches, group },
  build,
}: Inputs): Promise<typeof import('./workflow-remarks.ts') | undefined> {
  if (branches === undefined && (build.kind === 'main' || group === 'auto')) return undefined;
  return import('./workflow-remarks.ts');
}

/** Most steps have none. */
async function warnOfUnknownInputs(env: NodeJS.ProcessEnv): Promise<void> {
  const unknown = listUnknownInputs(env);
  if (unknown.length === 0) return;
  const { explainUnknownInputs } = await import('./workflow-remarks.ts');
  print.warning(explainUnknownInputs(unknown));
}

/** Does nothing, now and at the end of the job. An invalid input is still reported. */
function skip(reason: string, inputs: Inputs): void {
  const isWrong = inputs.faults.count > 0;
  if (isWrong) printProblem(inputs.faults.toError(), inputs);
  else print.info(reason);
  setOutputs(isWrong ? { ...SKIPPED_RESULT, delivery: 'failed' } : SKIPPED_RESULT);
}
