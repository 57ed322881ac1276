import type { PublishOptions, Surroundings } from './config/publish-options.ts';
import { checkReportOptions } from './config/resolve-reports.ts';
import type { InputError } from './errors.ts';
import { Faults } from './faults.ts';
import { prepare } from './publish.ts';

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
