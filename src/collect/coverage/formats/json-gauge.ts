import { notUnderstood, tooMuch } from '../bad-coverage.ts';
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from '../limits.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/**
 * Looks at JSON before it is parsed: a few megabytes of brackets would become gigabytes of objects. Takes the bytes as
 * they come.
 */
export class JsonGauge {
  #isInText = false;
  #isEscaped = false;
  #depth = 0;
  #values = 1;

  /** @throws {BadReportError} where that is more than a coverage report has. */
  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#isInText) this.#passText(byte);
      else if (byte === QUOTE) this.#isInText = true;
      else if (byte === COMMA) this.#values += 1;
      else if (isOpening(byte)) this.#open();
      else if (isClosing(byte)) this.#depth -= 1;
    }
    if (this.#values > MAX_JSON_VALUES)
      throw tooMuch(`a report in JSON has at most ${MAX_JSON_VALUES} values`);
  }

  #passText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isInText = false;
  }

  #open(): void {
    this.#values += 1;
    this.#depth += 1;
    if (this.#depth > MAX_JSON_DEPTH) throw notUnderstood(`JSON that nests more than ${MAX_JSON_DEPTH} deep`);
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
