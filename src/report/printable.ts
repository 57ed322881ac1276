import { escapeInvisible } from '../model/errors.ts';

// Not a literal: its Unicode class would be prepared in every run.
const COMMAND_START = '^(\\P{L}*?):(?=:)';

/**
 * Makes text with outside content harmless for a CI log: no line of it can be a workflow command. The runner executes
 * `::name::` at the start of a line and `##[name]` anywhere (actions/runner, ActionCommand.cs), and ignores invisible
 * characters in them. Other systems have commands that begin with `##word[`.
 */
export function toPrintable(text: string): string {
  if (isHarmless(text)) return text;
  const commandStart = new RegExp(COMMAND_START, 'u');
  return text
    .split('\n')
    .map((line) =>
      escapeInvisible(line)
        .replace(commandStart, '$1: ')
        .replace(/#(?=#[a-z]*\[)/gi, '# '),
    )
    .join('\n');
}

/** True for most messages. Preparing Unicode character classes takes longer than the rest of a small run. */
function isHarmless(text: string): boolean {
  return /^[\x20-\x7e\n]*$/.test(text) && !text.includes('::') && !text.includes('##');
}

/**
 * Outside text as one visible line of at most `maxCharacters`. Characters that only join or colour pictographs are
 * removed, line breaks become spaces, and other invisible characters are escaped.
 */
export function toVisibleLine(text: string, maxCharacters: number): string {
  // Most texts are plain; the classes of Unicode take longer to set up than the rest of a small run.
  if (text.length <= maxCharacters && /^[\x20-\x7e]*$/.test(text) && !text.includes('  ')) return text.trim();
  // The start of a very long text is enough.
  const start = text.slice(0, 4 * maxCharacters + 16);
  const line = escapeInvisible(start.replace(/[\s\u0085]+/gu, ' ').replace(/[\ufe0f\u200d]/gu, '')).trim();
  const characters = [...line];
  if (characters.length <= maxCharacters && start.length === text.length) return line;
  return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}
