import type { Window } from '../format/format-windows.ts';
import { SendError } from '../model/errors.ts';
import { pause } from '../util/deadline.ts';
import { computeBackoffMs } from './backoff.ts';
import type { Outcome } from './outcome.ts';
import type { Connect } from './transport.ts';

/** How often, and how long. */
export interface Attempts {
  readonly connect: Connect;
  /** Further attempts after the first. */
  readonly retries: number;
  /** Ends everything, pauses too. */
  readonly signal: AbortSignal;
}

/** Sends one window until it is confirmed, the same bytes every time, or until nothing is left to try. */
export async function deliverWindow(window: Window, attempts: Attempts): Promise<Outcome> {
  let best: Outcome | undefined;
  for (let retry = 0; ; retry += 1) {
    const outcome = await attempt(window, attempts);
    if (outcome.delivery === 'confirmed') return outcome;
    // An attempt that wrote everything says more than a later one that could not even connect.
    if (outcome.delivery === 'sent' || best?.delivery !== 'sent') best = outcome;
    const isFinal = outcome.delivery === 'failed' && !outcome.error.retryable;
    if (isFinal || retry >= attempts.retries) return best;
    if (!(await pause(computeBackoffMs(retry, Math.random()), attempts.signal))) return best;
  }
}

async function attempt(window: Window, { connect, signal }: Attempts): Promise<Outcome> {
  try {
    const connection = await connect({ signal });
    try {
      for (const batch of window) await connection.write(batch.bytes);
      const ending = await connection.finish();
      const { server } = connection;
      if (ending.kind === 'sent') return { delivery: 'sent', server };
      const { kind, ...proof } = ending;
      return { delivery: kind, server, ...proof };
    } finally {
      connection.destroy();
    }
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return { delivery: 'failed', error };
  }
}
