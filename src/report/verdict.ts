import { escapeInvisible } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { type Environment, formatRetention } from './retention.ts';

/** One sentence on how the run ended, in exact words: nothing is called stored that was not read back. */
export function formatVerdict(result: Result, env?: Environment): string {
  const amount = formatAmount(result);
  const server = result.server ?? 'no server';
  const undelivered = formatUndelivered(result, env);
  const kept = undelivered === undefined ? '' : ` ${undelivered}`;
  switch (result.delivery) {
    case 'confirmed':
      return `Confirmed: ${amount}; ${server} closed after reading everything.${formatReadBack(result)}`;
    case 'sent': {
      const readBack = formatReadBack(result);
      const unknown = readBack === '' ? ', so nobody knows what it read.' : `.${readBack}`;
      return `Sent, not confirmed: ${amount}; ${server} did not close in time${unknown}${kept}`;
    }
    case 'failed':
      return formatFailure(result, amount);
    case 'skipped':
      return 'Skipped: there was nothing to send.';
    case 'dry-run':
      return `Dry run: ${count(result.linesMade, 'line')} made, nothing sent.`;
  }
}

/** Whether a run failed only after sending, because Graphite did not show everything. */
export function isMissing({ missing = 0 }: Result): boolean {
  return missing > 0;
}

function formatFailure(result: Result, amount: string): string {
  const { lines, missing, server } = result;
  if (lines === 0) return `Failed: nothing was delivered${server === undefined ? '' : ` to ${server}`}.`;
  if (!isMissing(result)) return `Failed: only ${amount} went to ${server} before.`;
  return `Failed: ${amount} went to ${server}, and ${missing} of them ${missing === 1 ? 'was' : 'were'} not read back.`;
}

/** What reading back has shown of a run that was delivered; nothing where that was not asked for. */
function formatReadBack({ verified = 0 }: Result): string {
  if (verified === 0) return '';
  return ` Graphite shows ${verified === 1 ? 'the point' : `all ${verified} points`}.`;
}

/** Where the lines are that were not confirmed, and with `env` for how long; nothing where none were kept. */
export function formatUndelivered(result: Result, env?: Environment): string | undefined {
  if (result.undeliveredFile === undefined) return undefined;
  const retention = env === undefined ? '' : ` ${formatRetention(result.undeliveredFile, env)}`;
  const what = isMissing(result) && result.missing === result.undelivered ? 'read back' : 'confirmed';
  return `What was not ${what} is kept for replay in ${escapeInvisible(result.undeliveredFile)} (${count(result.kept ?? result.undelivered, 'line')}).${retention}`;
}

/** What a delivery overcame, in one message; nothing where all went well, or where the run failed. */
export function formatConnectionErrors({
  delivery,
  attempts,
  connectionErrors = [],
}: Result): string | undefined {
  if (connectionErrors.length === 0 || (delivery !== 'confirmed' && delivery !== 'sent')) return undefined;
  const connections = count(attempts, 'connection');
  // What was only sent may have been so at the first of them.
  const how =
    delivery === 'confirmed' ? `Delivered with ${connections}, after` : `Sent with ${connections}, besides`;
  return `${how}: ${connectionErrors.join(' ')}`;
}

/** The renames of a run in one message; nothing where no name changed. */
export function formatRenames(result: Result): string | undefined {
  if (result.renamedCount === 0) return undefined;
  const shown = result.renamed.slice(0, 10).map(({ from, to }) => `"${cutName(from)}" → ${cutName(to)}`);
  const rest = result.renamedCount - shown.length;
  const more = rest > 0 ? `, … and ${rest} more` : '';
  const what = result.renamedCount === 1 ? 'A name was' : `${result.renamedCount} names were`;
  return `${what} changed to what every receiver keeps: ${shown.join(', ')}${more}.${explainSlashes(result)}`;
}

/** A source has a node for each part between slashes; in the name of a metric a slash is a character like others. */
function explainSlashes({ renamed }: Result): string {
  const isNamed = renamed.some(
    ({ from, to }) => /[^/]\/[^/]/.test(from) && to.split('.').length <= from.split('.').length,
  );
  return isNamed ? ' A "/" in the name of a metric is no separator: write "." for a node of its own.' : '';
}

/** `3 metrics in 1 batch (97 bytes)`. */
export function formatAmount(result: Result): string {
  return `${count(result.lines, 'metric')} in ${count(result.batches, 'batch')} (${count(result.bytes, 'byte')})`;
}

function count(number: number, word: string): string {
  const plural = word.endsWith('ch') ? `${word}es` : `${word}s`;
  return `${number} ${number === 1 ? word : plural}`;
}

function cutName(text: string): string {
  return escapeInvisible(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** Where the metrics of a run lie: the path of one, or the first path of several. */
export function formatLocation(result: Result): string {
  const [first] = result.points;
  if (first === undefined) return '';
  return result.linesMade === 1 ? ` Path: ${first.path}` : ` First path: ${first.path}`;
}
