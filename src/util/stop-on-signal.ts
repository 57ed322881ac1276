/** What ends the work well before it is done. */
export interface Stopping {
  readonly signal: AbortSignal;
  end(): void;
}

/** Makes SIGINT and SIGTERM a signal to end the work well: a runner that cancels a job sends the one, then the other. */
export function stopOnSignal(): Stopping {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  // Once each: whoever asks a second time means at once.
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const end = (): void => {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  };
  return { signal: controller.signal, end };
}

/** Does the work with a signal that aborts when the process is told to stop. */
export async function untilStopped(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const { signal, end } = stopOnSignal();
  try {
    await work(signal);
  } finally {
    end();
  }
}
