/** Whole nanoseconds as a number where that is exact, else a whole number of 10^-30 seconds. */
export type ExactSeconds = number | bigint;

const PLAIN = /^\d{1,6}(?:\.\d{1,9})?$/;
const DECIMAL = /^\+?(\d{0,18})(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const FRACTION_DIGITS = 30;
const NANO_DIGITS = 9;
const UNITS_PER_NANO = 10n ** BigInt(FRACTION_DIGITS - NANO_DIGITS);
/** A time beyond thirty years is none. */
export const MAX_UNITS: bigint = 10n ** BigInt(FRACTION_DIGITS + NANO_DIGITS);
const MAX_NANOS = 2 ** 52;
const POWERS_OF_TEN = Array.from({ length: NANO_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/**
 * A duration in seconds as tools write it: `1.5`, `.5`, `1e-3`, `1,234.56`, and `0,25` or `1.234,56` where their
 * language has a decimal comma. A lone comma is a decimal one: tools that write one write three digits behind it, and a
 * test of exactly 1,234 seconds is rare. Nothing where the text is empty, negative, infinite or no number.
 */
export function parseSeconds(text: string | undefined): ExactSeconds | undefined {
  if (text === undefined) return undefined;
  if (PLAIN.test(text)) {
    const point = text.indexOf('.');
    if (point < 0) return Number(text) * 10 ** NANO_DIGITS;
    const fraction = text.length - point - 1;
    const digits = Number(text.slice(0, point)) * (POWERS_OF_TEN[fraction] as number);
    return (digits + Number(text.slice(point + 1))) * (POWERS_OF_TEN[NANO_DIGITS - fraction] as number);
  }
  const match = DECIMAL.exec(toDecimalPoint(text.trim()));
  const [, whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (whole === '' && fraction === '') return undefined;
  const shift = FRACTION_DIGITS - fraction.length + Number(exponent);
  // Past the longest fraction there is nothing that a sum could show.
  if (shift + whole.length + fraction.length <= 0) return 0;
  if (shift > 2 * FRACTION_DIGITS && /[1-9]/.test(whole + fraction)) return undefined;
  const digits = shift < 0 ? (whole + fraction).slice(0, shift) : whole + fraction;
  const units = BigInt(digits || '0') * 10n ** BigInt(Math.min(Math.max(shift, 0), 2 * FRACTION_DIGITS));
  return units > MAX_UNITS ? undefined : units;
}

function toDecimalPoint(text: string): string {
  if (!text.includes(',')) return text;
  if (text.indexOf(',') === text.lastIndexOf(',') && !text.includes('.')) return text.replace(',', '.');
  if (THOUSANDS.test(text)) return text.replaceAll(',', '');
  const swapped = text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  return THOUSANDS.test(swapped) ? swapped.replaceAll(',', '') : text;
}

/** The same in units of 10^-30 seconds. */
export function toUnits(seconds: ExactSeconds): bigint {
  return typeof seconds === 'bigint' ? seconds : BigInt(seconds) * UNITS_PER_NANO;
}

/** A sum of decimal numbers without any rounding: 0.1 and 0.2 are 0.3. */
export class ExactSum {
  #nanos = 0;
  #units = 0n;

  add(seconds: ExactSeconds): void {
    if (typeof seconds === 'bigint') this.#units += seconds;
    else this.#nanos += seconds;
    if (this.#nanos > MAX_NANOS) {
      this.#units += toUnits(this.#nanos);
      this.#nanos = 0;
    }
  }

  /** The sum in units of 10^-30 seconds. */
  toUnits(): bigint {
    return this.#units + toUnits(this.#nanos);
  }

  toSeconds(): number {
    const digits = this.toUnits()
      .toString()
      .padStart(FRACTION_DIGITS + 1, '0');
    return Number(`${digits.slice(0, -FRACTION_DIGITS)}.${digits.slice(-FRACTION_DIGITS)}`);
  }
}
