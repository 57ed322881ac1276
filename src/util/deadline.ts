import { onAbort } from './abort.ts';

/** A signal that aborts when the time is over. Disposing ends the timer and leaves the signal as it is. */
export interface Deadline extends Disposable {
  readonly signal: AbortSignal;
}

/** When a deadline passes, and with which reason. */
export interface DeadlineRules {
  readonly timeoutMs: number;
  /** Ends the time early; its reason is passed on. */
  readonly signal?: AbortSignal | undefined;
  /** The reason when the time is over; without it the signal aborts as `AbortController` does. */
  readonly toReason?: () => unknown;
}

/** Starts a deadline that passes after `timeoutMs`, or when the outer signal aborts. */
export function startDeadline({ timeoutMs, signal, toReason }: DeadlineRules): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(toReason?.()), timeoutMs);
  const outer = signal && onAbort(signal, () => controller.abort(signal.reason));
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      outer?.[Symbol.dispose]();
    },
  };
}

/** Waits; returns whether the time passed before the signal aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const listener = onAbort(signal, stop);
  await within(stopped, milliseconds);
  listener[Symbol.dispose]();
  return !signal.aborted;
}

/** The value of a promise, or undefined once the time is over. */
export async function within<Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  // Not a deadline: its signal costs more than all the rest, and every connection waits several times.
  const timeIsOver = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  try {
    return await Promise.race([promise, timeIsOver]);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds on a monotonic clock. The first use of `performance` loads slow modules of Node. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Waits for the event loop's next turn: what was written to sockets is then with the kernel. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
