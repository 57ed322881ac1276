/** What asks the program to end. A system that lacks one of them never sends it. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK'] as const;

/** A terminal and a parent such as npm both pass on one press of a key: only a later repetition means "at once". */
const REPEAT_MS = 1_000;
/** How long a stopped run may still print. A reader that takes longer must not keep the process. */
const FLUSH_MS = 1_000;

/** What ends the work in an orderly way before it is done. */
export interface Stopping {
  readonly signal: AbortSignal;
  /** The work is over: what is left of the process ends by itself, or soon after a signal. */
  end(): void;
}

/**
 * Turns the signals that ask the program to end into one `AbortSignal`. A runner that cancels a job sends SIGINT, then
 * SIGTERM; the second of a kind ends the process at once. `takes` says that a signal is for something else.
 */
export function stopOnSignal(takes: (name: NodeJS.Signals) => boolean = () => false): Stopping {
  const controller = new AbortController();
  let stoppedBy: NodeJS.Signals | undefined;
  let hasEnded = false;
  const handle = (name: NodeJS.Signals): void => {
    if (takes(name)) return;
    stoppedBy ??= name;
    controller.abort();
    setTimeout(() => process.removeListener(name, handle), REPEAT_MS).unref();
    if (hasEnded) endSoon(stoppedBy);
  };
  const endSoon = (name: NodeJS.Signals): void => {
    // The timer alone keeps no process: this one still prints, or waits for the system.
    setTimeout(() => {
      for (const one of STOP_SIGNALS) process.removeListener(one, handle);
      // Windows knows no other way to end a process by a signal.
      process.kill(process.pid, process.platform === 'win32' ? 'SIGTERM' : name);
    }, FLUSH_MS).unref();
  };
  for (const name of STOP_SIGNALS) process.on(name, handle);
  // The listeners stay: a signal in the last milliseconds of the process must not change how it ends.
  const end = (): void => {
    if (!hasEnded && stoppedBy !== undefined) endSoon(stoppedBy);
    hasEnded = true;
  };
  return { signal: controller.signal, end };
}

/** Does the work with a signal that aborts when the process is asked to end. */
export async function untilStopped<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const { signal, end } = stopOnSignal();
  try {
    return await work(signal);
  } finally {
    end();
  }
}
