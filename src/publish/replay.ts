import type { Window } from '../format/format-windows.ts';
import { SendError } from '../model/errors.ts';
import { countLines } from '../spool/count-lines.ts';
import { isSpooled, ReplayedFile } from '../spool/replayed-file.ts';
import { toAbortError } from '../util/abort.ts';
import type { Run } from './run.ts';

/**
 * Sends a file of full lines again, for as long as that takes. What was confirmed goes from a file of the spool, and
 * what was not stays in it. A file with a bad line stays whole: the error names the line by its number.
 */
export async function replay(
  run: Run,
  file: string | undefined,
  windows: AsyncIterable<Window>,
): Promise<void> {
  const { delivery, linesMade: linesBefore } = run;
  const isOurs = file !== undefined && !run.config.dryRun && isSpooled(file);
  const replayed = isOurs ? new ReplayedFile(file) : undefined;
  if (delivery.failure === undefined) await sendWindows(run, windows, replayed);
  // What was no file cannot be read a second time.
  if (file === undefined) return;
  if (delivery.failure !== undefined) await countRest(run, file, run.linesMade - linesBefore);
  await replayed?.keepRest();
}

async function sendWindows(
  run: Run,
  windows: AsyncIterable<Window>,
  replayed: ReplayedFile | undefined,
): Promise<void> {
  const { delivery } = run;
  try {
    for await (const window of windows) {
      const lost = await run.send(window, { budget: undefined, keeper: undefined });
      replayed?.note(window, { isConfirmed: !delivery.isUnconfirmed(window), lost });
      if (delivery.failure !== undefined) return;
    }
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    // The file itself says what is left of it.
    delivery.failure ??= run.signal.aborted ? toAbortError(run.signal) : error;
  }
}

/** What a failed replay leaves is counted, and checked when it is sent. */
async function countRest({ delivery }: Run, file: string, linesMade: number): Promise<void> {
  const lines = await countLines(file);
  if (lines !== undefined) delivery.undelivered += Math.max(0, lines - linesMade);
}
