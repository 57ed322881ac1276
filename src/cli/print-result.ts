import { CarbonError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import type { CheckFigures } from '../model/verdict.ts';
import { OptionNamer } from '../options/name-options.ts';
import {
  formatConnectionErrors,
  formatDelivery,
  formatDerivedSource,
  formatLocation,
  formatRenames,
} from '../report/delivery.ts';
import { formatText, hasMoreToShow } from '../report/text.ts';
import { formatHashed, listWarnings } from '../report/warnings.ts';
import type { Console, FlaggedIo } from './console.ts';
import { toJson } from './print-exact.ts';

/** Where a run is printed, and the flags that decide how. */
export type Output = Pick<FlaggedIo, 'flags' | 'console'>;

/** Prints the result of a run. */
export async function printResult(result: Result, { flags, console }: Output): Promise<void> {
  if (flags['json'] === true) {
    console.exact(toJson(result));
    if (result.delivery === 'sent') console.err(formatDelivery(result));
    return;
  }
  if (flags['debug'] === true) printPreview(result, console);
  if (flags['quiet'] !== true) printTable(result, console);
  if (result.check !== undefined) await printCheck(result.check, { flags, console });
  if (result.delivery === 'sent') console.err(formatDelivery(result));
  const isQuiet = flags['quiet'] === true;
  const connectionErrors = formatConnectionErrors(result);
  const notices = isQuiet
    ? []
    : [
        connectionErrors && nameFlag(connectionErrors),
        formatDerivedSource(result),
        formatRenames(result),
        formatHashed(result),
        ...(result.notices ?? []).map(nameFlag),
      ];
  // Warnings are printed in any case: they name what was asked for and was not counted.
  for (const message of notices) if (message !== undefined) console.err(message);
  for (const message of listWarnings(result).map(nameFlag)) console.warn(message);
  if (isQuiet) return;
  if (flags['isCheck'] === true) {
    if (result.delivery === 'skipped') console.err('Skipped: there was nothing to compare.');
    return;
  }
  // A dry run writes only its lines to standard output, for programs.
  if (result.delivery === 'dry-run') console.err(formatDelivery(result));
  else if (result.delivery !== 'sent') console.out(`${formatDelivery(result)}${formatLocation(result)}`);
}

/** Prints the verdicts: a table on standard output, and findings on standard error. */
export async function printCheck(check: CheckFigures, { flags, console }: Output): Promise<void> {
  const [{ formatCheckText }, { listMessages }] = await Promise.all([
    import('../report/text-check.ts'),
    import('../report/check-messages.ts'),
  ]);
  const { columns, hasColour } = console.screen;
  const { failing, worse, unusual, mistaken, unmatched } = listMessages(check);
  const isQuiet = flags['quiet'] === true;
  // A dry run writes only its lines to standard output.
  const isLinesAlone = flags['dryRun'] === true && flags['isCheck'] !== true;
  if (!isQuiet && !isLinesAlone) console.exact(formatCheckText(check, { columns, hasColour }));
  const messages = isQuiet ? [] : [...check.notices, mistaken, unmatched, unusual];
  for (const message of messages) if (message !== undefined) console.err(nameFlag(message));
  if (worse !== undefined) console.warn(worse);
  if (failing !== undefined) console.error(nameFlag(failing));
}

/** Prints the figures as a table. For a run of a line or two, the sentence about its delivery is enough. */
function printTable(result: Result, console: Console): void {
  const { columns, isTerminal, hasColour } = console.screen;
  if (result.delivery === 'dry-run' || !hasMoreToShow(result, isTerminal)) return;
  console.exact(formatText(result, { columns, hasColour }));
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
