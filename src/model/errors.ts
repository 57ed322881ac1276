import type { Result } from './result.ts';

/** One fault of the input: the rule it breaks, the value that breaks it, and what to do about it. */
export interface Fault {
  /** Where it stands, in the user's words: an option, a key, a file with its line. */
  readonly location: string;
  readonly rule: string;
  /** The offending text, as it was given. */
  readonly value?: string;
  readonly cure?: string;
  /** The one metric that has the fault, where everything else can be sent without it. */
  readonly metric?: string;
}

/**
 * Every error of this package, so that one `instanceof` tells it from a defect. `code` is stable: the message may change,
 * the code does not. It is a code of the system, such as `ECONNREFUSED`, `HTTP_` with a status, or one of the package's own.
 */
export class CarbonError extends Error {
  override name = 'CarbonError';
  readonly code: string;
  /** What had happened to the run's metrics when the error ended it; absent where nothing was begun. */
  result?: Result;

  constructor(message: string, details: { readonly code: string; readonly cause?: unknown }) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
  }
}

/** The package's own causes of a delivery that failed. */
export type FailureCode =
  /** The signal of the caller ended the run. The library rejects with the signal's reason instead. */
  | 'ABORT_ERR'
  /** The server answered, which no line receiver does. */
  | 'ANSWERED'
  /** Graphite answered with something else than the render API does. */
  | 'BAD_ANSWER'
  /** The credentials hold a character that no header can carry. */
  | 'BAD_CREDENTIALS'
  /** The server closed the connection before everything was sent, or before our end of it. */
  | 'CLOSED_EARLY'
  /** The connection failed, and the system gave no code. */
  | 'CONNECTION_FAILED'
  /** A time limit passed. */
  | 'ETIMEDOUT'
  /** Points were sent and not found in Graphite, or could not be looked for. */
  | 'MISSING'
  /** The kernel says that not everything was acknowledged. */
  | 'NOT_ACKNOWLEDGED'
  /** What was not delivered could not be kept. */
  | 'SPOOL_FAILED'
  /** The temporary file of what waited to be sent was cut short. */
  | 'TEMPORARY_FILE_CUT';

const MAX_VALUE_LENGTH = 100;
// A text and not a literal: the engine sets up the Unicode classes of every literal of a file before it runs any of it.
const INVISIBLE = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}]';
let invisible: RegExp | undefined;

/** The input is wrong: every fault of the run, whatever part found it. Nothing of the faulty part was sent. */
export class InputError extends CarbonError {
  override name = 'InputError';
  readonly faults: readonly Fault[];
  /** How many faults there are in all; `faults` holds the first hundred. */
  readonly count: number;
  /** What was sent in spite of them, if anything: one sentence. */
  readonly consequence: string;

  constructor(faults: readonly Fault[], details: { count?: number; consequence?: string | undefined } = {}) {
    const { count = faults.length, consequence = 'Nothing was sent.' } = details;
    super(formatFaults(faults, { count, consequence }), { code: 'INVALID_INPUT' });
    this.faults = faults;
    this.count = count;
    this.consequence = consequence;
  }
}

/** The metrics could not be delivered. */
export class SendError extends CarbonError {
  override name = 'SendError';
  /** Whether another attempt may succeed where this one failed. */
  readonly retryable: boolean;
  /** What was wrong with the input besides: a report that was to fail the run. */
  inputError?: InputError;

  constructor(
    message: string,
    details: { readonly retryable: boolean; readonly code: string; readonly cause?: unknown },
  ) {
    super(message, details);
    this.retryable = details.retryable;
  }
}

/** What was not delivered could not be kept either. */
export class SpoolError extends CarbonError {
  override name = 'SpoolError';

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : toText(cause);
    const isFull = findCode(cause) === 'ENOSPC';
    const cure = isFull ? 'Make room there, or name' : 'Name';
    super(
      `What was not delivered could not be kept in ${quote(folder)}: ${reason}. ${cure} another folder as spool.`,
      { code: findCode(cause) ?? 'SPOOL_FAILED', cause },
    );
  }
}

/** The system's code of an error, where it has one. */
export function findCode(error: unknown): string | undefined {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : undefined;
}

/** One fault as one sentence or two: where, rule, value, cure. */
export function formatFault(fault: Fault): string {
  const value = fault.value === undefined ? '' : `, got ${quote(fault.value)}`;
  const cure = fault.cure === undefined ? '' : ` ${fault.cure}`;
  return `${fault.location}: ${fault.rule}${value}.${cure}`;
}

/** Outside text in quotes, cut to a hundred characters, with everything invisible spelt out. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 2 * MAX_VALUE_LENGTH)];
  const cut = characters.length > MAX_VALUE_LENGTH || text.length > 2 * MAX_VALUE_LENGTH;
  const kept = cut ? characters.slice(0, MAX_VALUE_LENGTH).join('') : text;
  return `"${escapeInvisible(kept)}"${cut ? ` … (${text.length} characters)` : ''}`;
}

/** Whatever was given, as text for a message: some values of JavaScript refuse to be one. */
export function toText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return `a value of type ${typeof value}`;
  }
}

/** Controls, line breaks, direction marks, zero-width characters and lone surrogates as `\u{…}`, so that none works. */
export function escapeInvisible(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  invisible ??= new RegExp(INVISIBLE, 'gu');
  return text.replace(invisible, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}

function formatFaults(faults: readonly Fault[], end: { count: number; consequence: string }): string {
  const [only] = faults;
  if (only !== undefined && end.count === 1) return `${formatFault(only)} ${end.consequence}`;
  const lines = faults.map((fault) => `- ${formatFault(fault)}`);
  const rest = end.count > faults.length ? [`- … and ${end.count - faults.length} more`] : [];
  return [`The input has ${end.count} faults. ${end.consequence}`, ...lines, ...rest].join('\n');
}
