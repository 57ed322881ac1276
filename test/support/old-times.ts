const FAR = String.raw`the time (?!2001-|2101-)\d{4,6}-[\d:TZ-]+ is more than a (?:year back|day ahead)`;
const END = String.raw`Check its unit and zone\.`;
const WITHIN_LINE = '(?:(?!%0A|\n|::warning::).)*?';
const SENTENCE = `${WITHIN_LINE}${FAR}${WITHIN_LINE}${END}`;

/**
 * Tests give metrics their own time, so that they can compare whole lines, and that time is long ago. The warning about
 * it is expected everywhere, so it is removed from the output. The years 2001 and 2101 are for tests of the warning.
 */
export function dropOldTimeWarning(text: string): string {
  if (!/is more than a (?:year back|day ahead)/.test(text)) return text;
  return text
    .replace(new RegExp(`^::warning::${SENTENCE}\r?\n`, 'gm'), '')
    .replace(new RegExp(`(?<=^::warning::)${SENTENCE}%0A`, 'gm'), '')
    .replace(new RegExp(`%0A${SENTENCE}(?=%0A|\r?$)`, 'gm'), '')
    .replace(new RegExp(String.raw`"(?:[^"\\]|\\.)*?${FAR}(?:[^"\\]|\\.)*?${END}",?`, 'g'), '')
    .replace(new RegExp(`^<p>${SENTENCE}</p>\r?\n\r?\n`, 'gm'), '')
    .replace(new RegExp(`^${SENTENCE}\r?\n`, 'gm'), '');
}
