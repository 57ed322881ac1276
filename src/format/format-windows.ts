import type { Faults } from '../faults.ts';
import type { Point } from '../result.ts';
import { type Batch, BatchBuilder } from './batch.ts';

/** What one connection carries. */
export type Window = readonly Batch[];

/** What makes one line out of one item. */
export interface LineSource<Item> {
  /** Adds the item's line to the batches, or nothing where the item has a fault. */
  format(item: Item, batches: BatchBuilder): void;
  startWindow(): void;
}

const MAX_POINTS = 200;

/** How formatted lines are cut, and where the first of them are shown. */
export interface WindowRules {
  /** Lines per batch. */
  readonly batchSize: number;
  /** Batches per window. */
  readonly windowSize: number;
  /** Receives the first two hundred lines of the run. */
  readonly points: Point[];
}

/** Formats a finite list whole, before anything is sent; faults are left in the formatter's list. */
export function formatAll<Item>(
  items: Iterable<Item>,
  lines: LineSource<Item>,
  rules: WindowRules,
): Window[] {
  const builder = new BatchBuilder(rules.batchSize);
  for (const item of items) lines.format(item, builder);
  const batches = builder.take();
  showFirst(batches, rules.points);
  const windows: Window[] = [];
  for (let start = 0; start < batches.length; start += rules.windowSize) {
    windows.push(batches.slice(start, start + rules.windowSize));
  }
  return windows;
}

/**
 * Formats a stream window by window: a window is yielded when it is full and without a fault. The items come in chunks,
 * because an `await` for each would cost more than formatting it.
 * @throws {InputError} with every fault of the window that has one; that window is not yielded.
 */
export async function* formatStream<Item>(
  chunks: Iterable<Iterable<Item>> | AsyncIterable<Iterable<Item>>,
  lines: LineSource<Item>,
  rules: WindowRules & { readonly faults: Faults; readonly consequence: () => string },
): AsyncGenerator<Window> {
  const builder = new BatchBuilder(rules.batchSize);
  const takeWindow = (): Window => {
    rules.faults.throwIfAny(rules.consequence());
    lines.startWindow();
    const window = builder.take();
    showFirst(window, rules.points);
    return window;
  };
  for await (const chunk of chunks) {
    for (const item of chunk) {
      lines.format(item, builder);
      if (builder.fullBatches === rules.windowSize) yield takeWindow();
    }
  }
  const last = takeWindow();
  if (last.length > 0) yield last;
}

/** Adds the first lines of a window to the points, as long as there is room. */
function showFirst(window: Window, points: Point[]): void {
  for (const { bytes } of window) {
    if (points.length >= MAX_POINTS) return;
    const lines = Buffer.from(bytes)
      .toString('latin1')
      .split('\n', MAX_POINTS - points.length + 1);
    for (const line of lines.slice(0, MAX_POINTS - points.length))
      if (line !== '') points.push(toPoint(line));
  }
}

function toPoint(line: string): Point {
  const [path = '', value = '', timestamp] = line.split(' ');
  return { path, value, timestamp: Number(timestamp) };
}
