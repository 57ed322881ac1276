import { BLANK, isBlank } from './bytes.ts';

/** A buffer of bytes that grows from chunk to chunk, and is never longer than one chunk needs. */
export class ByteWriter {
  #bytes = new Uint8Array(0);
  #length = 0;

  /** Starts over, with room for `maxBytes`. */
  reset(maxBytes: number): void {
    if (this.#bytes.length < maxBytes) this.#bytes = new Uint8Array(maxBytes);
    this.#length = 0;
  }

  /** What was written since the last reset, valid until the next. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  put(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  putAscii(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.put(text.charCodeAt(index));
  }

  /** XML has no control characters, but tools write them: each goes on as its picture (U+2400 and up), three bytes. */
  putVisible(byte: number): void {
    if (byte >= BLANK || isBlank(byte)) {
      this.put(byte);
    } else {
      this.put(0xe2);
      this.put(0x90);
      this.put(0x80 + byte);
    }
  }

  /** Copies what means nothing in a value, from `from` to `to` at most; returns where it stopped. */
  putPlain(bytes: Uint8Array, from: number, to: number): number {
    const target = this.#bytes;
    let length = this.#length;
    let index = from;
    for (; index < to; index += 1) {
      const byte = bytes[index] as number;
      if (!isPlain(byte)) break;
      target[length] = byte;
      length += 1;
    }
    this.#length = length;
    return index;
  }
}

/** Neither a quotation mark nor `<`, `&` or `;`, nor a control character; a few others are left out for speed. */
function isPlain(byte: number): boolean {
  return byte > 0x3c || byte === BLANK || (byte > 0x27 && byte < 0x3b);
}
