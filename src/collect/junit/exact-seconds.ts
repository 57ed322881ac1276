/** A duration in whole nanoseconds. */
export type Nanoseconds = number;

const NANOS_PER_SECOND = 1_000_000_000;
const NANO_DIGITS = 9;
const PLAIN = /^\d{1,6}(?:\.\d{1,9})?$/;
const DECIMAL = /^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?$/i;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
/** A test does not run for more than thirty years. */
export const MAX_NANOS: Nanoseconds = 1_000_000_000 * NANOS_PER_SECOND;

/**
 * A duration in seconds as tools write it: `1.5`, `.5`, `1e-3`, `1,234.56`, and `0,25` or `1.234,56` where their
 * language has a decimal comma. A single comma is a decimal comma: tools that write one add three digits after it, and a
 * test of exactly 1,234 seconds is rare. Undefined if the text is empty, negative, infinite or not a number.
 */
export function parseSeconds(text: string | undefined): Nanoseconds | undefined {
  if (text === undefined) return undefined;
  if (PLAIN.test(text)) return toNanoseconds(text);
  const decimal = toDecimalPoint(text.trim());
  if (!DECIMAL.test(decimal)) return undefined;
  const nanos = toNanoseconds(decimal);
  return nanos > MAX_NANOS ? undefined : nanos;
}

/** Exact for 15 digits: the rounding of both doubles is below a quarter of a nanosecond then. */
function toNanoseconds(decimal: string): Nanoseconds {
  return Math.round(Number(decimal) * NANOS_PER_SECOND);
}

function toDecimalPoint(text: string): string {
  if (!text.includes(',')) return text;
  if (text.indexOf(',') === text.lastIndexOf(',') && !text.includes('.')) return text.replace(',', '.');
  if (THOUSANDS.test(text)) return text.replaceAll(',', '');
  const swapped = text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  return THOUSANDS.test(swapped) ? swapped.replaceAll(',', '') : text;
}

/** A sum of durations without rounding: 0.1 and 0.2 are 0.3. Two integers, because nanoseconds of years exceed 2^53. */
export class ExactSum {
  #seconds = 0;
  #nanos = 0;

  add(nanoseconds: Nanoseconds): void {
    this.#addParts(Math.floor(nanoseconds / NANOS_PER_SECOND), nanoseconds % NANOS_PER_SECOND);
  }

  addSum(other: ExactSum): void {
    this.#addParts(other.#seconds, other.#nanos);
  }

  toNanoseconds(): Nanoseconds {
    return this.#seconds * NANOS_PER_SECOND + this.#nanos;
  }

  toSeconds(): number {
    return Number(`${this.#seconds}.${String(this.#nanos).padStart(NANO_DIGITS, '0')}`);
  }

  #addParts(seconds: number, nanos: number): void {
    this.#nanos += nanos;
    this.#seconds += seconds;
    if (this.#nanos < NANOS_PER_SECOND) return;
    this.#nanos -= NANOS_PER_SECOND;
    this.#seconds += 1;
  }
}
