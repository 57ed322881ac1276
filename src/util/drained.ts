import type { Writable } from 'node:stream';

/**
 * Resolves when the reader of a stream has taken what was written, or when the stream is closed. Undefined if there is
 * nothing to wait for. Without waiting, a slow reader would fill the memory.
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
