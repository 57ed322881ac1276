import { badValue } from './bad-coverage.ts';
import type { Counts } from './coverage-report.ts';
import { MAX_LINE_NUMBER } from './limits.ts';

const COUNT = /^\s*(-)?(\d{1,400}(?:\.\d{0,400})?)(?:[eE][+-]?\d{1,9})?\s*$/;

/**
 * Whether a number of hits is above 0, however large. A negative number counts as 0: counters can overflow or race
 * between threads. Undefined if the text is not a number.
 */
export function isHitCount(text: string): boolean | undefined {
  const match = COUNT.exec(text);
  if (match === null) return undefined;
  return match[1] === undefined && /[1-9]/.test(match[2] ?? '');
}

/** The number of a line. */
export function parseLineNumber(text: string | undefined, rule: string): number {
  const number = parseWhole(text);
  if (number === undefined || number > MAX_LINE_NUMBER) {
    throw badValue(`${rule} is a whole number up to ${MAX_LINE_NUMBER}`, text ?? '');
  }
  return number;
}

/** The number of a line that only distinguishes items; 0 if the text is not a line number. */
export function toLineNumber(text: string | undefined): number {
  const number = parseWhole(text);
  return number === undefined || number > MAX_LINE_NUMBER ? 0 : number;
}

/** An exact integer; undefined if the text is not one. */
export function parseWhole(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*\d{1,16}\s*$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The covered count and the total; undefined if they are not such numbers. */
export function toCounts(covered: number | undefined, total: number | undefined): Counts | undefined {
  if (covered === undefined || total === undefined || covered > total) return undefined;
  return { covered, total };
}
