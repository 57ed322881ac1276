import { isAscii, isUtf8 } from 'node:buffer';
import { type BadLine, MAX_LINE_BYTES, parseLine, type ReceivedLine, TOO_LONG } from './parse-line.ts';
import type { Tally } from './tally.ts';

const LF = 0x0a;
const NO_BYTES: Buffer = Buffer.alloc(0);

/** Cuts the bytes of one connection into lines and checks each. It keeps less than `MAX_LINE_BYTES` between chunks. */
export class LineReader implements ByteSink {
  readonly #tally: Tally;
  #carry = NO_BYTES;
  #skipping = false;
  #hasLine = false;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  push(chunk: Buffer): void {
    this.#tally.counts.bytes += chunk.length;
    let start = 0;
    for (let lf = chunk.indexOf(LF); lf !== -1; lf = chunk.indexOf(LF, start)) {
      this.#finishLine(chunk.subarray(start, lf + 1));
      start = lf + 1;
    }
    this.#carryOver(chunk.subarray(start));
  }

  end(reason: string): void {
    const text = this.#carry.toString();
    // A sender that tests the connection sends blanks only.
    if (text.trim() !== '') this.#tally.addBadLine({ text, reason });
    this.#carry = NO_BYTES;
    this.#skipping = false;
  }

  #finishLine(part: Buffer): void {
    if (!this.#hasLine) this.#tally.counts.withLines += 1;
    this.#hasLine = true;
    const line = this.#carry.length === 0 ? part : Buffer.concat([this.#carry, part]);
    this.#carry = NO_BYTES;
    if (this.#skipping) this.#skipping = false;
    else if (line.length > MAX_LINE_BYTES) this.#reportTooLong(line);
    else this.#check(line);
  }

  #carryOver(rest: Buffer): void {
    if (this.#skipping || rest.length === 0) return;
    // A copy, even of a few bytes: a part of the chunk would keep all of it in memory.
    const line = Buffer.concat([this.#carry, rest]);
    this.#skipping = line.length >= MAX_LINE_BYTES;
    this.#carry = this.#skipping ? NO_BYTES : line;
    if (this.#skipping) this.#reportTooLong(line);
  }

  #reportTooLong(line: Buffer): void {
    this.#tally.addBadLine({ text: line.toString('utf8', 0, MAX_LINE_BYTES), reason: TOO_LONG });
  }

  #check(line: Buffer): void {
    const parsed = isAscii(line) ? parseLine(line.toString('latin1')) : explainBytes(line);
    if ('reason' in parsed) this.#tally.addBadLine(parsed);
    else this.#tally.addLine(parsed);
  }
}

function explainBytes(line: Buffer): ReceivedLine | BadLine {
  if (isUtf8(line)) return parseLine(line.toString());
  return {
    text: line.toString('utf8', 0, line.length - 1),
    reason: 'a line must be printable ASCII, but has bytes that are not UTF-8',
  };
}

/** Receives the bytes of one connection, to check or to count them. */
export interface ByteSink {
  push(chunk: Buffer): void;
  /** No more bytes will come; `reason` is for a last line without LF. */
  end(reason: string): void;
}

/** Counts line feeds only, for measuring the speed of a sender. */
export class LineCounter implements ByteSink {
  readonly #tally: Tally;
  #withoutLf = false;
  #hasLine = false;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  push(chunk: Buffer): void {
    let lines = 0;
    for (let lf = chunk.indexOf(LF); lf !== -1; lf = chunk.indexOf(LF, lf + 1)) lines += 1;
    if (lines > 0 && !this.#hasLine) this.#tally.counts.withLines += 1;
    this.#hasLine ||= lines > 0;
    this.#tally.counts.lines += lines;
    this.#tally.counts.bytes += chunk.length;
    const end = chunk.lastIndexOf(LF) + 1;
    const isBlank = chunk.toString('latin1', end).trim() === '';
    this.#withoutLf = !isBlank || (end === 0 && this.#withoutLf);
  }

  end(): void {
    if (this.#withoutLf) this.#tally.counts.badLines += 1;
    this.#withoutLf = false;
  }
}
