import { BadReportError } from './bad-report.ts';

const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const LINE_FEED = 0x0a;
const BLANKS: ReadonlySet<number | undefined> = new Set([0x20, 0x09, LINE_FEED, 0x0d]);
/** Enough bytes to recognise UTF-16. */
const START_BYTES = 4;

/** A stream with its first bytes read. */
export interface StartedStream {
  /** The first bytes of the stream. */
  readonly start: Uint8Array;
  /** The whole stream. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The number of lines that were skipped. */
  readonly skippedLines: number;
}

/** Each unit of UTF-16 has two bytes, the lower one first or last. */
const UTF16_MARKS: ReadonlyArray<readonly [mark: readonly [number, number], low: 0 | 1]> = [
  [[0xff, 0xfe], 0],
  [[0xfe, 0xff], 1],
];

/** A report without leading whitespace and byte order mark; UTF-16 keeps its mark. @throws {BadReportError} if there is nothing else. */
export async function findStart(chunks: AsyncIterable<Uint8Array>): Promise<StartedStream> {
  const iterator = chunks[Symbol.asyncIterator]();
  let start = new Uint8Array();
  let skippedLines = 0;
  let marked = 0;
  let isInside = false;
  while (start.length < START_BYTES) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    let index = 0;
    for (; !isInside && index < value.length; index += 1) {
      const byte = value[index];
      if (marked < MARK.length && byte === MARK[marked]) {
        marked += 1;
      } else if (marked > 0 && marked < MARK.length) {
        start = MARK.slice(0, marked);
        isInside = true;
      } else if (BLANKS.has(byte)) {
        if (byte === LINE_FEED) skippedLines += 1;
      } else isInside = true;
      if (isInside) break;
    }
    if (isInside) start = join(start, value.subarray(index));
  }
  const low = UTF16_MARKS.find(([mark]) => mark.every((byte, index) => start[index] === byte))?.[1];
  while (low !== undefined && BLANKS.has(start[2 + low]) && start[3 - low] === 0) {
    if (start[2 + low] === LINE_FEED) skippedLines += 1;
    start = join(start.subarray(0, 2), start.subarray(4));
    start = await fill(start, iterator);
  }
  if (start.length === 0 || (low !== undefined && start.length === 2))
    throw new BadReportError({ rule: 'the file is empty', cure: 'Did the tool that writes it run?' });
  return { start, chunks: prepend(start, iterator), skippedLines };
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
    filled = join(filled, value);
  }
  return filled;
}

async function* prepend(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function join(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(before.length + after.length);
  joined.set(before);
  joined.set(after, before.length);
  return joined;
}
