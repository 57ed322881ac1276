import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';

const LF = 0x0a;
// Neither behind a link nor from a pipe, which may have come in the file's place. Windows knows neither flag.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/** Takes a second or two on a slow disk. */
const MAX_REWRITTEN_BYTES = 268_435_456;

/** Whether to read and write a file may take longer than a runner waits for a step that it stops. */
export async function isLarge(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined);
  return stats !== undefined && stats.size > MAX_REWRITTEN_BYTES;
}

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
