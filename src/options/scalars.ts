import { type Fault, toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';

/** The booleans of YAML's core schema, which is what the toolkit takes. */
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];

/** Reads options that are one scalar each; a fault is gathered and the fallback taken, so that all faults are found. */
export class ScalarReader {
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  integer(written: unknown, option: { name: string; fallback: string; min: number; max: number }): number {
    const { name, fallback, min, max } = option;
    const text = textOf(written) ?? fallback;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.#add({
      location: name,
      rule: `it is a whole number from ${min} to ${max}`,
      value: text,
      cure: `The default is ${fallback}.`,
    });
    return Number(fallback);
  }

  /** A time in seconds, as milliseconds. */
  milliseconds(written: unknown, option: { name: string; fallback: string }): number {
    const { name, fallback } = option;
    const text = textOf(written) ?? fallback;
    const seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
    if (seconds > 0 && seconds <= 86_400) return seconds * 1000;
    const rule = 'it is a number of seconds, more than 0 and at most 86400';
    this.#add({ location: name, rule, value: text, cure: `The default is ${fallback}.` });
    return Number(fallback) * 1000;
  }

  boolean(written: unknown, option: { name: string; fallback: boolean }): boolean {
    const text = textOf(written);
    if (text === undefined) return option.fallback;
    if (TRUE.includes(text)) return true;
    if (FALSE.includes(text)) return false;
    this.#add({ location: option.name, rule: 'it is true or false', value: text });
    return option.fallback;
  }

  choice<Choice extends string>(
    written: unknown,
    option: { name: string; choices: readonly Choice[]; fallback: Choice },
  ): Choice {
    const text = textOf(written);
    if (text === undefined) return option.fallback;
    const chosen = option.choices.find((choice) => choice === text);
    if (chosen === undefined) {
      this.#add({ location: option.name, rule: `it is one of ${option.choices.join(', ')}`, value: text });
    }
    return chosen ?? option.fallback;
  }

  #add(fault: Fault): void {
    this.#faults.add(fault);
  }
}

function textOf(written: unknown): string | undefined {
  if (written === undefined || written === null) return undefined;
  const text = toText(written).trim();
  return text === '' ? undefined : text;
}
