import { hasLine, type SoughtLine, toText } from '../format/batch.ts';
import type { Window } from '../format/format-windows.ts';
import { loadSpool } from './load-spool.ts';
import type { SpillFile } from './spill-file.ts';

/**
 * Holds the windows of what is checked whole until it was. Only one that is not full, the last, stays in memory: the
 * others wait in a file, for nobody knows how many they will be.
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

  /** Whether such a line is in one of the windows. */
  hasLine(line: SoughtLine): boolean {
    const isInMemory = this.#inMemory.some((window) =>
      window.some(({ bytes }) => hasLine(toText(bytes), line)),
    );
    return isInMemory || this.#spill?.hasLine(line) === true;
  }

  /** The windows in the order in which they were added, each once. */
  async *take(): AsyncGenerator<Window> {
    if (this.#spill !== undefined) yield* this.#spill.read(this.#batchSize);
    for (let window = this.#inMemory.shift(); window !== undefined; window = this.#inMemory.shift())
      yield window;
  }

  /** Lets go of what is still held. */
  async close(): Promise<void> {
    this.#inMemory.length = 0;
    await this.#spill?.close();
    this.#spill = undefined;
  }

  /** Most runs hold one window that is not full, so what needs a file is loaded when it is needed. */
  async #spillToDisk(window: Window): Promise<boolean> {
    const { SpillFile } = await loadSpool();
    this.#spill ??= await SpillFile.open();
    return (await this.#spill?.add(window)) === true;
  }
}
