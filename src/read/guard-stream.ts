import type { Readable } from 'node:stream';
import type { Chunks } from '../format/format-windows.ts';
import { InputError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { onAbort, toAbortError } from '../util/abort.ts';

/** The chunks of a stream until it ends or fails; its faults join the others. */
export async function* guardStream<Item>(
  chunks: Chunks<Item>,
  faults: Faults,
): AsyncGenerator<Iterable<Item>> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    faults.addAll(error.faults);
  }
}

/**
 * The bytes of a stream until `signal` aborts. Bytes that the stream has already taken from its producer are returned
 * too, because the producer cannot send them again. @throws {SendError} if the run was stopped.
 */
export function readUntilStopped(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  return stopWith(bytes, {
    signal,
    takeRest: () => ('read' in bytes ? takeBuffered(bytes as Readable) : []),
  });
}

function takeBuffered(stream: Readable): Uint8Array[] {
  // First, so that the stream reads no more.
  stream.destroy();
  const chunks: Uint8Array[] = [];
  for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) chunks.push(chunk);
  return chunks;
}

/**
 * The items until `signal` aborts: a producer that is silent must not block a stopped run. `takeRest` returns the
 * items that have already arrived. @throws {SendError} if the run was stopped.
 */
export async function* stopWith<Item>(
  items: AsyncIterable<Item>,
  { signal, takeRest }: { readonly signal: AbortSignal; readonly takeRest?: () => Iterable<Item> },
): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let abort: (stopped: undefined) => void = () => {};
  using _listener = onAbort(signal, () => abort(undefined));
  try {
    while (!signal.aborted) {
      const next = await new Promise<IteratorResult<Item> | undefined>((resolve, reject) => {
        abort = resolve;
        iterator.next().then(resolve, reject);
      });
      if (next === undefined) break;
      if (next.done === true) return;
      yield next.value;
    }
    if (takeRest !== undefined) yield* takeRest();
    throw toAbortError(signal);
  } finally {
    // Not awaited: a generator that hangs would also hang in its own return.
    iterator.return?.().catch(() => {});
  }
}

/** The same for items that are in memory: a stopped run takes no more of them. */
export function* stopItems<Item>(items: Iterable<Item>, signal: AbortSignal): Generator<Item> {
  for (const item of items) {
    yield item;
    if (signal.aborted) throw toAbortError(signal);
  }
}
