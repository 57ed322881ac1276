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

const MAX_UNREAD = 10;

/** Adds to the error of a stopped run what it has not started to read; returns any other error unchanged. */
export function nameUnread<Reason>(
  error: Reason,
  sources: readonly { readonly origin: string }[],
): Reason | SendError {
  if (!(error instanceof SendError) || sources.length === 0) return error;
  const rest = sources.length - MAX_UNREAD;
  const origins = sources.slice(0, MAX_UNREAD).map(({ origin }) => origin);
  const more = rest > 0 ? `, … and ${rest} more` : '';
  return extendError(error, `Not read: ${origins.join(', ')}${more}.`);
}
