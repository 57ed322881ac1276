import type { InputError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import { checkReportOptions } from '../options/resolve-reports.ts';
import type { PublishOptions, Surroundings } from '../options/types.ts';
import { prepare } from '../publish/publish.ts';

/** Checks the options of a later run: every fault as one error, or nothing. No file of metrics is read. */
export async function checkOptions(
  options: PublishOptions,
  around: Surroundings,
): Promise<InputError | undefined> {
  const faults = around.faults ?? new Faults();
  await prepare(options, around, faults);
  checkReportOptions(options, faults);
  return faults.count === 0 ? undefined : faults.toError();
}
