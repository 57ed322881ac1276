/** Signals that ask the program to end. A system without one of them never sends it. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK'] as const;

/** A terminal and a parent such as npm both forward one key press, so only a later repetition means "at once". */
const REPEAT_MS = 1_000;
/** How long a stopped run may still print. A slow reader must not keep the process alive. */
const FLUSH_MS = 1_000;

/** Ends the work in an orderly way before it is done. */
export interface Stopping {
  readonly signal: AbortSignal;
  /** The work is over: the process ends soon, at the latest after a signal. */
  end(): void;
}

/**
 * Turns the signals that ask the program to end into one `AbortSignal`. A runner that cancels a job sends SIGINT,
 * then SIGTERM; the second signal of a kind ends the process at once. `takes` returns whether a signal is for another
 * purpose.
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
    // Unreferenced: the process is still alive only if it prints or waits for the system.
    setTimeout(() => {
      for (const one of STOP_SIGNALS) process.removeListener(one, handle);
      // Windows has no other way to end a process by a signal.
      process.kill(process.pid, process.platform === 'win32' ? 'SIGTERM' : name);
    }, FLUSH_MS).unref();
  };
  for (const name of STOP_SIGNALS) process.on(name, handle);
  // The listeners stay: a signal after the work must not change the exit code, until Node itself removes them.
  const end = (): void => {
    if (!hasEnded && stoppedBy !== undefined) endSoon(stoppedBy);
    hasEnded = true;
  };
  return { signal: controller.signal, end };
}

/** Runs the work with a signal that aborts when the process is asked to end. */
export async function untilStopped<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const { signal, end } = stopOnSignal();
  try {
    return await work(signal);
  } finally {
    end();
  }
}
