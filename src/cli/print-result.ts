import { type CarbonError, escapeInvisible, InputError, SendError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { formatHashed } from '../report/hashed.ts';
import { formatText, hasMoreToShow } from '../report/text.ts';
import {
  formatConnectionErrors,
  formatLocation,
  formatRenames,
  formatUndelivered,
  formatVerdict,
  isMissing,
} from '../report/verdict.ts';
import { listWarnings } from '../report/warnings.ts';
import type { Console } from './console.ts';
import { toJson } from './exact.ts';
import { formatWithFlags, nameFlag } from './name-flags.ts';
import type { Flags } from './program.ts';

/** Tells what became of a run. */
export function printResult(result: Result, flags: Flags, console: Console): void {
  if (flags['json'] === true) {
    console.exact(toJson(result));
    if (result.delivery === 'sent') console.err(formatVerdict(result));
    return;
  }
  if (flags['debug'] === true) tellPoints(result, console);
  if (flags['quiet'] !== true) tellTable(result, console);
  if (result.delivery === 'sent') console.err(formatVerdict(result));
  const isQuiet = flags['quiet'] === true;
  const notices = isQuiet
    ? []
    : [
        formatConnectionErrors(result),
        formatRenames(result),
        formatHashed(result),
        ...(result.notices ?? []).map(nameFlag),
      ];
  // Warnings are printed in any case: they name what was asked for and was not counted.
  for (const message of notices) if (message !== undefined) console.err(message);
  for (const message of listWarnings(result).map(nameFlag)) console.warn(message);
  if (isQuiet) return;
  // A dry run's standard output is the lines alone, for whatever reads them.
  if (result.delivery === 'dry-run') console.err(formatVerdict(result));
  else if (result.delivery !== 'sent') console.out(`${formatVerdict(result)}${formatLocation(result)}`);
}

/** What was found, as a table; for a run that only wrote a line or two the verdict is enough. */
function tellTable(result: Result, console: Console): void {
  const { columns, isTerminal, hasColour } = console.screen;
  if (result.delivery === 'dry-run' || !hasMoreToShow(result, isTerminal)) return;
  console.exact(formatText(result, { columns, hasColour }));
}

/** Tells what ended a run, and what had been done by then. */
export function printError(error: CarbonError, flags: Flags, console: Console): void {
  const { result } = error;
  const wasDelivered = result !== undefined && result.delivery !== 'failed';
  if (wasDelivered && flags['json'] !== true) printResult(result, flags, console);
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
    console.err(formatVerdict(result));
  const kept = result === undefined ? undefined : formatUndelivered(result);
  if (kept !== undefined) console.err(kept);
  else if (result !== undefined && result.undelivered > 0 && isLost(flags))
    console.err('What was not delivered is not kept: --spool <folder> keeps it, for --replay.');
  const rest = formatRest(message, flags, { confirmed: result?.lines ?? 0, isKept: kept !== undefined });
  if (rest !== undefined) console.err(rest);
  if (flags['debug'] === true && error.cause instanceof Error) console.err(error.cause.stack ?? '');
}

/** Whether the message is about the server of the table, which nothing in this run named. */
function usesDefaultServer({ server }: Flags, message: string): boolean {
  return server === undefined && message.startsWith('carbon:');
}

/** How to go on with a file that was not read to its end; nothing where it was, or where there is no single file. */
function formatRest(
  message: string,
  { file }: Flags,
  { confirmed, isKept }: { readonly confirmed: number; readonly isKept: boolean },
): string | undefined {
  const [name, ...others] = Array.isArray(file) ? file : [];
  const unread = /The rest of --file .* begins at line (\d+)\./.exec(message)?.[1];
  if (unread === undefined || name === undefined || name === '-' || others.length > 0) return undefined;
  // Without a spool what was read and not confirmed has to be read again; blank lines only make that more.
  const first = isKept ? unread : String(Math.min(confirmed + 1, Number(unread)));
  const replay = isKept ? ' after the replay' : '';
  return `To go on${replay}: tail -n +${first} '${escapeInvisible(name).replaceAll("'", "'\\''")}' | carbonclient (the same options) --file -`;
}

/** Whether what was not delivered is nowhere: there is no spool, and no file that still holds it. */
function isLost({ spool, replay }: Flags): boolean {
  return spool === undefined && replay === undefined;
}

function tellPoints(result: Result, console: Console): void {
  for (const { path, value, timestamp } of result.points) console.err(`${path} ${value} ${timestamp}`);
}
