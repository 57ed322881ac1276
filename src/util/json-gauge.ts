const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** The limits of JSON from outside. */
export interface JsonLimits {
  /** The maximum depth. */
  readonly depth: number;
  readonly values: number;
  /** The maximum number of keys in all objects together. */
  readonly keys?: number;
  readonly objects?: number;
}

/**
 * Measures JSON before it is parsed: a few megabytes of brackets would become gigabytes of objects. It takes the
 * bytes in chunks.
 */
export class JsonGauge {
  readonly #limits: Required<JsonLimits>;
  #isInText = false;
  #isEscaped = false;
  #depth = 0;
  #values = 1;
  #keys = 0;
  #objects = 0;

  constructor({ depth, values, keys = Number.POSITIVE_INFINITY, objects = values }: JsonLimits) {
    this.#limits = { depth, values, keys, objects };
  }

  /** Measures the next bytes. Returns the limit that all bytes together exceed, if any. */
  push(bytes: Uint8Array): keyof JsonLimits | undefined {
    for (const byte of bytes) {
      if (this.#isInText) this.#passText(byte);
      else if (byte === QUOTE) this.#isInText = true;
      else if (byte === COMMA) this.#values += 1;
      else if (byte === COLON) this.#keys += 1;
      else if (isOpening(byte)) {
        this.#open(byte);
        if (this.#depth > this.#limits.depth) return 'depth';
      } else if (isClosing(byte)) this.#depth -= 1;
    }
    if (this.#values > this.#limits.values) return 'values';
    if (this.#keys > this.#limits.keys) return 'keys';
    return this.#objects > this.#limits.objects ? 'objects' : undefined;
  }

  #passText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isInText = false;
  }

  #open(byte: number): void {
    this.#values += 1;
    this.#depth += 1;
    if (byte === 0x7b) this.#objects += 1;
  }
}

/** `[` or `{`. */
function isOpening(byte: number): boolean {
  return byte === 0x5b || byte === 0x7b;
}

/** `]` or `}`. */
function isClosing(byte: number): boolean {
  return byte === 0x5d || byte === 0x7d;
}
