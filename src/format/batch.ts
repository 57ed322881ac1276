/** Up to a batch's size of lines that are written together. */
export interface Batch {
  /** ASCII. Bytes and not a text: what waits to be sent must not lie on the heap as a rope of little strings. */
  readonly bytes: Uint8Array;
  readonly lines: number;
}

/** Joins lines, part by part, into batches of at most `batchSize`. */
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

  /** Adds a part of a line; joining the parts here is a third quicker than making each line first. */
  append(part: string): void {
    this.#text += part;
  }

  /** Says that the line, with its LF, is whole. */
  endLine(): void {
    this.#lines += 1;
    if (this.#lines === this.#batchSize) this.#close();
  }

  /** Whether a line that starts and ends so was added since the last time that all was taken. */
  hasLine(line: { readonly start: string; readonly end: string }): boolean {
    const isIn = (text: string): boolean => {
      for (let at = findLine(text, line.start, 0); at >= 0; at = findLine(text, line.start, at + 1)) {
        if (text.startsWith(line.end, text.indexOf(' ', at + line.start.length))) return true;
      }
      return false;
    };
    return (
      isIn(this.#text) || this.#batches.some(({ bytes }) => isIn(new TextDecoder('latin1').decode(bytes)))
    );
  }

  /** Takes everything added since the last time, the last batch full or not. */
  take(): readonly Batch[] {
    if (this.#lines > 0) this.#close();
    const batches = this.#batches;
    this.#batches = [];
    return batches;
  }

  #close(): void {
    this.#batches.push({ bytes: Buffer.from(this.#text, 'latin1'), lines: this.#lines });
    this.#text = '';
    this.#lines = 0;
  }
}

/** Where a line begins with `start`, from `from` on; -1 where none does. */
function findLine(text: string, start: string, from: number): number {
  if (from === 0 && text.startsWith(start)) return 0;
  const at = text.indexOf(`\n${start}`, Math.max(0, from - 1));
  return at < 0 ? -1 : at + 1;
}
