import { SendError } from '../model/errors.ts';

/** The error of a run that `signal` ended: the signal's own reason where it is one, else that it was stopped. */
export function toAbortError(signal: AbortSignal): SendError {
  const reason: unknown = signal.reason;
  if (reason instanceof SendError) return reason;
  return new SendError('Sending was stopped.', { retryable: false, code: 'ABORT_ERR', cause: reason });
}

/** The same error with one more sentence. */
export function extendError({ message, retryable, code, cause }: SendError, sentence: string): SendError {
  return new SendError(`${message} ${sentence}`, { retryable, code, cause });
}

/** Waits for a promise. @throws {SendError} where the signal comes first. */
export function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(toAbortError(signal));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
