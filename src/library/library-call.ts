import { CarbonError, SendError } from '../model/errors.ts';
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
  const { warnings, notices = [], check } = result;
  return warnings.length + notices.length === 0 && check === undefined
    ? result
    : new OptionNamer('library').nameResult(result);
}

/** The Results of runs that a signal ended, by the signal's reason; undefined if it ended more than one run. */
const ABORTED = new WeakMap<object, Result | undefined>();

/**
 * The Result of a run that was rejected with `error`. For a {@link CarbonError} it is its `result`, for an abort reason
 * that of the aborted run. Undefined if the reason is not an object, or ended several runs.
 */
export function resultOf(error: unknown): Result | undefined {
  if (error instanceof CarbonError) return error.result;
  return isObject(error) ? ABORTED.get(error) : undefined;
}

/** The value of a run. If `signal` ended it, it rejects with the signal's reason, as `fetch` does. */
export async function orAbortReason<Value>(
  run: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  try {
    return await run;
  } catch (error) {
    if (!signal?.aborted || !(error instanceof SendError)) throw error;
    noteAborted(signal.reason, error);
    throw signal.reason;
  }
}

/** Records the Result of an aborted run for {@link resultOf}. */
function noteAborted(reason: unknown, { result, message }: SendError): void {
  if (!isObject(reason) || result === undefined) return;
  const isFirst = !ABORTED.has(reason);
  ABORTED.set(reason, isFirst ? { ...result, warnings: [...result.warnings, message] } : undefined);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
