import type { InputError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/types.ts';
import { prepare } from '../publish/prepare.ts';

/** Checks the options of a later run and throws every fault as one error. It reads no file of metrics. */
export async function checkOptions(options: Options, context: RunContext): Promise<InputError | undefined> {
  const faults = context.faults ?? new Faults();
  await prepare(options, context, faults);
  return faults.count === 0 ? undefined : faults.toError();
}
