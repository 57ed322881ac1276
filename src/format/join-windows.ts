import { cutBatches } from './batch.ts';
import type { Window, WindowRules } from './format-windows.ts';

/** Joins windows that are not full, so that as few connections as possible carry them. */
export async function* joinWindows(
  parts: ReadonlyArray<AsyncIterable<Window>>,
  { batchSize, windowSize }: Pick<WindowRules, 'batchSize' | 'windowSize'>,
): AsyncGenerator<Window> {
  let rest: Window = [];
  for (const part of parts) {
    for await (const window of part) {
      if (rest.length === 0) rest = window;
      else rest = cutBatches(Buffer.concat([...rest, ...window].map(({ bytes }) => bytes)), batchSize);
      for (; isFull(rest); rest = rest.slice(windowSize)) yield rest.slice(0, windowSize);
    }
  }
  if (rest.length > 0) yield rest;

  function isFull(window: Window): boolean {
    return window[windowSize - 1]?.lines === batchSize;
  }
}
