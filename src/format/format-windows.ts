import { SendError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Point } from '../model/result.ts';
import { type Batch, cutBatches, toText } from './batch.ts';
import { BatchBuilder } from './batch-builder.ts';

/** What one connection carries. */
export type Window = readonly Batch[];

/** Items in chunks, because an `await` for each item would cost more than formatting it. */
export type Chunks<Item> = Iterable<Iterable<Item>> | AsyncIterable<Iterable<Item>>;

/** Items, and what formats them. */
export interface FormatterInput<Item> {
  readonly items: Chunks<Item>;
  readonly lines: LineSource<Item>;
}

/** Formats one item as one line. */
export interface LineSource<Item> {
  /** Adds the item's line to the batches, or nothing if the item has a fault. */
  format(item: Item, batches: BatchBuilder): void;
  startWindow(): void;
}

/** The first lines of a run that its Result shows. */
export const MAX_POINTS = 200;

/** The sizes of batches and windows, and the preview of the run. */
export interface WindowRules {
  /** Lines per batch. */
  readonly batchSize: number;
  /** Batches per window. */
  readonly windowSize: number;
  /** Receives the first two hundred lines of the run. */
  readonly points: Point[];
}

/**
 * Formats finite input in windows. No window may be sent before everything is formatted without a fault. Two metrics
 * with one path are detected in the whole input.
 */
export function formatWhole<Item>(input: FormatterInput<Item>, rules: WindowRules): AsyncGenerator<Window> {
  return formatWindows(input, { ...rules, takeBatches: (builder) => builder.take() });
}

/**
 * Formats a stream window by window. A window is yielded when it is full and has no fault. Two metrics with one path
 * are detected within one window only, so that a stream of any length fits in memory. The bytes of a window are valid
 * until the next one is requested. @throws {InputError} with every fault of the faulty window, which is not yielded.
 */
export function formatStream<Item>(
  input: FormatterInput<Item>,
  rules: WindowRules & { readonly faults: Faults; readonly consequence: () => string },
): AsyncGenerator<Window> {
  const takeBatches = (builder: BatchBuilder): Window => {
    rules.faults.throwIfAny(rules.consequence());
    input.lines.startWindow();
    return builder.lend();
  };
  return formatWindows(input, { ...rules, takeBatches });
}

async function* formatWindows<Item>(
  { items, lines }: FormatterInput<Item>,
  rules: WindowRules & { readonly takeBatches: (builder: BatchBuilder) => Window },
): AsyncGenerator<Window> {
  const builder = new BatchBuilder(rules.batchSize);
  const takeWindow = (): Window => {
    const window = rules.takeBatches(builder);
    showFirst(window, rules.points);
    return window;
  };
  let cut: { readonly reason: unknown } | undefined;
  try {
    for await (const chunk of items) {
      for (const item of chunk) {
        lines.format(item, builder);
        if (builder.fullBatches === rules.windowSize) yield takeWindow();
      }
    }
  } catch (reason) {
    // A stopped run keeps what was read of the stream so far.
    if (!(reason instanceof SendError)) throw reason;
    cut = { reason };
  }
  const last = takeWindow();
  if (last.length > 0) yield last;
  if (cut !== undefined) throw cut.reason;
}

/** Adds the first lines of a window to the preview until it is full. */
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
