import { findPathFault, findTagFault } from './find-path-fault.ts';

/** The longest accepted line, in bytes with its LF. */
export const MAX_LINE_BYTES = 8192;

/** One line that follows every rule of the grammar. */
export interface ReceivedLine {
  /** The line as it arrived, without its LF. */
  readonly text: string;
  /** The dotted path, without tags. */
  readonly path: string;
  /** Tag name → tag value; empty for a path without tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** A finite number. */
  readonly value: number;
  /** Whole seconds since 1970, 1 to 4294967295. */
  readonly timestamp: number;
}

/** One line that breaks a rule. */
export interface BadLine {
  /**
   * The line without its LF, cut to `MAX_LINE_BYTES`. It can contain anything, so escape it before printing. Bytes
   * that are not UTF-8 become U+FFFD.
   */
  readonly text: string;
  /** The first rule that is broken, as one sentence of printable ASCII. */
  readonly reason: string;
}

const LAST_TIMESTAMP = 4294967295;

/**
 * Parses one line with its LF. The grammar is stricter than any single receiver's, so that all receivers understand
 * an accepted line in the same way. The result is a `BadLine` exactly if it has a `reason`; nothing is thrown.
 */
export function parseLine(text: string): ReceivedLine | BadLine {
  const ended = text.endsWith('\n');
  const body = ended ? text.slice(0, -1) : text;
  const fields = body.split(' ', 4);
  const [name = '', value = '', timestamp = ''] = fields;
  const [path = '', ...tags] = name.split(';');
  const reason =
    findShapeFault({ text, body, ended }) ??
    findFieldFault(body, fields) ??
    findPathFault(path) ??
    findTagFault(tags) ??
    findValueFault(value) ??
    findTimestampFault(timestamp);
  if (reason !== undefined) return { text: body.slice(0, MAX_LINE_BYTES), reason };
  return { text: body, path, tags: readTags(tags), value: Number(value), timestamp: Number(timestamp) };
}

function findShapeFault(line: { text: string; body: string; ended: boolean }): string | undefined {
  if (line.text.length > MAX_LINE_BYTES) return TOO_LONG;
  if (!line.ended) return 'a line must end with LF';
  if (line.body.endsWith('\r')) return 'a line must end with LF alone, not with CR LF';
  const [odd] = /[^ -~]/u.exec(line.body) ?? [];
  if (odd === undefined) return undefined;
  const code = odd.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `a line must be printable ASCII, but has U+${code}`;
}

function findFieldFault(body: string, fields: readonly string[]): string | undefined {
  if (body === '') return 'a line must not be empty';
  if (fields.includes('')) return 'fields must have exactly one space between them and none around them';
  if (fields.length === 3) return undefined;
  return `a line must have three fields (path, value, timestamp), not ${fields.length < 3 ? fields.length : 'more'}`;
}

function findValueFault(value: string): string | undefined {
  if (!/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value)) return 'a value must be one decimal number';
  return Number.isFinite(Number(value)) ? undefined : 'a value must be finite as a double';
}

function findTimestampFault(timestamp: string): string | undefined {
  const whole = /^[1-9]\d{0,9}$/.test(timestamp) && Number(timestamp) <= LAST_TIMESTAMP;
  return whole ? undefined : `a timestamp must be whole seconds from 1 to ${LAST_TIMESTAMP}`;
}

function readTags(tags: readonly string[]): Record<string, string> {
  if (tags.length === 0) return {};
  // fromEntries defines its keys, so that a tag named __proto__ is also one.
  return Object.fromEntries(
    tags.map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  );
}

/** The reason of a line over `MAX_LINE_BYTES`. */
export const TOO_LONG: string = `a line must be at most ${MAX_LINE_BYTES} bytes, its LF included`;
