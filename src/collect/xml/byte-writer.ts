import { BLANK, isBlank } from '../bytes.ts';

/** A reusable buffer that grows to the needs of one chunk. */
export class ByteWriter {
  #bytes = new Uint8Array(0);
  #length = 0;

  /** Empties the buffer and reserves `maxBytes`. */
  reset(maxBytes: number): void {
    if (this.#bytes.length < maxBytes) this.#bytes = new Uint8Array(maxBytes);
    this.#length = 0;
  }

  /** The bytes since the last reset, valid until the next one. */
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

  /** XML has no control characters, but tools write them. Each becomes its symbol (U+2400 and up), three bytes. */
  putVisible(byte: number): void {
    if (byte >= BLANK || isBlank(byte)) {
      this.put(byte);
    } else {
      this.put(0xe2);
      this.put(0x90);
      this.put(0x80 + byte);
    }
  }

  /** Copies bytes without a meaning in a value, from `from` up to `to`; returns where it stopped. */
  // biome-ignore lint/complexity/useMaxParams: an object for each value costs time and memory.
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

/** No quotation mark, `<`, `&`, `;` or control character; a few others are excluded for speed. */
function isPlain(byte: number): boolean {
  return byte > 0x3c || byte === BLANK || (byte > 0x27 && byte < 0x3b);
}
