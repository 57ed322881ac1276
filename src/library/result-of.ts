import { CarbonError, type SendError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';

/** The Results of runs that a signal ended, by the signal's reason; undefined where it ended more than one run. */
const ABORTED = new WeakMap<object, Result | undefined>();

/**
 * What had happened to the metrics of a run that was rejected with `error`: the `result` of a {@link CarbonError}, and
 * that of a run whose signal aborted, which is rejected with the signal's reason. Undefined where nothing is known: the
 * reason is no object, or it ended several runs.
 */
export function resultOf(error: unknown): Result | undefined {
  if (error instanceof CarbonError) return error.result;
  return isObject(error) ? ABORTED.get(error) : undefined;
}

/** Notes what an aborted run had done, for {@link resultOf}. */
export function noteAborted(reason: unknown, { result, message }: SendError): void {
  if (!isObject(reason) || result === undefined) return;
  const isFirst = !ABORTED.has(reason);
  ABORTED.set(reason, isFirst ? { ...result, warnings: [...result.warnings, message] } : undefined);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
