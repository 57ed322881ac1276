/** The general cure for a text that is not YAML. */
export const YAML_CURE = 'Fix the YAML.';
export const TABS_CURE = 'Indent with blanks.';
/** A "*" at the start of a YAML text refers to another part of it. */
export const STAR_CURE = 'Put a name that starts with "*" in quotes.';
export const PLACEHOLDER_CURE = 'Leave "<" and ">" out: they only mark the place of what belongs there.';

/** A text this long is no slip of an input. */
const MAX_LENGTH = 10_000;

/** Whether a text is `<a: 1>`: what a document writes for a reader's own words, with its signs. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= MAX_LENGTH && /^<[^<].*>$/s.test(trimmed);
}

/** The cure for a text that as a whole has another form than YAML. */
export function cureWholeText(text: string): string | undefined {
  const lines = text
    .slice(0, MAX_LENGTH)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (isJsonLines(lines)) {
    const isList = lines.every((line) => /"metric"\s*:/.test(line));
    return `These are JSON lines: write ${isList ? 'one list, "[{…}, {…}]"' : 'one map, "{"a": 1, "b": 2}"'}.`;
  }
  if (isFolded(lines))
    return 'Write one name a line. If ">" starts the text in YAML, write "|": ">" makes one line of all.';
  return undefined;
}

function isJsonLines(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every((line) => /^\{.*\},?$/.test(line));
}

/** `a: 1 b: 2`: two names in one line, outside of braces. */
function isFolded([line = '', ...others]: readonly string[]): boolean {
  const names = line.replaceAll(/"[^"]*"|'[^']*'|\{[^{}]*\}/g, 'text').match(/[^\s:{}[\],]+:(?=\s)/g) ?? [];
  return others.length === 0 && names.length > 1 && !/^[{[]/.test(line);
}
