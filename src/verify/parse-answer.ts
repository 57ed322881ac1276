import { type FailureCode, SendError } from '../model/errors.ts';

/** One point of a storage slot: the time at which the slot begins, and its value where it has one. */
export interface Slot {
  readonly start: number;
  readonly value: number | undefined;
}

/** One series of a render answer; its slots are in the order of time. */
export interface RenderedSeries {
  readonly name: string;
  readonly slots: readonly Slot[];
}

/** The text of a render answer as series; anything else than such an answer is an error that says what it is. */
export function parseAnswer(text: string): RenderedSeries[] {
  const answer = parseJson(text);
  if (!Array.isArray(answer)) throw refuse('JSON that is not a list of series');
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
    throw refuse('a list with something in it that has no target and datapoints');
  }
  const slots = series['datapoints'].map(parseSlot);
  return { name: series['target'], slots: slots.sort((one, other) => one.start - other.start) };
}

function parseSlot(pair: unknown): Slot {
  const [value, start]: unknown[] = Array.isArray(pair) ? pair : [];
  if (typeof start !== 'number' || (value !== null && typeof value !== 'number')) {
    throw refuse('a datapoint that is not a number or null with a time');
  }
  return { start, value: value ?? undefined };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function refuse(what: string, cause?: unknown): SendError {
  const message = `answered with ${what} instead of what Graphite's render API answers. Give the address of graphite-web itself, the one that "/render" follows, and its credentials.`;
  return new SendError(message, { retryable: false, code: 'BAD_ANSWER' satisfies FailureCode, cause });
}
