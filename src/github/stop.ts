import { GithubError } from './github-error.ts';

/** What ends the asking, for one of several reasons; the first one counts. */
export interface Stop extends Disposable {
  readonly signal: AbortSignal;
  /** Never fulfilled; rejected with the reason. */
  readonly stopped: Promise<never>;
  readonly stop: (reason: GithubError) => void;
}

/** Stops after `timeoutMs`, or as soon as `signal` does; once disposed of, everything under way ends too. */
export function startStop({
  timeoutMs,
  signal,
}: {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}): Stop {
  const controller = new AbortController();
  let reject: (reason: GithubError) => void = () => {};
  const stopped = new Promise<never>((_, rejectStopped) => {
    reject = rejectStopped;
  });
  // Nobody may be waiting for it any more.
  stopped.catch(() => {});
  const stop = (reason: GithubError): void => {
    reject(reason);
    // Without a reason of its own: only a plain abort is not repeated by the client.
    controller.abort();
  };
  const onAbort = (): void => stop(new GithubError('GitHub was asked no further: the run was stopped'));
  const timer = setTimeout(() => {
    stop(new GithubError(`GitHub did not answer within ${timeoutMs / 1000} s`));
  }, timeoutMs);
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    stopped,
    stop,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      controller.abort();
    },
  };
}
