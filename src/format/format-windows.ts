import { SendError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Point } from '../model/result.ts';
import type { Chunks } from '../util/chunks.ts';
import { type Batch, toText } from './batch.ts';
import { BatchBuilder } from './batch-builder.ts';

/** What one connection carries. */
export type Window = readonly Batch[];

/** What makes one line out of one item. */
export interface LineSource<Item> {
  /** Adds the item's line to the batches, or nothing where the item has a fault. */
  format(item: Item, batches: BatchBuilder): void;
  startWindow(): void;
}

/** The first lines of a run that its Result shows. */
export const MAX_POINTS = 200;

/** How formatted lines are cut, and where the first of them are shown. */
export interface WindowRules {
  /** Lines per batch. */
  readonly batchSize: number;
  /** Batches per window. */
  readonly windowSize: number;
  /** Receives the first two hundred lines of the run. */
  readonly points: Point[];
}

/**
 * Formats what is checked whole, in windows; none of them may be sent before all was formatted and no fault was found.
 * Two metrics are told apart in all of it.
 */
export function formatWhole<Item>(
  chunks: Chunks<Item>,
  lines: LineSource<Item>,
  rules: WindowRules,
): AsyncGenerator<Window> {
  return formatWindows(chunks, lines, { ...rules, onWindow: () => {} });
}

/**
 * Formats a stream window by window: a window is yielded when it is full and without a fault. Two metrics are told
 * apart only within one window, so that a stream of any length fits the memory.
 * @throws {InputError} with every fault of the window that has one; that window is not yielded.
 */
export function formatStream<Item>(
  chunks: Chunks<Item>,
  lines: LineSource<Item>,
  rules: WindowRules & { readonly faults: Faults; readonly consequence: () => string },
): AsyncGenerator<Window> {
  const onWindow = (): void => {
    rules.faults.throwIfAny(rules.consequence());
    lines.startWindow();
  };
  return formatWindows(chunks, lines, { ...rules, onWindow });
}

async function* formatWindows<Item>(
  chunks: Chunks<Item>,
  lines: LineSource<Item>,
  rules: WindowRules & { readonly onWindow: () => void },
): AsyncGenerator<Window> {
  const builder = new BatchBuilder(rules.batchSize);
  const takeWindow = (): Window => {
    rules.onWindow();
    const window = builder.take();
    showFirst(window, rules.points);
    return window;
  };
  let cut: { readonly reason: unknown } | undefined;
  try {
    for await (const chunk of chunks) {
      for (const item of chunk) {
        lines.format(item, builder);
        if (builder.fullBatches === rules.windowSize) yield takeWindow();
      }
    }
  } catch (reason) {
    // A run that is stopped keeps what was read of a stream by then.
    if (!(reason instanceof SendError)) throw reason;
    cut = { reason };
  }
  const last = takeWindow();
  if (last.length > 0) yield last;
  if (cut !== undefined) throw cut.reason;
}

/** Adds the first lines of a window to the points, as long as there is room. */
function showFirst(window: Window, points: Point[]): void {
  for (const { bytes } of window) {
    if (points.length >= MAX_POINTS) return;
    const lines = toText(bytes).split('\n', MAX_POINTS - points.length + 1);
    for (const line of lines.slice(0, MAX_POINTS - points.length))
      if (line !== '') points.push(toPoint(line));
  }
}

function toPoint(line: string): Point {
  const [path = '', value = '', timestamp] = line.split(' ');
  return { path, value, timestamp: Number(timestamp) };
}
