const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

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
    let [isInText, isEscaped, depth] = [this.#isInText, this.#isEscaped, this.#depth];
    let [values, keys, objects] = [0, 0, 0];
    // Mostly, this is the only call of a run, so it is interpreted. Local variables and an index are faster there.
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index];
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInText = false;
      } else if (byte !== undefined && byte > COMMA && byte < COLON) continue;
      else if (byte === QUOTE) isInText = true;
      else if (byte === COMMA) values += 1;
      else if (byte === COLON) keys += 1;
      else if (byte === OPENING_BRACKET || byte === OPENING_BRACE) {
        values += 1;
        if (byte === OPENING_BRACE) objects += 1;
        depth += 1;
        if (depth > this.#limits.depth) return 'depth';
      } else if (byte === CLOSING_BRACKET || byte === CLOSING_BRACE) depth -= 1;
    }
    [this.#isInText, this.#isEscaped, this.#depth] = [isInText, isEscaped, depth];
    this.#values += values;
    this.#keys += keys;
    this.#objects += objects;
    if (this.#values > this.#limits.values) return 'values';
    if (this.#keys > this.#limits.keys) return 'keys';
    return this.#objects > this.#limits.objects ? 'objects' : undefined;
  }
}
