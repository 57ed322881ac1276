import { escapeInvisible } from '../model/errors.ts';

/**
 * The command that continues with a streamed file after the run was stopped in it. Undefined if `message` names no
 * unread line, and for several files or standard input. `confirmed` is the number of lines that were delivered.
 */
export function formatRest(
  message: string,
  files: unknown,
  { confirmed, isKept }: { readonly confirmed: number; readonly isKept: boolean },
): string | undefined {
  const [name, ...others]: unknown[] = Array.isArray(files) ? files : [];
  const unread = /The rest of --file .* begins at line (\d+)\./.exec(message)?.[1];
  if (unread === undefined || typeof name !== 'string' || name === '-' || others.length > 0) return undefined;
  // Without a spool, lines that were read and not confirmed are read again. Blank lines only make these more.
  const first = isKept ? unread : String(Math.min(confirmed + 1, Number(unread)));
  const file = escapeInvisible(name).replaceAll("'", String.raw`'\''`);
  return `To go on${isKept ? ' after the replay' : ''}: tail -n +${first} '${file}' | carbonclient (the same options) --file -`;
}
