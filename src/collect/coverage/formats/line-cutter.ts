import { LINE_FEED } from '../../bytes.ts';

const CARRIAGE_RETURN = 0x0d;

/** One line: the bytes from `start` to before `end`, without the line end. */
export type ByteLine = Readonly<MutableLine>;

interface MutableLine {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** Receives a line. The object is valid until the next one: an object for each of millions would cost a tenth of a parse. */
type TakeLine = (line: ByteLine) => void;

/** Cuts a stream of bytes into lines. It copies a line only if two chunks share it. */
export class LineCutter {
  readonly #take: TakeLine;
  readonly #maxBytes: number;
  readonly #onTooLong: () => never;
  readonly #line: MutableLine = {
    bytes: new Uint8Array(),
    start: 0,
    end: 0,
  };
  #parts: Uint8Array[] = [];
  #partBytes = 0;

  constructor(options: { take: TakeLine; maxBytes: number; onTooLong: () => never }) {
    this.#take = options.take;
    this.#maxBytes = options.maxBytes;
    this.#onTooLong = options.onTooLong;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      if (this.#partBytes === 0) this.#takeLine(chunk, { start, end });
      else this.#takeParts(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
  }

  /** The last line may lack its end. */
  end(): void {
    if (this.#partBytes > 0) this.#takeParts(new Uint8Array());
  }

  #keep(part: Uint8Array): void {
    this.#partBytes += part.length;
    if (this.#partBytes > this.#maxBytes) this.#onTooLong();
    // A copy, because the reader may reuse the chunk.
    this.#parts.push(part.slice());
  }

  #takeParts(last: Uint8Array): void {
    this.#keep(last);
    const line = new Uint8Array(this.#partBytes);
    let length = 0;
    for (const part of this.#parts) {
      line.set(part, length);
      length += part.length;
    }
    this.#parts = [];
    this.#partBytes = 0;
    this.#takeLine(line, { start: 0, end: length });
  }

  #takeLine(bytes: Uint8Array, { start, end }: { readonly start: number; readonly end: number }): void {
    if (end - start > this.#maxBytes) this.#onTooLong();
    const hasReturn = end > start && bytes[end - 1] === CARRIAGE_RETURN;
    const line = this.#line;
    line.bytes = bytes;
    line.start = start;
    line.end = hasReturn ? end - 1 : end;
    this.#take(line);
  }
}
