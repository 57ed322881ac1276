import { CarbonError, escapeInvisible, InputError, SendError } from '../model/errors.ts';
import { formatDelivery, formatUndelivered, isMissing } from '../report/delivery.ts';
import type { Console, Flags } from './console.ts';
import { toJson } from './print-exact.ts';
import { formatWithFlags, type Output, printCheck, printResult } from './print-result.ts';

/**
 * Prints the error of a run and what was done before it. Returns the exit code: 2 for wrong input, and 1 for another
 * failure. A defect is thrown again.
 */
export async function printError(error: unknown, output: Output): Promise<number> {
  if (!(error instanceof CarbonError)) throw error;
  const { flags, console } = output;
  const { result } = error;
  const wasDelivered = result !== undefined && result.delivery !== 'failed';
  if (wasDelivered && flags['json'] !== true) await printResult(result, output);
  if (flags['json'] === true) {
    const faults = error instanceof InputError ? { faults: error.faults } : {};
    const report = { delivery: 'failed', ...result, error: formatWithFlags(error), ...faults };
    console.exact(toJson(report));
  }
  const message = formatWithFlags(error);
  console.error(`carbonclient: ${message}`);
  if (error instanceof SendError && error.inputError !== undefined)
    console.error(`carbonclient: ${formatWithFlags(error.inputError)}`);
  if (error instanceof SendError && usesDefaultServer(flags, message))
    console.err('carbon is the default server: name yours with -c, --server.');
  if (result !== undefined && !wasDelivered && result.lines > 0 && !isMissing(result))
    console.err(formatDelivery(result));
  if (result?.check !== undefined && !wasDelivered && flags['json'] !== true)
    await printCheck(result.check, output);
  const kept = result === undefined ? undefined : formatUndelivered(result);
  if (kept !== undefined) console.err(kept);
  else if (result !== undefined && result.undelivered > 0 && isLost(flags))
    console.err('Undelivered metrics are not kept: --spool <folder> keeps them for --replay.');
  const rest = formatRest(error, {
    files: flags['file'],
    confirmed: result?.lines ?? 0,
    isKept: kept !== undefined,
  });
  if (rest !== undefined) console.err(rest);
  if (flags['debug'] === true && error.cause instanceof Error) console.err(error.cause.stack ?? '');
  return toExitCode(error);
}

function toExitCode(error: CarbonError): number {
  return error instanceof InputError ? 2 : 1;
}

/** Whether the message is about the default server, which nothing in this run named. */
function usesDefaultServer({ server }: Flags, message: string): boolean {
  return server === undefined && message.startsWith('carbon:');
}

/** Whether the undelivered lines are lost: there is no spool, and no file that still has them. */
function isLost({ spool, replay }: Flags): boolean {
  return spool === undefined && replay === undefined;
}

/** Runs a command that has no result. Its error is one printed line; returns the exit code. */
export async function endWithFaults(console: Console, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    console.error(`carbonclient: ${formatWithFlags(error)}`);
    return toExitCode(error);
  }
}

/**
 * The command that continues with a streamed file after the run was stopped in it. Undefined if nothing was delivered
 * or the rest is unknown, and for several files or standard input. `confirmed` is the number of lines that were
 * delivered.
 */
export function formatRest(
  { code, message }: Pick<CarbonError, 'code' | 'message'>,
  run: { readonly files: unknown; readonly confirmed: number; readonly isKept: boolean },
): string | undefined {
  const { files, confirmed, isKept } = run;
  const [name, ...others]: unknown[] = Array.isArray(files) ? files : [];
  if (code !== 'ABORT_ERR' || typeof name !== 'string' || name === '-' || others.length > 0) return undefined;
  const unread = Number(/The rest of (?:--)?file .* begins at line (\d+)\./.exec(message)?.[1] ?? Number.NaN);
  const first = isKept ? unread : findFirst(confirmed, unread);
  if (Number.isNaN(first)) return undefined;
  const file = escapeInvisible(name).replaceAll("'", String.raw`'\''`);
  return `To continue${isKept ? ' after the replay' : ''}: tail -n +${first} '${file}' | carbonclient (the same options) --file -`;
}

/**
 * Without a spool, lines that were read and not confirmed are read again, also if the run was not reading when it was
 * stopped. Blank lines only make these more.
 */
function findFirst(confirmed: number, unread: number): number {
  if (!Number.isNaN(unread)) return Math.min(confirmed + 1, unread);
  return confirmed > 0 ? confirmed + 1 : Number.NaN;
}
