import { type FailureCode, SendError } from '../model/errors.ts';
import { isRecord } from '../util/values.ts';

/** One point of a storage slot: the time at which the slot begins, and its value if it has one. */
export interface Slot {
  readonly start: number;
  readonly value: number | undefined;
}

/** One series of a render response. Its slots are sorted by time. */
export interface RenderedSeries {
  readonly name: string;
  /** The tags of the response, with the path as the tag `name`. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly slots: readonly Slot[];
  /** Present if the answer had them in another order. */
  readonly isUnordered?: true;
}

/** A name without tags may match a few series, and two servers of a cluster may both answer. */
const MAX_SERIES_OF_A_TARGET = 10;

/** Parses a response about `targets` targets. The error for any other content says what it is. */
export function parseAnswer(text: string, targets: number): RenderedSeries[] {
  const answer = parseJson(text);
  if (!Array.isArray(answer)) throw refuse('JSON that is not a list of series');
  if (answer.length > MAX_SERIES_OF_A_TARGET * targets)
    throw refuse(`${answer.length} series where ${targets} were asked for`);
  return answer.map(parseSeries);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (/^\s*</.test(text)) throw refuse('a web page, perhaps one to log in,', cause);
    throw refuse(text.trim() === '' ? 'nothing' : 'something that is not JSON', cause);
  }
}

function parseSeries(series: unknown): RenderedSeries {
  if (!isRecord(series) || typeof series['target'] !== 'string' || !Array.isArray(series['datapoints'])) {
    throw refuse('a list with an item that has no target and datapoints');
  }
  const slots = series['datapoints'].map(parseSlot);
  const tags = parseTags(series['tags']);
  const isUnordered = slots.some(({ start }, index) => start < (slots[index - 1]?.start ?? start));
  if (isUnordered) slots.sort((one, other) => one.start - other.start);
  return {
    name: series['target'],
    slots,
    ...(tags === undefined ? {} : { tags }),
    ...(isUnordered ? { isUnordered } : {}),
  };
}

/** Accepts a map of strings; graphite-web gives the path as the tag `name`. */
function parseTags(tags: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(tags)) return undefined;
  const entries = Object.entries(tags);
  const areTexts = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  return areTexts ? Object.fromEntries(entries as Array<[string, string]>) : undefined;
}

function parseSlot(pair: unknown): Slot {
  const [value, start]: unknown[] = Array.isArray(pair) ? pair : [];
  if (typeof start !== 'number' || (value !== null && typeof value !== 'number')) {
    throw refuse('a datapoint that is not a number or null with a time');
  }
  return { start, value: value ?? undefined };
}

function refuse(what: string, cause?: unknown): SendError {
  const message = `answered with ${what} instead of what Graphite's render API answers. Give the address of graphite-web itself, the one that "/render" follows, and its credentials.`;
  return new SendError(message, { retryable: false, code: 'BAD_ANSWER' satisfies FailureCode, cause });
}
