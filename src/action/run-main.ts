import { untilStopped } from '../util/stop-on-signal.ts';
import { mayMissSecret } from './empty-secret.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { print } from './print.ts';
import { publishStep } from './publish-step.ts';
import { listUnknownInputs } from './raw-inputs.ts';
import { SKIPPED_RESULT, setOutputs } from './write-result.ts';

/** The step itself: reads the inputs, publishes what they name, and prints the result. */
export async function runMain(env: NodeJS.ProcessEnv): Promise<void> {
  await warnOfUnknownInputs(env);
  const read = readInputs({ env, stage: 'main' });
  const remarks = await loadBranchRemarks(read);
  const otherBranch = remarks?.explainOtherBranch(read);
  if (otherBranch !== undefined) return skip(otherBranch, read);
  if (mayMissSecret(read.options) && (await isSkippedWithoutSecret(read))) return;
  if (read.options.doctor) {
    const { doctorStep } = await import('./doctor-step.ts');
    return untilStopped((signal) => doctorStep(read, signal));
  }
  const inputs = await skipCheck(read);
  const mixed = inputs.run.faults.count > 0 ? undefined : remarks?.explainMixedSeries(inputs);
  if (mixed !== undefined) print.notice(mixed);
  if (inputs.reportsAtEnd) return (await import('./run-with-end.ts')).runWithEnd(inputs);
  await untilStopped((signal) => publishStep(inputs, signal));
}

/** Most steps send from the default branch, or leave the group out. */
async function loadBranchRemarks({
  options: { branches, group },
  build,
}: Inputs): Promise<typeof import('./workflow-remarks.ts') | undefined> {
  if (branches === undefined && (build.kind === 'main' || group === 'auto')) return undefined;
  return import('./workflow-remarks.ts');
}

/** Skips a step that needs a secret in a run that has none. */
async function isSkippedWithoutSecret(inputs: Inputs): Promise<boolean> {
  const { findMissingSecret } = await import('./missing-secrets.ts');
  const missing = await findMissingSecret(inputs);
  if (missing === undefined) return false;
  print.notice(`Nothing was sent: ${missing.cause} has no secrets, and ${missing.input} is empty.`);
  setOutputs(SKIPPED_RESULT);
  return true;
}

/** The inputs without a check whose address of Graphite is a secret that this run does not get. */
async function skipCheck(inputs: Inputs): Promise<Inputs> {
  const { check, graphiteUrl } = inputs.options;
  if (!check || graphiteUrl !== undefined) return inputs;
  return (await import('./missing-secrets.ts')).skipCheckWithoutSecrets(inputs);
}

/** Most steps have none. */
async function warnOfUnknownInputs(env: NodeJS.ProcessEnv): Promise<void> {
  const unknown = listUnknownInputs(env);
  if (unknown.length === 0) return;
  const { explainUnknownInputs } = await import('./workflow-remarks.ts');
  print.warning(explainUnknownInputs(unknown));
}

/** Does nothing, now and at the end of the job. An invalid input is still reported. */
async function skip(reason: string, inputs: Inputs): Promise<void> {
  const { faults } = inputs.run;
  const isWrong = faults.count > 0;
  if (isWrong) (await import('./print-problem.ts')).printProblem(faults.toError(), inputs);
  else print.info(reason);
  setOutputs(isWrong ? { ...SKIPPED_RESULT, delivery: 'failed' } : SKIPPED_RESULT);
}
