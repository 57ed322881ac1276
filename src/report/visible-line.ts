import { escapeInvisible } from '../model/errors.ts';

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
