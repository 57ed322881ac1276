/** A span of time as a signal that ends with it. */
export interface Limit extends Disposable {
  readonly signal: AbortSignal;
}

/** A limit that ends after `timeoutMs`, or as soon as `signal` does. */
export function startLimit(timeoutMs: number, signal: AbortSignal): Limit {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  const timer = setTimeout(end, timeoutMs);
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    },
  };
}
