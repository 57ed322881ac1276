import type { Collected } from '../model/collected.ts';
import { CarbonError } from '../model/errors.ts';
import { publish } from '../publish/publish.ts';
import type { Inputs } from './inputs.ts';
import { findAutoGroup } from './other-branches.ts';
import { withExactLines } from './print.ts';
import { printProblem } from './print-problem.ts';
import { finish, printResult, SKIPPED_RESULT } from './print-result.ts';

/** Publishes what a step names and what was collected, and tells the job what became of it. */
export async function publishStep(
  inputs: Inputs,
  context: {
    readonly nowMs: number;
    readonly signal: AbortSignal;
    readonly collected?: Collected;
    readonly sendsCollectedDespiteFaults?: boolean;
  },
): Promise<void> {
  const { signal, ...surroundings } = context;
  try {
    const result = await withExactLines((printExact) =>
      publish(
        { ...inputs.publish, signal, onDryRun: printExact },
        {
          face: 'action',
          faults: inputs.faults,
          problems: inputs.problems,
          job: inputs.job,
          autoGroup: findAutoGroup(inputs.build),
          workspace: process.env['GITHUB_WORKSPACE'] || undefined,
          ...surroundings,
        },
      ),
    );
    printResult(result, inputs);
    await finish(result, inputs);
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    const result = error.result ?? { ...SKIPPED_RESULT, delivery: 'failed' };
    printResult(result, inputs);
    await finish(result, inputs, printProblem(error, inputs));
  }
}
