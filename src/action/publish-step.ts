import { type FaceRun, publishRun } from '../library/publish-run.ts';
import { CarbonError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { Inputs } from './inputs.ts';
import { withExactLines } from './print.ts';
import { printProblem } from './print-problem.ts';
import { finish, printResult, SKIPPED_RESULT, setOutputs } from './print-result.ts';

/** Publishes what a step names and what was collected, and prints the result. */
export async function publishStep(
  inputs: Inputs,
  { signal, ...run }: FaceRun & { readonly signal: AbortSignal },
): Promise<void> {
  const { event, dryRun: isDryRun } = inputs.publish;
  if (event === undefined) return publishMetrics(inputs, { signal, run });
  const { prepareStepEvent, sendStepEvent } = await import('./step-event.ts');
  const prepared = prepareStepEvent(inputs, run);
  const isAlone = !inputs.namesSomething && run.collected === undefined;
  if (isAlone && inputs.faults.count === 0) setOutputs(SKIPPED_RESULT);
  else await publishMetrics(inputs, { signal, run });
  if (prepared !== undefined && inputs.faults.count === 0)
    await sendStepEvent(prepared, { isDryRun, signal });
}

async function publishMetrics(
  inputs: Inputs,
  { signal, run }: { readonly signal: AbortSignal; readonly run: FaceRun },
): Promise<void> {
  const printHistory = prepareHistory(inputs);
  try {
    const result = await withExactLines((printExact) =>
      publishRun({ ...inputs.publish, signal, onDryRun: printExact }, run),
    );
    await printResult(result, inputs);
    await finish(result, inputs, await printHistory(result));
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    const result: Result = error.result ?? { ...SKIPPED_RESULT, delivery: 'failed' };
    await printResult(result, inputs);
    const problems = [printProblem(error, inputs), await printHistory(result)];
    await finish(result, inputs, problems.filter((problem) => problem !== undefined).join('\n'));
  }
}

/** Most runs have no check, so its printer is loaded on demand: while the run first waits for something. */
function prepareHistory({ publish: { check } }: Inputs): (result: Result) => Promise<string | undefined> {
  const loading = check
    ? new Promise((resolve) => setImmediate(resolve)).then(() => import('./print-check.ts'))
    : undefined;
  return async (result) => result.check && (await loading)?.printCheck(result.check);
}
