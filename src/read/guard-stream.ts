import type { Readable } from 'node:stream';
import { InputError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { onAbort, toAbortError } from '../util/abort.ts';
import type { Chunks } from '../util/chunks.ts';

/** The chunks of a stream, until it ends or is found faulty: its faults join the others. */
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
 * The bytes of a stream until `signal`. What the stream had taken from its producer by then comes too: the producer
 * cannot send it again.
 * @throws {SendError} where it was stopped.
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
  // First, so that it takes no more from its producer.
  stream.destroy();
  const chunks: Uint8Array[] = [];
  for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) chunks.push(chunk);
  return chunks;
}

/**
 * What comes, until `signal` ends the waiting for the next: a producer that is silent for ever must not hold a run that
 * is stopped. `takeRest` gives what came meanwhile.
 * @throws {SendError} where it was stopped.
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
    // Without waiting: a generator that hangs would hang in its own return as well.
    iterator.return?.().catch(() => {});
  }
}

/** The same of what is at hand at once: a run that is stopped takes no more of it. */
export function* stopItems<Item>(items: Iterable<Item>, signal: AbortSignal): Generator<Item> {
  for (const item of items) {
    yield item;
    if (signal.aborted) throw toAbortError(signal);
  }
}
