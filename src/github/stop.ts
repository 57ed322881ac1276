import { onAbort } from '../util/abort.ts';
import { startDeadline } from '../util/deadline.ts';
import { GithubError } from './explain-problem.ts';

/** Ends all requests of one question. The first reason counts. */
export interface Stop extends Disposable {
  readonly signal: AbortSignal;
  /** Never resolves; rejects with the reason. */
  readonly stopped: Promise<never>;
  readonly stop: (reason: GithubError) => void;
}

/** Stops after `timeoutMs`, or when `signal` aborts. Disposing aborts all requests that still run. */
export function startStop({
  timeoutMs,
  signal,
}: {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}): Stop {
  const deadline = startDeadline({
    timeoutMs,
    signal,
    toReason: () => new GithubError(`GitHub did not answer within ${timeoutMs / 1000} s`),
  });
  const requests = new AbortController();
  let reject: (reason: GithubError) => void = () => {};
  const stopped = new Promise<never>((_, rejectStopped) => {
    reject = rejectStopped;
  });
  // The reason may come after the question was answered.
  stopped.catch(() => {});
  const stop = (reason: GithubError): void => {
    reject(reason);
    // Octokit retries every error but a plain abort, so the signal gets no reason.
    requests.abort();
  };
  onAbort(deadline.signal, () => {
    const { reason } = deadline.signal;
    const wasStopped = 'GitHub was no longer asked: the run was stopped';
    stop(reason instanceof GithubError ? reason : new GithubError(wasStopped));
  });
  return {
    signal: requests.signal,
    stopped,
    stop,
    [Symbol.dispose]: () => {
      deadline[Symbol.dispose]();
      requests.abort();
    },
  };
}
