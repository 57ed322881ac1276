import { type CarbonError, escapeInvisible } from '../model/errors.ts';

/**
 * The command that continues with a streamed file after the run was stopped in it. Undefined if nothing was delivered
 * or the rest is unknown, and for several files or standard input. `confirmed` is the number of lines that were
 * delivered.
 */
export function formatRest(
  { code, message }: Pick<CarbonError, 'code' | 'message'>,
  files: unknown,
  { confirmed, isKept }: { readonly confirmed: number; readonly isKept: boolean },
): string | undefined {
  const [name, ...others]: unknown[] = Array.isArray(files) ? files : [];
  if (code !== 'ABORT_ERR' || typeof name !== 'string' || name === '-' || others.length > 0) return undefined;
  const unread = Number(/The rest of (?:--)?file .* begins at line (\d+)\./.exec(message)?.[1] ?? Number.NaN);
  const first = isKept ? unread : findFirst(confirmed, unread);
  if (Number.isNaN(first)) return undefined;
  const file = escapeInvisible(name).replaceAll("'", String.raw`'\''`);
  return `To go on${isKept ? ' after the replay' : ''}: tail -n +${first} '${file}' | carbonclient (the same options) --file -`;
}

/**
 * Without a spool, lines that were read and not confirmed are read again, also if the run was not reading when it was
 * stopped. Blank lines only make these more.
 */
function findFirst(confirmed: number, unread: number): number {
  if (!Number.isNaN(unread)) return Math.min(confirmed + 1, unread);
  return confirmed > 0 ? confirmed + 1 : Number.NaN;
}
