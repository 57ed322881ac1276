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

/** A report without leading whitespace and byte order mark. @throws {BadReportError} if there is nothing else. */
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
  if (start.length === 0)
    throw new BadReportError({ rule: 'the file is empty', cure: 'Did the tool that writes it run?' });
  return { start, chunks: prepend(start, iterator), skippedLines };
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
