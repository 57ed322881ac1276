import type { Window } from '../format/format-windows.ts';
import { SendError } from '../model/errors.ts';
import type { Delivery } from '../send/delivery.ts';
import { countLines, isLarge, ReplayedFile } from '../spool/replayed-file.ts';
import { isSpooled } from '../spool/spool-folder.ts';
import { toAbortError } from '../util/abort.ts';
import type { SendRules } from './window-sender.ts';

/** Sends single windows and owns the state of their delivery. */
interface SingleWindowSender {
  readonly delivery: Delivery;
  readonly linesMade: number;
  readonly signal: AbortSignal;
  /** Returns the lines that Graphite does not show. */
  send(window: Window, rules: SendRules): Promise<Window>;
}

/**
 * Sends a file of full lines again, without a total time limit. Confirmed lines are removed from a file of the spool,
 * and the other lines stay. A file with a bad line stays complete; the error names the line's number. Returns why
 * confirmed lines are still in a file of the spool, if they are.
 */
export async function replay(
  sender: SingleWindowSender,
  { file, windows }: { readonly file: string | undefined; readonly windows: AsyncIterable<Window> },
): Promise<string | undefined> {
  const { delivery, linesMade: linesBefore } = sender;
  const isOurs = file !== undefined && isSpooled(file);
  const replayed = isOurs ? new ReplayedFile(file) : undefined;
  if (delivery.failure === undefined) await sendWindows(sender, { windows, replayed });
  // A stream cannot be read a second time.
  if (file === undefined) return undefined;
  // Both read the file again, and a stopped run has no time for that.
  if (sender.signal.aborted && (await isLarge(file))) {
    const hasConfirmed = replayed?.hasConfirmed === true;
    return hasConfirmed ? 'the run was stopped, and writing a file of this size takes too long' : undefined;
  }
  if (delivery.failure !== undefined) {
    // The rest is counted now, and checked when it is sent.
    const lines = (await countLines(file)) ?? 0;
    delivery.undelivered += Math.max(0, lines - (sender.linesMade - linesBefore));
  }
  return replayed?.keepRest();
}

async function sendWindows(
  sender: SingleWindowSender,
  given: { readonly windows: AsyncIterable<Window>; readonly replayed: ReplayedFile | undefined },
): Promise<void> {
  const { delivery } = sender;
  try {
    for await (const window of given.windows) {
      const lost = await sender.send(window, {});
      given.replayed?.note(window, { isConfirmed: !delivery.isUnconfirmed(window), lost });
      if (delivery.failure !== undefined) return;
    }
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    // The file itself still has the rest.
    delivery.failure = sender.signal.aborted ? toAbortError(sender.signal) : error;
  }
}
