import { InputError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { Chunks } from '../format/chunks.ts';
import { toAbortError } from '../send/abort.ts';

/**
 * The chunks of a stream, until it ends, is found faulty (its faults join the others), or `signal` ends the waiting for
 * the next one: a producer that is silent for ever must not hold a run that was told to stop.
 */
export async function* guardStream<Item>(
  chunks: Chunks<Item>,
  guard: { readonly faults: Faults; readonly signal: AbortSignal },
): AsyncGenerator<Iterable<Item>> {
  if (!(Symbol.asyncIterator in chunks)) {
    yield* chunks;
    return;
  }
  const { faults, signal } = guard;
  const iterator = chunks[Symbol.asyncIterator]();
  let abort: (error: Error) => void = () => {};
  const onAbort = (): void => abort(toAbortError(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      const next = await new Promise<IteratorResult<Iterable<Item>>>((resolve, reject) => {
        abort = reject;
        if (signal.aborted) onAbort();
        iterator.next().then(resolve, reject);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const fault of error.faults) faults.add(fault);
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Nobody waits for it: a generator that hangs would hang in its own return as well.
    iterator.return?.().catch(() => {});
  }
}
