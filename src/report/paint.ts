/** The meaning of a text, which decides its colour. */
export type Meaning = 'good' | 'bad' | 'warning' | 'head' | 'faint';

/** Colours a text that has no colour yet; returns it unchanged without a terminal. */
export type Paint = (meaning: Meaning, text: string) => string;

/** The ECMA-48 codes that turn each on and off; every terminal supports them. */
const CODES: Readonly<Record<Meaning, readonly [on: number, off: number]>> = {
  good: [32, 39],
  bad: [31, 39],
  warning: [33, 39],
  head: [1, 22],
  faint: [2, 22],
};

/** The colours of a terminal, or none. */
export function createPaint(hasColour: boolean): Paint {
  if (!hasColour) return (_, text) => text;
  return (meaning, text) => {
    const [on, off] = CODES[meaning];
    return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
