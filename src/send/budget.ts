import { SendError } from '../model/errors.ts';
import { monotonicMs, startDeadline } from '../util/deadline.ts';

/** The time that sending may take in total. The time between two calls does not count. */
export class Budget {
  readonly #totalMs: number;
  #leftMs: number;

  constructor(totalMs: number) {
    this.#totalMs = totalMs;
    this.#leftMs = totalMs;
  }

  /** Calls `send` with a signal that aborts when the budget is spent, or when `signal` aborts. */
  async spend<T>(signal: AbortSignal, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const deadline = startDeadline({ timeoutMs: this.#leftMs, signal, toReason: () => this.#toError() });
    const startedAtMs = monotonicMs();
    try {
      return await send(deadline.signal);
    } finally {
      deadline[Symbol.dispose]();
      this.#leftMs = Math.max(0, this.#leftMs - (monotonicMs() - startedAtMs));
    }
  }

  #toError(): SendError {
    const message = `Sending was not done within ${this.#totalMs / 1000} s, the timeout.`;
    return new SendError(message, { retryable: false, code: 'ETIMEDOUT' });
  }
}
