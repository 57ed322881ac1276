import { InputError } from '../errors.ts';

/** One line of a file without its end. */
export interface TextLine {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Whether a line feed followed it; only a file's last line can lack one. */
  readonly ended: boolean;
}

/** Longer than any line that could be sent: a file without line feeds must not fill the memory. */
const MAX_PENDING_CHARACTERS = 65_536;

/**
 * Cuts a stream of UTF-8 bytes into lines, a chunk of them at a time; a byte order mark is dropped, a CR kept.
 * @throws {InputError} where the bytes are not UTF-8, or a line is far beyond any that could be sent.
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  origin: string,
): AsyncGenerator<TextLine[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pending = '';
  let number = 0;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      const cure = 'Save it as UTF-8 (PowerShell: Out-File -Encoding utf8).';
      throw new InputError([{ at: `${origin}, after line ${number}`, rule: 'the file is not UTF-8', cure }]);
    }
  };
  for await (const chunk of bytes) {
    const parts = (pending + decode(chunk)).split('\n');
    pending = parts.pop() ?? '';
    if (pending.length > MAX_PENDING_CHARACTERS) {
      const at = `${origin}, line ${number + parts.length + 1}`;
      throw new InputError([
        { at, rule: 'a line has at most 8192 bytes', value: pending, cure: 'Is this a text file?' },
      ]);
    }
    const start = number + 1;
    number += parts.length;
    yield parts.map((text, index) => ({ text, number: start + index, ended: true }));
  }
  pending += decode();
  if (pending !== '') yield [{ text: pending, number: number + 1, ended: false }];
}
