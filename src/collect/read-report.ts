import type { Problem } from '../model/errors.ts';
import { isBlank, joinBytes, LESS, LINE_FEED } from './bytes.ts';

/** A report that cannot be counted; the reader of the file adds the location. */
export class BadReportError extends Error {
  override name = 'BadReportError';
  readonly fault: Problem;

  constructor(fault: Problem) {
    super(fault.rule);
    this.fault = fault;
  }
}

const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
/** Enough bytes to recognise UTF-16. */
const START_BYTES = 4;

/** A report whose first bytes were read. */
export interface StartedReport {
  /** The first bytes, without leading whitespace and byte order mark; UTF-16 keeps its mark. */
  readonly start: Uint8Array;
  /** The whole report, from `start` on. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The number of lines that were skipped. */
  readonly skippedLines: number;
  /** Whether its first character is `<`, in UTF-8 or UTF-16. */
  readonly isMarkup: boolean;
}

/** Each unit of UTF-16 has two bytes, the lower one first or last. */
const UTF16_MARKS: ReadonlyArray<readonly [mark: readonly [number, number], low: 0 | 1]> = [
  [[0xff, 0xfe], 0],
  [[0xfe, 0xff], 1],
];

/** Reads a report from its start, and closes it in any case. @throws {BadReportError} if it is empty. */
export async function readReport<Value>(
  chunks: AsyncIterable<Uint8Array>,
  read: (report: StartedReport) => Promise<Value>,
): Promise<Value> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    return await read(await findStart(iterator));
  } finally {
    await iterator.return?.();
  }
}

async function findStart(iterator: AsyncIterator<Uint8Array>): Promise<StartedReport> {
  let start = new Uint8Array();
  let skippedLines = 0;
  let marked = 0;
  let isInside = false;
  while (start.length < START_BYTES) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    let index = 0;
    for (; !isInside && index < value.length; index += 1) {
      const byte = value[index] as number;
      if (marked < MARK.length && byte === MARK[marked]) {
        marked += 1;
      } else if (marked > 0 && marked < MARK.length) {
        start = MARK.slice(0, marked);
        isInside = true;
      } else if (isBlank(byte)) {
        if (byte === LINE_FEED) skippedLines += 1;
      } else isInside = true;
      if (isInside) break;
    }
    if (isInside) start = joinBytes(start, value.subarray(index));
  }
  const low = UTF16_MARKS.find(([mark]) => mark.every((byte, index) => start[index] === byte))?.[1];
  while (low !== undefined && isBlank(start[2 + low] ?? 0) && start[3 - low] === 0) {
    if (start[2 + low] === LINE_FEED) skippedLines += 1;
    start = joinBytes(start.subarray(0, 2), start.subarray(4));
    start = await fill(start, iterator);
  }
  if (start.length === 0 || (low !== undefined && start.length === 2))
    throw new BadReportError({ rule: 'the file is empty', cure: 'Did the tool that writes it run?' });
  const isMarkup = start.subarray(0, START_BYTES).includes(LESS);
  return { start, chunks: prepend(start, iterator), skippedLines, isMarkup };
}

/** Reads on until the start has enough bytes, or the stream ends. */
async function fill(
  start: Uint8Array<ArrayBuffer>,
  iterator: AsyncIterator<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  let filled = start;
  while (filled.length < START_BYTES) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    filled = joinBytes(filled, value);
  }
  return filled;
}

async function* prepend(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
