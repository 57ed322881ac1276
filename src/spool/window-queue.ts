import { hasLine, toText, type WantedLine } from '../format/batch.ts';
import type { Window } from '../format/format-windows.ts';
import type { SpillFile } from './spill-file.ts';

/**
 * A queue of formatted windows that are sent only after the whole input was checked. The last, incomplete window
 * stays in memory; the others go to a file, because their number is unlimited.
 */
export class WindowQueue {
  readonly #windowSize: number;
  readonly #batchSize: number;
  #spill: SpillFile | undefined;
  readonly #inMemory: Window[] = [];

  constructor({ batchSize, windowSize }: { readonly batchSize: number; readonly windowSize: number }) {
    this.#batchSize = batchSize;
    this.#windowSize = windowSize;
  }

  async add(window: Window): Promise<void> {
    const isFull = window.length === this.#windowSize;
    if (!isFull || this.#inMemory.length > 0 || !(await this.#spillToDisk(window)))
      this.#inMemory.push(window);
  }

  /** Whether a pending window has such a line. */
  hasLine(line: WantedLine): boolean {
    const isInMemory = this.#inMemory.some((window) =>
      window.some(({ bytes }) => hasLine(toText(bytes), line)),
    );
    return isInMemory || this.#spill?.hasLine(line) === true;
  }

  /** Takes the windows in the order in which they were added, each once. */
  async *take(): AsyncGenerator<Window> {
    if (this.#spill !== undefined) yield* this.#spill.read(this.#batchSize);
    for (let window = this.#inMemory.shift(); window !== undefined; window = this.#inMemory.shift())
      yield window;
  }

  /** Releases the windows that are still pending. */
  async close(): Promise<void> {
    this.#inMemory.length = 0;
    await this.#spill?.close();
    this.#spill = undefined;
  }

  /** Loaded on demand: most runs have one incomplete window and need no file. */
  async #spillToDisk(window: Window): Promise<boolean> {
    const { SpillFile } = await import('./spill-file.ts');
    this.#spill ??= await SpillFile.open();
    return (await this.#spill?.add(window)) === true;
  }
}
