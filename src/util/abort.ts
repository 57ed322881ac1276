import { SendError } from '../model/errors.ts';

/** The error of a run that `signal` ended: the signal's reason if it is a SendError, otherwise that it was stopped. */
export function toAbortError(signal: AbortSignal): SendError {
  const reason: unknown = signal.reason;
  if (reason instanceof SendError) return reason;
  return new SendError('Sending was stopped.', { retryable: false, code: 'ABORT_ERR', cause: reason });
}

/** The same error with one more sentence. */
export function extendError({ message, retryable, code, cause }: SendError, sentence: string): SendError {
  return new SendError(`${message} ${sentence}`, { retryable, code, cause });
}

/** Calls the listener once: when the signal aborts, or at once if it has aborted already. Disposing removes the listener. */
export function onAbort(signal: AbortSignal, listener: () => void): Disposable {
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}

/** Waits for a promise. @throws {SendError} if the signal aborts first. */
export async function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(toAbortError(signal));
  });
  const listener = onAbort(signal, stop);
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    listener[Symbol.dispose]();
  }
}
