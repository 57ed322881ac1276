import { hashBytes } from '../util/hash-text.ts';
import { type Batch, hasLine, toText, type WantedLine } from './batch.ts';
import { formatValue } from './line-rules.ts';
import type { PathRules } from './path.ts';

const BLANK = 0x20;
const DIGIT_ZERO = 0x30;
const FIRST_BYTES = 65_536;

/**
 * Writes lines, part by part, into batches of at most `batchSize`. Parts are ASCII and are written as bytes: building
 * a string from a million parts would double the cost of a run.
 */
export class BatchBuilder {
  readonly #batchSize: number;
  /** Lines added since the last call of `take`. */
  #bytes: Uint8Array = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** The same bytes, for reading words. */
  #view = toView(this.#bytes);
  /** The end of each full batch. */
  readonly #ends: number[] = [];
  /** The start of the current line, and the current position. */
  #start = 0;
  #end = 0;
  /** Lines in the current batch. */
  #lines = 0;

  constructor(batchSize: number) {
    this.#batchSize = batchSize;
  }

  /** The number of full batches. */
  get fullBatches(): number {
    return this.#ends.length;
  }

  /** The length of the current line in bytes. */
  get lineLength(): number {
    return this.#end - this.#start;
  }

  /** Begins a line. A line that was begun and not ended is dropped. */
  startLine(): void {
    this.#end = this.#start;
  }

  /** Adds a part of a line. */
  append(part: string): void {
    const { length } = part;
    const bytes = this.#reserve(length);
    let end = this.#end;
    for (let index = 0; index < length; index += 1) bytes[end++] = part.charCodeAt(index);
    this.#end = end;
  }

  /** Adds a part that many lines share, given as bytes. */
  appendBytes(part: Uint8Array): void {
    const { length } = part;
    const bytes = this.#reserve(length);
    let end = this.#end;
    // A loop is faster than a copy call for most parts, because they are short.
    for (let index = 0; index < length; index += 1) bytes[end++] = part[index] as number;
    this.#end = end;
  }

  /** Adds a name if it is a path already; otherwise adds nothing and returns false. */
  appendPath(name: string, { copyPath }: PathRules): boolean {
    const isPath = copyPath(name, this.#reserve(name.length), this.#end);
    if (isPath) this.#end += name.length;
    return isPath;
  }

  /** The hash of the current line from `start` on, equal to `hashText` of the same text. */
  hashLineFrom(offset: number): number {
    return hashBytes(this.#view, this.#start + offset, this.#end);
  }

  /** Adds a space and a finite number as `formatValue` writes it. A 32-bit integer needs no string. */
  appendValue(value: number): void {
    const whole = value | 0;
    if (whole !== value || whole < 0) {
      this.append(` ${formatValue(value)}`);
      return;
    }
    let length = 2;
    for (let power = 10; power <= whole; power *= 10) length += 1;
    const bytes = this.#reserve(length);
    let index = this.#end + length;
    this.#end = index;
    for (let rest = whole; length > 1; length -= 1) {
      const quotient = (rest / 10) | 0;
      index -= 1;
      bytes[index] = DIGIT_ZERO + rest - 10 * quotient;
      rest = quotient;
    }
    bytes[index - 1] = BLANK;
  }

  /** Ends the current line, which includes its LF. */
  endLine(): void {
    this.#start = this.#end;
    this.#lines += 1;
    if (this.#lines < this.#batchSize) return;
    this.#ends.push(this.#end);
    this.#lines = 0;
  }

  /** Whether a line with this start and end was added since the last call of `take`. */
  hasLine(line: WantedLine): boolean {
    return hasLine(toText(this.#bytes.subarray(0, this.#start)), line);
  }

  /** Takes everything added since the last call, with the last batch full or not. The taken bytes belong to the caller. */
  take(): readonly Batch[] {
    const batches = this.lend();
    // The next window will need about as much.
    if (batches.length > 0) this.#allocate(this.#bytes.length);
    return batches;
  }

  /**
   * The same, but the bytes are valid only until the next line begins. New memory for each window of a long stream
   * would cost a third of the memory and a twentieth of the time of a run.
   */
  lend(): readonly Batch[] {
    const bytes = this.#bytes;
    let start = 0;
    const batches = this.#ends.map((end): Batch => {
      const batch = { bytes: bytes.subarray(start, end), lines: this.#batchSize };
      start = end;
      return batch;
    });
    if (this.#lines > 0) batches.push({ bytes: bytes.subarray(start, this.#start), lines: this.#lines });
    // Not a new list: the engine compiles the code of a line again when a field gets its second value.
    this.#ends.length = 0;
    this.#start = 0;
    this.#end = 0;
    this.#lines = 0;
    return batches;
  }

  /** The buffer, with room for `length` more bytes after the current line. */
  #reserve(length: number): Uint8Array {
    const needed = this.#end + length;
    if (needed > this.#bytes.length) {
      const before = this.#bytes;
      this.#allocate(2 * needed);
      this.#bytes.set(before.subarray(0, this.#end));
    }
    return this.#bytes;
  }

  #allocate(length: number): void {
    this.#bytes = Buffer.allocUnsafeSlow(length);
    this.#view = toView(this.#bytes);
  }
}

function toView({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
