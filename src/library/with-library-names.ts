import { CarbonError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import { OptionNamer } from '../options/name-options.ts';

/** Runs a function of the library; what is wrong names each option as the library does, in camel case. */
export async function withLibraryNames<Value>(run: (faults: Faults) => Promise<Value>): Promise<Value> {
  try {
    return await run(new Faults());
  } catch (error) {
    throw error instanceof CarbonError ? new OptionNamer('library').nameError(error) : error;
  }
}
