import { type CarbonError, SendError } from '../model/errors.ts';
import { formatUndelivered, isMissing } from '../report/delivery.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';

/** Fails the step, or warns if the failure must not fail it; returns the message. */
export function printProblem(error: CarbonError, inputs: Inputs): string {
  const isDelivery = error instanceof SendError;
  const { result } = error;
  const kept = result === undefined ? undefined : formatUndelivered(result, inputs.run.env);
  // Points that were not read back may still be delivered; the error says what is known.
  const head = result !== undefined && isMissing(result) ? undefined : 'Metrics were not delivered.';
  const message = isDelivery ? [head, error.message, kept].filter(Boolean).join(' ') : error.message;
  const report = inputs.failOnError ? print.failed : print.warning;
  report(message);
  const besides = isDelivery ? error.inputError?.message : undefined;
  if (besides === undefined) return message;
  report(besides);
  return `${message}\n${besides}`;
}
