import type { SamplingTimes } from '../collect/runner/slot.ts';
import type { InputError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/types.ts';
import { prepare } from '../publish/prepare.ts';

/** The options of a later run after their check. */
export interface CheckedOptions {
  /** Every fault as one error; undefined if there is none. */
  readonly problem: InputError | undefined;
  /** How often the runner is measured. */
  readonly sampling: SamplingTimes;
}

/** Checks the options of a later run. It reads no file of metrics. */
export async function checkOptions(options: Options, context: RunContext): Promise<CheckedOptions> {
  const faults = context.faults ?? new Faults();
  const { sampling } = await prepare(options, context, faults);
  return { problem: faults.count === 0 ? undefined : faults.toError(), sampling };
}
