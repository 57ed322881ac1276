import { CarbonError, InputError, SendError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { CheckFigures } from '../model/verdict.ts';
import { OptionNamer } from '../options/name-options.ts';
import { formatText, hasMoreToShow } from '../report/text.ts';
import {
  formatConnectionErrors,
  formatDerivedSource,
  formatLocation,
  formatRenames,
  formatUndelivered,
  formatVerdict,
  isMissing,
} from '../report/verdict.ts';
import { formatHashed, listWarnings } from '../report/warnings.ts';
import type { Console } from './console.ts';
import { toJson } from './exact.ts';
import type { Flags } from './flags.ts';
import { formatRest } from './format-rest.ts';

/** Prints the result of a run. */
export async function printResult(result: Result, flags: Flags, console: Console): Promise<void> {
  if (flags['json'] === true) {
    console.exact(toJson(result));
    if (result.delivery === 'sent') console.err(formatVerdict(result));
    return;
  }
  if (flags['debug'] === true) printPreview(result, console);
  if (flags['quiet'] !== true) printTable(result, console);
  if (result.check !== undefined) await printCheck(result.check, flags, console);
  if (result.delivery === 'sent') console.err(formatVerdict(result));
  const isQuiet = flags['quiet'] === true;
  const notices = isQuiet
    ? []
    : [
        formatConnectionErrors(result),
        formatDerivedSource(result),
        formatRenames(result),
        formatHashed(result),
        ...(result.notices ?? []).map(nameFlag),
      ];
  // Warnings are printed in any case: they name what was asked for and was not counted.
  for (const message of notices) if (message !== undefined) console.err(message);
  for (const message of listWarnings(result).map(nameFlag)) console.warn(message);
  if (isQuiet) return;
  // A dry run writes only its lines to standard output, for programs.
  if (flags['isCheck'] === true) return;
  if (result.delivery === 'dry-run') console.err(formatVerdict(result));
  else if (result.delivery !== 'sent') console.out(`${formatVerdict(result)}${formatLocation(result)}`);
}

/** Prints the verdicts: a table on standard output, and findings on standard error. */
async function printCheck(check: CheckFigures, flags: Flags, console: Console): Promise<void> {
  const [{ formatCheckText }, { listMessages }] = await Promise.all([
    import('../report/text-check.ts'),
    import('../report/check-messages.ts'),
  ]);
  const { columns, hasColour } = console.screen;
  const { failing, worse, unusual } = listMessages(check);
  const isQuiet = flags['quiet'] === true;
  // A dry run writes only its lines to standard output.
  const isLinesAlone = flags['dryRun'] === true && flags['isCheck'] !== true;
  if (!isQuiet && !isLinesAlone) console.exact(formatCheckText(check, { columns, hasColour }));
  const messages = isQuiet ? [] : [...check.notices, unusual];
  for (const message of [...messages, worse, failing])
    if (message !== undefined) console.err(nameFlag(message));
}

/** Prints the figures as a table. For a run of a line or two, the verdict is enough. */
function printTable(result: Result, console: Console): void {
  const { columns, isTerminal, hasColour } = console.screen;
  if (result.delivery === 'dry-run' || !hasMoreToShow(result, isTerminal)) return;
  console.exact(formatText(result, { columns, hasColour }));
}

/** Prints the error of a run and what was done before it. */
export async function printError(error: CarbonError, flags: Flags, console: Console): Promise<void> {
  const { result } = error;
  const wasDelivered = result !== undefined && result.delivery !== 'failed';
  if (wasDelivered && flags['json'] !== true) await printResult(result, flags, console);
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
  if (result?.check !== undefined && !wasDelivered && flags['json'] !== true)
    await printCheck(result.check, flags, console);
  const kept = result === undefined ? undefined : formatUndelivered(result);
  if (kept !== undefined) console.err(kept);
  else if (result !== undefined && result.undelivered > 0 && isLost(flags))
    console.err('Undelivered metrics are not kept: --spool <folder> keeps them for --replay.');
  const rest = formatRest(error, flags['file'], {
    confirmed: result?.lines ?? 0,
    isKept: kept !== undefined,
  });
  if (rest !== undefined) console.err(rest);
  if (flags['debug'] === true && error.cause instanceof Error) console.err(error.cause.stack ?? '');
}

/** Whether the message is about the default server, which nothing in this run named. */
function usesDefaultServer({ server }: Flags, message: string): boolean {
  return server === undefined && message.startsWith('carbon:');
}

/** Whether the undelivered lines are lost: there is no spool, and no file that still has them. */
function isLost({ spool, replay }: Flags): boolean {
  return spool === undefined && replay === undefined;
}

function printPreview(result: Result, console: Console): void {
  for (const { path, value, timestamp } of result.points) console.err(`${path} ${value} ${timestamp}`);
}

let namer: OptionNamer | undefined;

/** A warning with the command line's names: `--tls-ca` for `tls-ca`, `--file a.txt` for `file a.txt`. */
export function nameFlag(message: string): string {
  namer ??= new OptionNamer('cli');
  return namer.nameMessage(message);
}

/** The message of an error with the command line's names. */
export function formatWithFlags(error: Error): string {
  namer ??= new OptionNamer('cli');
  return error instanceof CarbonError ? namer.nameError(error).message : error.message;
}
