import { CarbonError, InputError } from '../model/errors.ts';
import type { Console } from './console.ts';
import { formatWithFlags } from './print-result.ts';

/** The exit code of a command: 2 for wrong input, and 1 for another failure. Both are printed. */
export async function endWithFaults(console: Console, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    console.err(`carbonclient: ${formatWithFlags(error)}`);
    return error instanceof InputError ? 2 : 1;
  }
}
