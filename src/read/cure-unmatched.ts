import { promises } from 'node:fs';
import type { Face } from '../options/rows.ts';
import { cureShellPath } from '../util/text.ts';

/** What to do about a pattern that no file matches, by the slips that people make. */
export function cureUnmatched(
  pattern: string,
  {
    option,
    face,
    platform = process.platform,
  }: { readonly option: string; readonly face: Face; readonly platform?: string },
): string {
  if (isData(pattern)) {
    if (face === 'cli') return 'It takes the names of files: pipe a text to "--data -".';
    if (option.startsWith('data-file')) return 'It takes the names of files: give a text as metrics.';
  }
  if (/^<.+>$/.test(pattern)) return 'Leave "<" and ">" out: they only mark the place of a name.';
  if (/^- /.test(pattern)) return 'Leave the dash ("- ") out: write one a line.';
  if (/^(["']).*\1$/.test(pattern)) return 'Leave the quotes out.';
  // Braces have commas, too: {a,b}.
  const plain = pattern.replaceAll(/\{[^{}]*\}/g, '');
  if (plain.includes(',')) return `Write ${oneEach(face)}, without commas.`;
  const pieces = plain.split(/\s+/);
  if (pieces.length > 1 && pieces.every((piece) => /[./*]/.test(piece)))
    return `Write ${oneEach(face)}${face === 'action' ? ', behind "|": ">" joins the lines' : ''}.`;
  if (pattern.includes('\\') && platform !== 'win32')
    return 'Write "/" between folders: here "\\" is no separator.';
  if (/\$\w|\$\{|%\w+%/.test(pattern)) return 'Write the whole path: no variable is filled in here.';
  const base = face === 'action' ? 'workspace' : 'current directory';
  return cureShellPath(pattern) ?? `Paths are relative to the ${base}.`;
}

/** What to do about a name that is a link to nothing; undefined for another name. */
export async function cureDeadLink(name: string): Promise<string | undefined> {
  const status = await promises.lstat(name).catch(() => undefined);
  return status?.isSymbolicLink() === true
    ? 'It is a link that leads to no file: correct the link, or name another file.'
    : undefined;
}

function oneEach(face: Face): string {
  return { action: 'one a line', cli: 'the option once for each', library: 'one an item or line' }[face];
}

/** Whether a name of a file looks like what a file would hold: JSON, or a line of YAML. */
function isData(pattern: string): boolean {
  return /^\{.*\}$|^\[.*[{:].*\]$|^["']?[\w.-]+["']?: /s.test(pattern);
}
