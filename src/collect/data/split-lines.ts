import { InputError, SendError } from '../../model/errors.ts';
import { extendError } from '../../util/abort.ts';
import { joinBytes, LINE_FEED } from '../bytes.ts';

/** One line of a file without its end. */
export interface TextLine {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Whether a line feed followed; only the last line of a file can lack one. */
  readonly ended: boolean;
}

/** Longer than any line that could be sent: a file without line feeds must not fill the memory. */
const MAX_PENDING_CHARACTERS = 65_536;

/**
 * Cuts a stream of UTF-8 bytes into lines, one chunk at a time. It drops a byte order mark and keeps a CR. @throws
 * {InputError} if the bytes are not UTF-8, or if a line is far too long to be sent. @throws {SendError} if reading
 * was stopped, with the first line that was not read.
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  origin: string,
): AsyncGenerator<TextLine[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pending = '';
  let number = 0;
  let seen: Uint8Array = new Uint8Array();
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      const line = number + (chunk === undefined ? 1 : findBadLine(joinBytes(findCutCharacter(seen), chunk)));
      const cure = 'Save it as UTF-8 (PowerShell: Out-File -Encoding utf8).';
      throw new InputError([{ location: `${origin}, line ${line}`, rule: 'the file is not UTF-8', cure }]);
    }
  };
  try {
    for await (const chunk of bytes) {
      const parts = (pending + decode(chunk)).split('\n');
      seen = chunk.length >= 3 ? chunk.subarray(-3) : joinBytes(seen, chunk).subarray(-3);
      pending = parts.pop() ?? '';
      if (pending.length > MAX_PENDING_CHARACTERS) {
        const location = `${origin}, line ${number + parts.length + 1}`;
        throw new InputError([
          { location, rule: 'a line has at most 8192 bytes', value: pending, cure: 'Is this a text file?' },
        ]);
      }
      const start = number + 1;
      number += parts.length;
      yield parts.map((text, index) => ({ text, number: start + index, ended: true }));
    }
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    throw extendError(error, `The rest of ${origin} begins at line ${number + 1}.`);
  }
  pending += decode();
  if (pending !== '') yield [{ text: pending, number: number + 1, ended: false }];
}

/** The first line of the bytes that is not UTF-8, counted from 1. */
function findBadLine(bytes: Uint8Array): number {
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

/** The bytes of a character that is cut by the end of a chunk; empty if none is cut. */
function findCutCharacter(end: Uint8Array): Uint8Array {
  const start = end.findLastIndex((byte) => byte >= 0xc0 || byte < 0x80);
  const lead = end[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start >= 0 && end.length - start < length ? end.subarray(start) : new Uint8Array();
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
