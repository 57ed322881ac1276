import type { Result } from './result.ts';

/** What is wrong with a part of the input: the rule, the offending value and the cure. The caller adds the place. */
export interface Problem {
  readonly rule: string;
  /** The offending text as it was given. */
  readonly value?: string;
  readonly cure?: string;
  /** The metric that has the fault, if everything else can be sent without it. */
  readonly metric?: string;
}

/** One fault of the input. */
export interface Fault extends Problem {
  /** The place in the user's words: an option, a key, a file with its line. */
  readonly location: string;
}

/**
 * The base class of all errors of this package. Any other error is a defect: of the package or, from `judge` and
 * `startReceiver`, of the arguments. `code` is stable, while messages may change. It is a system code such as
 * `ECONNREFUSED`, `HTTP_` with a status, or one of the package's own codes.
 */
export class CarbonError extends Error {
  override name = 'CarbonError';
  readonly code: string;
  /** The Result up to the error; undefined if nothing was started. */
  result?: Result;

  constructor(message: string, details: { readonly code: string; readonly cause?: unknown }) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
  }
}

/** The package's own codes of a failed delivery. */
export type FailureCode =
  /** The caller's signal ended the run. The library rejects with the signal's reason instead. */
  | 'ABORT_ERR'
  /** The server sent data, which no line receiver does. */
  | 'ANSWERED'
  /** Graphite's response is not one of the render API. */
  | 'BAD_ANSWER'
  /** The credentials contain a character that no header can carry. */
  | 'BAD_CREDENTIALS'
  /** The server closed the connection before everything was sent, or before our FIN. */
  | 'CLOSED_EARLY'
  /** The connection failed without a system code. */
  | 'CONNECTION_FAILED'
  /** A time limit has passed. */
  | 'ETIMEDOUT'
  /** Points were sent but not found in Graphite, or could not be looked for. */
  | 'MISSING'
  /** The kernel reports that not everything was acknowledged, or no longer lists the connection. */
  | 'NOT_ACKNOWLEDGED'
  /** The temporary file of pending lines was truncated. */
  | 'TEMPORARY_FILE_CUT';

const MAX_VALUE_LENGTH = 100;
// A string and not a literal: the engine prepares the Unicode classes of all literals of a file before it runs it.
const INVISIBLE = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}]';
let invisible: RegExp | undefined;

/** The input is wrong. It lists every fault of the run; nothing of the faulty part was sent. */
export class InputError extends CarbonError {
  override name = 'InputError';
  readonly faults: readonly Fault[];
  /** The number of all faults; `faults` has the first hundred. */
  readonly count: number;
  /** What was sent in spite of the faults, if anything: one sentence. */
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
  /** Whether another attempt may succeed. */
  readonly retryable: boolean;
  /** Faults of the input besides the failed delivery, such as a report that must fail the run. */
  inputError?: InputError;

  constructor(
    message: string,
    details: { readonly retryable: boolean; readonly code: string; readonly cause?: unknown },
  ) {
    super(message, details);
    this.retryable = details.retryable;
  }
}

/** Undelivered lines could not be kept. Callers get its message in a warning, or in the message of the failed delivery. */
export class SpoolError extends CarbonError {
  override name = 'SpoolError';

  constructor(folder: string, cause: unknown) {
    const reason = toSystemReason(cause);
    const isFull = findCode(cause) === 'ENOSPC';
    const cure = isFull ? 'Free space there, or name' : 'Name';
    super(
      `What was not delivered could not be kept in ${quote(folder)}: ${reason}. ${cure} another folder as spool.`,
      { code: findCode(cause) ?? 'SPOOL_FAILED', cause },
    );
  }
}

/**
 * What the system says of a failed call, as one line: `ENOENT: no such file or directory`. The call and its paths are left out: a
 * path may be a misplaced secret, and the message that has the reason names it, cut.
 */
export function toSystemReason(error: unknown): string {
  if (!(error instanceof Error)) return toText(error);
  const call = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : undefined;
  const end = call === undefined ? -1 : error.message.indexOf(`, ${call}`);
  return escapeInvisible(end < 0 ? error.message : error.message.slice(0, end));
}

/** The system's code of an error, if it has one. */
export function findCode(error: unknown): string | undefined {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : undefined;
}

const TLS_CODE =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERR_TLS_|ERR_SSL_|EPROTO$)/;

/** Whether a system's code is about TLS or a certificate. Another attempt does not help then. */
export function isTlsCode(code: string): boolean {
  return TLS_CODE.test(code);
}

/** One fault as one or two sentences: location, rule, value, cure. */
export function formatFault(fault: Fault): string {
  const value = fault.value === undefined ? '' : `, got ${quote(fault.value)}`;
  const cure = fault.cure === undefined ? '' : ` ${fault.cure}`;
  return `${fault.location}: ${fault.rule}${value}.${cure}`;
}

/** Outside text in quotes, cut to a hundred characters, with invisible characters escaped. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 2 * MAX_VALUE_LENGTH)];
  const cut = characters.length > MAX_VALUE_LENGTH || text.length > 2 * MAX_VALUE_LENGTH;
  const kept = cut ? characters.slice(0, MAX_VALUE_LENGTH).join('') : text;
  return `"${escapeInvisible(kept)}"${cut ? ` … (${text.length} characters)` : ''}`;
}

/** Any value as text for a message; some JavaScript values cannot be converted. */
export function toText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return `a value of type ${typeof value}`;
  }
}

/** Escapes controls, line breaks, direction marks, zero-width characters and lone surrogates as `\u{…}`. */
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
