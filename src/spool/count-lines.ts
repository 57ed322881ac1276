import { createReadStream } from 'node:fs';

const LF = 0x0a;

/**
 * The lines of a file, whatever stands in them; the last one counts without its LF too. Nothing where it cannot be read
 * again.
 */
export async function countLines(file: string): Promise<number | undefined> {
  let lines = 0;
  let last = LF;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) lines += 1;
      last = chunk.at(-1) ?? last;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
  return last === LF ? lines : lines + 1;
}
