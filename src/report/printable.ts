import { escapeInvisible } from '../model/errors.ts';

// No literal: its Unicode class would be set up in every run, however harmless the messages are.
const COMMAND_START = '^(\\P{L}*?):(?=:)';

/**
 * Text with outside content in it, made harmless for a CI log: no line of it can be a workflow command. The runner
 * honours `::name::` at the start of a line and `##[name]` anywhere (actions/runner, ActionCommand.cs), compares them
 * while it ignores invisible characters, and other systems have commands that begin with `##word[`.
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

/** Most messages are; the character classes of Unicode take longer to set up than the rest of a small run. */
function isHarmless(text: string): boolean {
  return /^[\x20-\x7e\n]*$/.test(text) && !text.includes('::') && !text.includes('##');
}
