import { parseTimestamp } from '../format/parse-value.ts';
import { type Problem, toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { hideSecrets } from '../util/text.ts';
import { defaultOf, OPTIONS, type OptionSpec, type Options, type WrittenOptions } from './options.ts';
import type { Face } from './rows.ts';

/** A valid value of a kind, or its fault. */
type Read = { readonly ok: unknown } | Problem;

/** The booleans of YAML's core schema, as in GitHub's toolkit. */
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];

/**
 * Reads every option by its row of the table, whatever else the run names. A fault is collected and the default used,
 * so that all faults are found.
 */
export function readOptions(
  written: WrittenOptions,
  { face, faults }: { readonly face: Face; readonly faults: Faults },
): Options {
  const options: Record<string, unknown> = {};
  for (const row of OPTIONS) {
    const value = readOption(row, { written: written[row.key], face, faults });
    if (value !== undefined) options[row.key] = value;
  }
  return options as unknown as Options;
}

function readOption(
  row: OptionSpec,
  { written, face, faults }: { readonly written: unknown; readonly face: Face; readonly faults: Faults },
): unknown {
  const fallback = defaultOf(row, face);
  if (written !== undefined && written !== null && (written !== '' || keepsEmpty(row))) {
    const read = readKind(row, written);
    if ('ok' in read) {
      if (read.ok !== undefined) return read.ok;
    } else {
      // A secret in an invalid form is still a secret.
      const { value, ...rest } = read;
      const shown = value === undefined || row.secret || row.kind === 'pem' ? rest : read;
      const cure = read.cure ?? (fallback === undefined ? undefined : `The default is ${fallback}.`);
      faults.add({ ...shown, location: row.name, ...(cure === undefined ? {} : { cure }) });
    }
  }
  // GitHub fills in an expression before the action starts.
  if (fallback === undefined || fallback.startsWith('${{')) return undefined;
  const read = readKind(row, fallback);
  return 'ok' in read ? read.ok : undefined;
}

/** Whether an empty text is a different value from an absent one. */
function keepsEmpty(row: OptionSpec): boolean {
  return row.kind === 'value' || (row.kind === 'text' && row.keepsEmpty === true);
}

function readKind(row: OptionSpec, written: unknown): Read {
  switch (row.kind) {
    // A status that is no known word is a warning, and no fault: it never fails a job.
    case 'text':
    case 'pem':
    case 'status':
      return readText(written);
    case 'boolean':
      return readBoolean(written);
    case 'integer':
      return readInteger(written, row);
    case 'seconds':
      return readSeconds(written);
    case 'choice':
      return readChoice(written, row.choices);
    case 'time':
      return readTime(written);
    case 'url':
      return readUrl(written);
    case 'span':
      return readSpan(written);
    case 'matrix':
      return readMatrix(written);
    case 'files':
      return readFiles(written);
    case 'signal':
      return written instanceof AbortSignal ? { ok: written } : wrong('must be an AbortSignal', written);
    case 'function':
      return typeof written === 'function' ? { ok: written } : wrong('must be a function', written);
    // What the parts that collect them check: a number, maps, YAML.
    case 'value':
    case 'data':
    case 'tags':
    case 'sizes':
    case 'limits':
      return { ok: written };
  }
}

function readText(written: unknown): Read {
  if (typeof written === 'string') return { ok: written };
  const isScalar = ['number', 'bigint', 'boolean'].includes(typeof written);
  return isScalar ? { ok: toText(written) } : wrong('must be a text', written);
}

function readBoolean(written: unknown): Read {
  const text = trim(written);
  if (text === '') return { ok: undefined };
  if (TRUE.includes(text)) return { ok: true };
  return FALSE.includes(text) ? { ok: false } : wrong('must be true or false', text);
}

function readInteger(
  written: unknown,
  { min, max, unit }: { readonly min: number; readonly max: number; readonly unit?: string },
): Read {
  const text = trim(written);
  if (text === '') return { ok: undefined };
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return { ok: number };
  return wrong(
    `must be a whole number${unit === undefined ? '' : ` of ${unit}`} from ${min} to ${max}`,
    text,
  );
}

function readSeconds(written: unknown): Read {
  const text = trim(written);
  if (text === '') return { ok: undefined };
  const seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (seconds > 0 && seconds <= 86_400) return { ok: seconds };
  return wrong('must be a number of seconds, more than 0 and at most 86400', text);
}

function readChoice(written: unknown, choices: readonly string[]): Read {
  const text = trim(written);
  if (text === '') return { ok: undefined };
  return choices.includes(text) ? { ok: text } : wrong(`must be ${listChoices(choices)}`, text);
}

/** `` `now` or `post` ``. */
function listChoices(choices: readonly string[]): string {
  const names = choices.map((choice) => `\`${choice}\``);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** A `Date` keeps its milliseconds; anything else becomes whole seconds. */
function readTime(written: unknown): Read {
  const parsed = parseTimestamp(written);
  if ('ok' in parsed) return written instanceof Date ? { ok: written } : parsed;
  return { ...parsed, value: toText(written) };
}

function readUrl(written: unknown): Read {
  const text = trim(written);
  if (text === '') return { ok: undefined };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const login = text.includes('@') ? ' A user and a password are graphite-user and graphite-password.' : '';
    const cure = `Write it like https://graphite.example.com.${login}`;
    return { ...wrong('must be an http or https URL', hideSecrets(text)), cure };
  }
  // The value is not shown, because it contains a secret.
  if (url.username !== '' || url.password !== '')
    return { rule: 'it holds no password', cure: 'Use graphite-user and graphite-password.' };
  return { ok: text };
}

function readSpan(written: unknown): Read {
  const text = trim(written).toLowerCase();
  if (text === '') return { ok: undefined };
  return /^(?:[1-9]\d{0,2}[dw]|[1-9]y)$/.test(text)
    ? { ok: text }
    : wrong(
        'it is a number of days or weeks up to 999, or of years up to 9, such as 90d, 12w or 2y',
        written,
      );
}

function readMatrix(written: unknown): Read {
  const text = trim(written);
  if (text === '') return { ok: undefined };
  try {
    const matrix: unknown = JSON.parse(text);
    if (typeof matrix === 'object' && !Array.isArray(matrix)) return { ok: text };
  } catch {
    // The rule names it already.
  }
  return { ...wrong('must be a JSON object, or null', text), cure: 'Write it as toJSON(matrix) does.' };
}

function readFiles(written: unknown): Read {
  const isList = Array.isArray(written) && written.every((one) => typeof one === 'string');
  return isList || typeof written === 'string'
    ? { ok: written }
    : wrong('must be a text, or a list of texts', written);
}

function trim(written: unknown): string {
  return toText(written).trim();
}

function wrong(rule: string, written: unknown): Problem {
  return { rule, value: toText(written) };
}
