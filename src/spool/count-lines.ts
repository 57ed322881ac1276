import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

const LF = 0x0a;
// Neither behind a link nor from a pipe, which may have come in the file's place. Windows knows neither flag.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/**
 * The lines of a file, whatever stands in them; the last one counts without its LF too. Nothing where it cannot be read
 * again.
 */
export async function countLines(file: string): Promise<number | undefined> {
  let lines = 0;
  let last = LF;
  try {
    const handle = await open(file, FLAGS);
    for await (const chunk of handle.createReadStream() as AsyncIterable<Buffer>) {
      for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) lines += 1;
      last = chunk.at(-1) ?? last;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
  return last === LF ? lines : lines + 1;
}
