import { SendError } from '../model/errors.ts';

/** The error of a run that `signal` ended: the signal's own reason where it is one, else that somebody stopped it. */
export function toAbortError(signal: AbortSignal): SendError {
  const reason: unknown = signal.reason;
  if (reason instanceof SendError) return reason;
  return new SendError('Sending was stopped.', { retryable: false, code: 'ABORT_ERR', cause: reason });
}
