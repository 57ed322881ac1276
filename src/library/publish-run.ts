import type { SamplingTimes } from '../collect/runner/slot.ts';
import type { Collected } from '../model/collected.ts';
import type { InputError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/run-context.ts';
import { prepare } from '../publish/prepare.ts';
import { publish } from '../publish/publish.ts';
import type { FaceRun } from './face-run.ts';

/**
 * The run of every face: publishes what the options name, together with what the face collected and what GitHub knows
 * of the job. Errors as {@link publish}.
 */
export function publishRun(options: Options, run: FaceRun): Promise<Result> {
  const { env, githubToken, matrix, collected, ...context } = run;
  if (githubToken === undefined && collected === undefined) return publish(options, context);
  const collect = async (isValid: boolean): Promise<Collected> => {
    const { collectRun } = await import('./face-run.ts');
    return collectRun(options, isValid ? run : { ...run, githubToken: undefined });
  };
  return publish(options, { ...context, collect });
}

/** The options of a later run after their check. */
export interface CheckedOptions {
  /** Every fault as one error; undefined if there is none. */
  readonly problem: InputError | undefined;
  /** How often the runner is measured. */
  readonly sampling: SamplingTimes;
}

/** Checks the options of a later run. It reads no file of metrics. */
export async function checkOptions(options: Options, context: RunContext): Promise<CheckedOptions> {
  const { faults } = context;
  const { sampling } = await prepare(options, context);
  return { problem: faults.count === 0 ? undefined : faults.toError(), sampling };
}
