/** Up to a batch's size of lines that are written together; ASCII, so its length is its size in bytes. */
export interface Batch {
  readonly text: string;
  readonly lines: number;
}

/** Joins lines into batches of at most `batchSize`. */
export class BatchBuilder {
  readonly #batchSize: number;
  #batches: Batch[] = [];
  #text = '';
  #lines = 0;

  constructor(batchSize: number) {
    this.#batchSize = batchSize;
  }

  /** How many batches are full. */
  get fullBatches(): number {
    return this.#batches.length;
  }

  /** `line` ends with its LF. */
  add(line: string): void {
    this.#text += line;
    this.#lines += 1;
    if (this.#lines === this.#batchSize) this.#close();
  }

  /** Takes everything added since the last time, the last batch full or not. */
  take(): readonly Batch[] {
    if (this.#lines > 0) this.#close();
    const batches = this.#batches;
    this.#batches = [];
    return batches;
  }

  #close(): void {
    this.#batches.push({ text: this.#text, lines: this.#lines });
    this.#text = '';
    this.#lines = 0;
  }
}
