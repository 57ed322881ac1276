import { SendError } from '../errors.ts';

/** How long something may take, as a signal that ends it. */
export interface Budget extends Disposable {
  readonly signal: AbortSignal;
}

/** A budget that is over after `totalMs`, or when `signal` says so. */
export function startBudget(totalMs: number, signal: AbortSignal): Budget {
  const controller = new AbortController();
  const message = `Sending was not done within ${totalMs / 1000} s, the timeout.`;
  const timer = setTimeout(() => {
    controller.abort(new SendError(message, { retryable: false, code: 'ETIMEDOUT' }));
  }, totalMs);
  const stop = (): void => controller.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}
