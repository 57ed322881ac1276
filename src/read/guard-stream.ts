import { InputError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { toAbortError } from '../util/abort.ts';
import type { Chunks } from '../util/chunks.ts';

/** The chunks of a stream, until it ends, is found faulty (its faults join the others), or `signal` stops it. */
export async function* guardStream<Item>(
  chunks: Chunks<Item>,
  guard: { readonly faults: Faults; readonly signal: AbortSignal },
): AsyncGenerator<Iterable<Item>> {
  try {
    if (Symbol.asyncIterator in chunks) yield* stopWith(chunks, guard.signal);
    else yield* chunks;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    guard.faults.addAll(error.faults);
  }
}

/**
 * What comes, until `signal` ends the waiting for the next: a producer that is silent for ever must not hold a run that
 * was told to stop.
 * @throws {SendError} where it was stopped.
 */
export async function* stopWith<Item>(items: AsyncIterable<Item>, signal: AbortSignal): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let abort: (error: Error) => void = () => {};
  const onAbort = (): void => abort(toAbortError(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      const next = await new Promise<IteratorResult<Item>>((resolve, reject) => {
        abort = reject;
        if (signal.aborted) onAbort();
        iterator.next().then(resolve, reject);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Nobody waits for it: a generator that hangs would hang in its own return as well.
    iterator.return?.().catch(() => {});
  }
}
