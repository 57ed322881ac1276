import { stat } from 'node:fs/promises';
import { openRegularFile } from '../util/open-regular-file.ts';

const LF = 0x0a;

/** Rewriting this much takes a second or two on a slow disk. */
const MAX_REWRITTEN_BYTES = 268_435_456;

/** Whether rewriting a file may take longer than a runner gives a step that it stops. */
export async function isLarge(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined);
  return stats !== undefined && stats.size > MAX_REWRITTEN_BYTES;
}

/** The number of lines of a file, the last one without LF included. Undefined if the file cannot be read again. */
export async function countLines(file: string): Promise<number | undefined> {
  let lines = 0;
  let last = LF;
  try {
    // A pipe or a link may have replaced the file.
    const handle = await openRegularFile(file);
    if (handle === undefined) return undefined;
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
