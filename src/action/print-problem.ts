import { type CarbonError, SendError } from '../model/errors.ts';
import { formatUndelivered, isMissing } from '../report/verdict.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';

/** Fails the step, or warns where a failed delivery is no failure; returns what it said. */
export function printProblem(error: CarbonError, inputs: Inputs): string {
  const isDelivery = error instanceof SendError;
  const { result } = error;
  const kept = result === undefined ? undefined : formatUndelivered(result, process.env);
  // What was sent and not read back may have been delivered all the same; the error tells what is known.
  const head = result !== undefined && isMissing(result) ? undefined : 'Metrics were not delivered.';
  const message = isDelivery ? [head, error.message, kept].filter(Boolean).join(' ') : error.message;
  if (isDelivery && !inputs.failOnError) print.warning(message);
  else print.failed(message);
  // Bad input fails whatever becomes of the delivery.
  const besides = isDelivery ? error.inputError?.message : undefined;
  if (besides === undefined) return message;
  print.failed(besides);
  return `${message}\n${besides}`;
}
