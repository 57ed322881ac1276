import { escapeInvisible } from '../errors.ts';

/**
 * Text with outside content in it, made harmless for a CI log: no line of it can be a workflow command. The runner
 * honours `::name::` at the start of a line and `##[name]` anywhere (actions/runner, ActionCommand.cs), compares them
 * while it ignores invisible characters, and other systems have commands that begin with `##word[`.
 */
export function toPrintable(text: string): string {
  if (isHarmless(text)) return text;
  return text
    .split('\n')
    .map((line) =>
      escapeInvisible(line)
        .replace(/^(\P{L}*?):(?=:)/u, '$1: ')
        .replace(/#(?=#[a-z]*\[)/gi, '# '),
    )
    .join('\n');
}

/** Most messages are; the character classes of Unicode take longer to set up than the rest of a small run. */
function isHarmless(text: string): boolean {
  return /^[\x20-\x7e\n]*$/.test(text) && !text.includes('::') && !text.includes('##');
}
