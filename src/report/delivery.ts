import { escapeInvisible } from '../model/errors.ts';
import type { Rename, Result } from '../model/result.ts';

/** One sentence on how the run ended. It claims storage only for what was read back. */
export function formatDelivery(result: Result, env?: Environment): string {
  const amount = describeSent(result);
  const server = result.server ?? 'no server';
  const undelivered = formatUndelivered(result, env);
  const kept = undelivered === undefined ? '' : ` ${undelivered}`;
  switch (result.delivery) {
    case 'confirmed':
      return `Confirmed: ${amount}; ${server} closed after reading everything.${formatReadBack(result)}`;
    case 'sent': {
      const readBack = formatReadBack(result);
      const unknown = readBack === '' ? ', so it is unknown what it read.' : `.${readBack}`;
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

/** What reading back found for a delivered run, with a space before it; empty if it found no point. */
function formatReadBack({ verified = 0 }: Result): string {
  if (verified === 0) return '';
  return ` Graphite shows ${verified === 1 ? 'the point' : `all ${verified} points`}.`;
}

/** Where the unconfirmed lines are, and with `env` for how long; undefined if none were kept. */
export function formatUndelivered(result: Result, env?: Environment): string | undefined {
  if (result.undeliveredFile === undefined) return undefined;
  const retention = env === undefined ? '' : ` ${formatRetention(result.undeliveredFile, env)}`;
  const what = isMissing(result) && result.missing === result.undelivered ? 'read back' : 'confirmed';
  return `What was not ${what} is kept for replay in ${escapeInvisible(result.undeliveredFile)} (${count(result.kept ?? result.undelivered, 'line')}).${retention}`;
}

/** The connection errors of a successful delivery, in one message; undefined if there were none or the run failed. */
export function formatConnectionErrors({
  delivery,
  attempts,
  connectionErrors = [],
}: Result): string | undefined {
  if (connectionErrors.length === 0 || (delivery !== 'confirmed' && delivery !== 'sent')) return undefined;
  const connections = count(attempts, 'connection');
  // A delivery that is only sent may have reached the first server.
  const how =
    delivery === 'confirmed' ? `Delivered with ${connections}, after` : `Sent with ${connections}, besides`;
  return `${how}: ${connectionErrors.join(' ')}`;
}

/** The renames of a run in one message; undefined if there were none. */
export function formatRenames(result: Result): string | undefined {
  if (result.renamedCount === 0) return undefined;
  const shown = result.renamed.slice(0, 10).map(({ from, to }) => `"${cutName(from)}" → ${cutName(to)}`);
  const rest = result.renamedCount - shown.length;
  const more = rest > 0 ? `, … and ${rest} more` : '';
  const what = result.renamedCount === 1 ? 'A name was' : `${result.renamedCount} names were`;
  return `${what} changed to what every receiver keeps: ${shown.join(', ')}${more}.${explainSlashes(result)}`;
}

/** The change of a source that the user did not write; undefined if there was none. */
export function formatDerivedSource({ derivedSource }: Result): string | undefined {
  if (derivedSource === undefined) return undefined;
  return `The source "${cutName(derivedSource.from)}" is ${cutName(derivedSource.to)} in paths.`;
}

/** In the name of a metric a slash becomes `_`, like other characters. */
function explainSlashes({ renamed }: Result): string {
  const isNamed = renamed.some((rename) => /[^/]\/[^/]/.test(rename.from) && !isSource(rename));
  return isNamed ? ' In the name of a metric, "/" does not separate nodes: write ".".' : '';
}

/** Whether a path has a node for each part between slashes, as only a source has. */
function isSource({ from, to }: Rename): boolean {
  const parts = from.split('/').filter((part) => part !== '');
  const nodes = to.split('.');
  // A dot in a part becomes `_`.
  return (
    parts.length === nodes.length &&
    parts.every((part, index) => !part.includes('.') || nodes[index]?.includes('_') === true)
  );
}

/** `3 metrics in 1 batch (97 bytes)`. */
function describeSent(result: Result): string {
  return `${count(result.lines, 'metric')} in ${count(result.batches, 'batch')} (${count(result.bytes, 'byte')})`;
}

function count(number: number, word: string): string {
  const plural = word.endsWith('ch') ? `${word}es` : `${word}s`;
  return `${number} ${number === 1 ? word : plural}`;
}

function cutName(text: string): string {
  return escapeInvisible(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** The paths of a run: the path of one metric, or the first path of several. */
export function formatLocation(result: Result): string {
  const [first] = result.points;
  if (first === undefined) return '';
  return result.linesMade === 1 ? ` Path: ${first.path}` : ` First path: ${first.path}`;
}

/** The variables of the process. */
type Environment = Readonly<Record<string, string | undefined>>;

/** How long a kept file remains, judged by the variables of the CI system. */
function formatRetention(file: string, env: Environment): string {
  const temp = env['RUNNER_TEMP'];
  const cure =
    'A cache that is saved before that carries it to the next run (README, "When Carbon is down").';
  if (temp !== undefined && temp !== '' && [`${temp}/`, `${temp}\\`].some((start) => file.startsWith(start)))
    return `The runner empties that folder when the job ends. ${cure}`;
  if (env['RUNNER_ENVIRONMENT'] === 'github-hosted') return `The machine ends with the job. ${cure}`;
  return 'It stays until it is replayed or removed.';
}
