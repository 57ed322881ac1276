import { CarbonError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Result } from '../model/result.ts';
import { OptionNamer } from '../options/name-options.ts';

/** Runs a function of the library. Its errors name each option in camel case, as the library does. */
export async function withLibraryNames<Value>(run: (faults: Faults) => Promise<Value>): Promise<Value> {
  try {
    return await run(new Faults());
  } catch (error) {
    throw error instanceof CarbonError ? new OptionNamer('library').nameError(error) : error;
  }
}

/** A Result whose warnings name each option as the library does. */
export function withLibraryWarnings(result: Result): Result {
  const { warnings, notices = [] } = result;
  return warnings.length + notices.length === 0 ? result : new OptionNamer('library').nameResult(result);
}
