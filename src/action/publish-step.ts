import type { Collected } from '../model/collected.ts';
import { CarbonError } from '../model/errors.ts';
import { publish } from '../publish/publish.ts';
import type { Inputs } from './inputs.ts';
import { withExactLines } from './print.ts';
import { finish, NOTHING, tell } from './tell.ts';

/** Publishes what a step names and what was collected, and tells the job what became of it. */
export async function publishStep(
  inputs: Inputs,
  around: {
    readonly nowMs: number;
    readonly signal: AbortSignal;
    readonly collected?: Collected;
    readonly sparesCollected?: boolean;
  },
): Promise<void> {
  const { signal, ...surroundings } = around;
  try {
    const result = await withExactLines((printExact) =>
      publish(
        { ...inputs.publish, signal, onDryRun: printExact },
        { face: 'action', faults: inputs.faults, job: inputs.job, ...surroundings },
      ),
    );
    tell(result, inputs);
    await finish(result, inputs);
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    const result = error.result ?? { ...NOTHING, delivery: 'failed' };
    tell(result, inputs);
    const { tellProblem } = await import('./tell-problem.ts');
    await finish(result, inputs, tellProblem(error, inputs));
  }
}
