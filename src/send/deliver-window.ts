import type { Window } from '../format/format-windows.ts';
import { SendError } from '../model/errors.ts';
import { pause } from '../util/deadline.ts';
import type { Connect, Ending, Evidence } from './transport.ts';

/** The result of one window after all attempts. */
export type Outcome =
  /** The receiver closed after it had read everything. */
  | {
      readonly delivery: 'confirmed';
      readonly evidence: Evidence;
      readonly server: string;
      /** Why the evidence is weaker than usual. */
      readonly note?: string;
    }
  /** Everything was written, but no attempt was confirmed. */
  | { readonly delivery: 'sent'; readonly server: string; readonly note?: string }
  | { readonly delivery: 'failed'; readonly error: SendError };

/** How a window is sent: the connection, the number of retries, the signal. */
export interface Attempts {
  readonly connect: Connect;
  /** Attempts after the first one. */
  readonly retries: number;
  /** Ends attempts and pauses. */
  readonly signal: AbortSignal;
  /** Called once an attempt has written everything. It delays its FIN then, so there is time to compute something. */
  readonly onWritten?: (() => void) | undefined;
}

/** Sends one window, always the same bytes, until it is confirmed or no attempt is left. */
export async function deliverWindow(window: Window, attempts: Attempts): Promise<Outcome> {
  let best: Outcome | undefined;
  for (let retry = 0; ; retry += 1) {
    const outcome = await attempt(window, attempts);
    if (outcome.delivery === 'confirmed') return outcome;
    // An attempt that wrote everything is a better result than a later one that could not connect.
    if (outcome.delivery === 'sent' || best?.delivery !== 'sent') best = outcome;
    const isFinal = outcome.delivery === 'failed' && !outcome.error.retryable;
    if (isFinal || retry >= attempts.retries) return best;
    if (!(await pause(computeBackoffMs(retry, Math.random()), attempts.signal))) return best;
  }
}

async function attempt(window: Window, { connect, signal, onWritten }: Attempts): Promise<Outcome> {
  try {
    const connection = await connect({ signal });
    try {
      for (const batch of window) await connection.write(batch.bytes);
      onWritten?.();
      const ending = await connection.finish();
      return toOutcome(ending, connection.server);
    } finally {
      connection.destroy();
    }
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return { delivery: 'failed', error };
  }
}

function toOutcome(ending: Ending, server: string): Outcome {
  if (ending.kind === 'sent') {
    const { kind, ...rest } = ending;
    return { delivery: kind, server, ...rest };
  }
  const { kind, ...rest } = ending;
  return { delivery: kind, server, ...rest };
}

const BASE_MS = 500;
const CAP_MS = 10_000;

/**
 * The pause before a retry, in milliseconds: exponential with full jitter, so that many jobs do not retry at the same
 * time. `retry` counts from 0; `random` is in [0, 1). Source: the AWS Architecture Blog, "Exponential Backoff And
 * Jitter".
 */
export function computeBackoffMs(retry: number, random: number): number {
  return random * Math.min(CAP_MS, BASE_MS * 2 ** retry);
}
