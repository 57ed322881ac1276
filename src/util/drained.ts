import type { Writable } from 'node:stream';

/**
 * Resolves once the reader of a stream has taken what was written to it, or is gone; undefined where it has already. What
 * is written faster than it is read would else fill the memory.
 */
export function drained(stream: Writable): Promise<void> | undefined {
  if (!stream.writableNeedDrain) return undefined;
  return new Promise((resolve) => {
    const events = ['drain', 'error', 'close'];
    const end = (): void => {
      for (const event of events) stream.removeListener(event, end);
      resolve();
    };
    for (const event of events) stream.on(event, end);
  });
}
