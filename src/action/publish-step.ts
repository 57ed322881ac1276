import { publishRun } from '../library/publish-run.ts';
import { CarbonError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { nextTurn } from '../util/deadline.ts';
import type { Inputs } from './inputs.ts';
import { withExactLines } from './print.ts';
import { printResult } from './print-result.ts';
import { SKIPPED_RESULT, setOutputs, writeResult } from './write-result.ts';

/** Publishes what a step names and what was collected, and prints the result. */
export async function publishStep(inputs: Inputs, signal: AbortSignal): Promise<void> {
  const { options, run, namesSomething } = inputs;
  if (options.event === undefined) return publishMetrics(inputs, signal);
  const { prepareStepEvent, sendStepEvent } = await import('./step-event.ts');
  const prepared = prepareStepEvent(inputs);
  const isAlone = !namesSomething && run.collected === undefined;
  if (isAlone && run.faults.count === 0) setOutputs(SKIPPED_RESULT);
  else await publishMetrics(inputs, signal);
  if (prepared !== undefined && run.faults.count === 0)
    await sendStepEvent(prepared, { isDryRun: options.dryRun, signal });
}

async function publishMetrics(inputs: Inputs, signal: AbortSignal): Promise<void> {
  // It is loaded while the run first waits for something, such as Graphite's answer.
  if (inputs.options.check) void nextTurn().then(() => import('./print-check.ts'));
  try {
    const result = await withExactLines((printExact) =>
      publishRun({ ...inputs.options, signal, onDryRun: printExact }, inputs.run),
    );
    await printResult(result, inputs);
    await writeResult(result, { inputs, problem: await printCheck(result) });
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    const result: Result = error.result ?? { ...SKIPPED_RESULT, delivery: 'failed' };
    await printResult(result, inputs);
    const { printProblem } = await import('./print-problem.ts');
    const problems = [printProblem(error, inputs), await printCheck(result)];
    const problem = problems.filter((one) => one !== undefined).join('\n');
    await writeResult(result, { inputs, problem });
  }
}

/** Most runs have no verdicts. */
async function printCheck({ check }: Result): Promise<string | undefined> {
  return check && (await import('./print-check.ts')).printCheck(check);
}
