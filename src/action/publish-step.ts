import { findAutoGroup } from '../ci/auto-group.ts';
import type { Collected } from '../model/collected.ts';
import { CarbonError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { publish } from '../publish/publish.ts';
import type { Inputs } from './inputs.ts';
import { withExactLines } from './print.ts';
import { printProblem } from './print-problem.ts';
import { finish, printResult, SKIPPED_RESULT, setOutputs } from './print-result.ts';

/** Publishes what a step names and what was collected, and prints the result. */
export async function publishStep(
  inputs: Inputs,
  context: {
    readonly nowMs: number;
    readonly signal: AbortSignal;
    readonly collected?: Collected;
    readonly sendsCollectedDespiteFaults?: boolean;
  },
): Promise<void> {
  const { signal, ...runContext } = context;
  const { event, dryRun: isDryRun } = inputs.publish;
  if (event === undefined) return publishMetrics(inputs, { signal, runContext });
  const { prepareEvent, sendStepEvent } = await import('./step-event.ts');
  const prepared = prepareEvent(inputs, { nowMs: context.nowMs, env: process.env });
  const isAlone = !inputs.namesSomething && context.collected === undefined;
  if (isAlone && inputs.faults.count === 0) setOutputs(SKIPPED_RESULT);
  else await publishMetrics(inputs, { signal, runContext });
  if (prepared !== undefined && inputs.faults.count === 0)
    await sendStepEvent(prepared, { isDryRun, signal });
}

async function publishMetrics(
  inputs: Inputs,
  {
    signal,
    runContext,
  }: {
    readonly signal: AbortSignal;
    readonly runContext: Omit<Parameters<typeof publishStep>[1], 'signal'>;
  },
): Promise<void> {
  try {
    const result = await withExactLines((printExact) =>
      publish(
        { ...inputs.publish, signal, onDryRun: printExact },
        {
          face: 'action',
          faults: inputs.faults,
          filledIn: [inputs.repository ?? '', ...inputs.matrixValues],
          job: inputs.job,
          autoGroup: findAutoGroup(inputs.build),
          jobStatus: inputs.jobStatus,
          workspace: process.env['GITHUB_WORKSPACE'] || undefined,
          ...runContext,
        },
      ),
    );
    printResult(result, inputs);
    await finish(result, inputs, await printHistory(result));
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    const result: Result = error.result ?? { ...SKIPPED_RESULT, delivery: 'failed' };
    printResult(result, inputs);
    const problems = [printProblem(error, inputs), await printHistory(result)];
    await finish(result, inputs, problems.filter((problem) => problem !== undefined).join('\n'));
  }
}

/** Most runs have no check, so its printer is loaded on demand. */
async function printHistory({ check }: Result): Promise<string | undefined> {
  return check && (await import('./print-check.ts')).printCheck(check);
}
