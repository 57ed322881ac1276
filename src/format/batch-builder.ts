import { hashBytes } from '../util/hash-text.ts';
import { type Batch, hasLine, type SoughtLine, toText } from './batch.ts';
import { formatValue } from './line.ts';
import type { PathRules } from './path.ts';

const BLANK = 0x20;
const DIGIT_ZERO = 0x30;
const FIRST_BYTES = 65_536;

/**
 * Writes lines, part by part, into batches of at most `batchSize`. Parts are ASCII, and go straight into bytes: a text
 * that is put together from a million little ones costs as much again as everything else that happens to them.
 */
export class BatchBuilder {
  readonly #batchSize: number;
  /** Of everything added since the last time that all was taken. */
  #bytes: Uint8Array = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** Where each full batch ends. */
  #ends: number[] = [];
  /** Where the line under way begins, and how far it has come. */
  #start = 0;
  #end = 0;
  /** Of the batch under way. */
  #lines = 0;

  constructor(batchSize: number) {
    this.#batchSize = batchSize;
  }

  /** How many batches are full. */
  get fullBatches(): number {
    return this.#ends.length;
  }

  /** The bytes of the line under way. */
  get lineLength(): number {
    return this.#end - this.#start;
  }

  /** Begins a line; one that was begun and never ended is dropped. */
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

  /** Adds a part that many lines share, as the bytes that it is. */
  appendBytes(part: Uint8Array): void {
    const { length } = part;
    const bytes = this.#reserve(length);
    let end = this.#end;
    // Most are shorter than what a call to copy them would take.
    for (let index = 0; index < length; index += 1) bytes[end++] = part[index] as number;
    this.#end = end;
  }

  /** Adds a name that is a path; adds nothing and returns false where it is none. */
  appendPath(name: string, { copyPath }: PathRules): boolean {
    const isPath = copyPath(name, this.#reserve(name.length), this.#end);
    if (isPath) this.#end += name.length;
    return isPath;
  }

  /** The hash of the line under way from one of its bytes on, as `hashText` makes it. */
  hashLineFrom(offset: number): number {
    return hashBytes(this.#bytes, this.#start + offset, this.#end);
  }

  /** Adds a blank and a finite number as `formatValue` writes it; a whole one of 32 bits without a text in between. */
  appendValue(value: number): void {
    const whole = value | 0;
    if (whole !== value || whole < 0) {
      this.append(` ${formatValue(value)}`);
      return;
    }
    let length = 2;
    for (let power = 10; power <= whole; power *= 10) length += 1;
    const bytes = this.#reserve(length);
    let at = this.#end + length;
    this.#end = at;
    for (let rest = whole; length > 1; length -= 1) {
      const quotient = (rest / 10) | 0;
      at -= 1;
      bytes[at] = DIGIT_ZERO + rest - 10 * quotient;
      rest = quotient;
    }
    bytes[at - 1] = BLANK;
  }

  /** Says that the line, with its LF, is whole. */
  endLine(): void {
    this.#start = this.#end;
    this.#lines += 1;
    if (this.#lines < this.#batchSize) return;
    this.#ends.push(this.#end);
    this.#lines = 0;
  }

  /** Whether a line that starts and ends so was added since the last time that all was taken. */
  hasLine(line: SoughtLine): boolean {
    return hasLine(toText(this.#bytes.subarray(0, this.#start)), line);
  }

  /** Takes everything added since the last time, the last batch full or not. */
  take(): readonly Batch[] {
    const bytes = this.#bytes;
    let start = 0;
    const batches = this.#ends.map((end): Batch => {
      const batch = { bytes: bytes.subarray(start, end), lines: this.#batchSize };
      start = end;
      return batch;
    });
    if (this.#lines > 0) batches.push({ bytes: bytes.subarray(start, this.#start), lines: this.#lines });
    // What was taken is somebody else's now; the next window will be about as long.
    if (batches.length > 0) this.#bytes = Buffer.allocUnsafeSlow(bytes.length);
    this.#ends = [];
    this.#start = 0;
    this.#end = 0;
    this.#lines = 0;
    return batches;
  }

  /** The bytes, with room for so many more behind the line under way. */
  #reserve(length: number): Uint8Array {
    const needed = this.#end + length;
    if (needed > this.#bytes.length) {
      const before = this.#bytes;
      this.#bytes = Buffer.allocUnsafeSlow(2 * needed);
      this.#bytes.set(before.subarray(0, this.#end));
    }
    return this.#bytes;
  }
}
