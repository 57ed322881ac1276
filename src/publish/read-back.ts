import { BatchBuilder } from '../format/batch-builder.ts';
import type { Window } from '../format/format-windows.ts';
import { quote, SendError } from '../model/errors.ts';
import type { Config, VerifyConfig } from '../options/config.ts';
import { Budget } from '../send/budget.ts';
import type { Delivery, FailedWindowSink } from '../send/delivery.ts';
import type { SentPoint, Verification } from '../verify/verification.ts';
import { verifyPoints } from '../verify/verify-points.ts';

const MISSING_BATCH_LINES = 500;
/** The same size as one connection of the first delivery. */
const MISSING_WINDOW_BATCHES = 64;

/** The result of reading back a window. */
export interface ReadBack {
  readonly verified: number;
  /** The number of points that were not found. */
  readonly missing: number;
  /** The lines of missing points that were not kept before. */
  readonly lost: Window;
}

/** A point with its line: a resend has the same bytes. */
interface SentLine extends SentPoint {
  readonly line: string;
}

/**
 * Looks in Graphite for every point of a delivered window and resends missing points, until every point is found or the
 * time is over. Points that stay missing are kept, and the delivery has failed.
 */
export async function readBack(
  window: Window,
  how: {
    readonly delivery: Delivery;
    readonly failedWindows: FailedWindowSink | undefined;
    readonly signal: AbortSignal;
    readonly config: Pick<Config, 'limits'> & { readonly verify: VerifyConfig };
  },
): Promise<ReadBack> {
  const { delivery, failedWindows, signal } = how;
  const { verify, limits } = how.config;
  const resend = async (missing: Window): Promise<void> => {
    const budget = new Budget(limits.totalMs);
    const outcome = await budget.spend(signal, (within) => delivery.resend(missing, within));
    if (outcome.delivery === 'failed') throw outcome.error;
  };
  const verification = await verifyPoints(toPoints(window), {
    access: verify.access,
    limits: { timeoutMs: verify.timeoutMs, signal },
    resend: async (lines) => {
      const batches = toBatches(lines);
      for (let start = 0; start < batches.length; start += MISSING_WINDOW_BATCHES)
        await resend(batches.slice(start, start + MISSING_WINDOW_BATCHES));
    },
  });
  const { verified, missing } = verification;
  if (missing.length === 0) return { verified, missing: 0, lost: [] };
  // The lines of an unconfirmed window are kept already.
  const lost = delivery.isUnconfirmed(window) ? [] : toBatches(missing);
  const sent = { lines: delivery.lines, servers: [...delivery.servers].join(', ') };
  await delivery.fail(lost, { failure: explainMissing(verification, sent), failedWindows });
  return { verified, missing: missing.length, lost };
}

function toPoints(window: Window): SentLine[] {
  return window.flatMap(({ bytes }) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n').slice(0, -1);
    return lines.map((line) => {
      const [series = '', value, timestamp] = line.split(' ');
      return { series, value: Number(value), timestamp: Number(timestamp), line };
    });
  });
}

function toBatches(points: readonly SentLine[]): Window {
  const batches = new BatchBuilder(MISSING_BATCH_LINES);
  for (const { line } of points) {
    batches.append(line);
    batches.append('\n');
    batches.endLine();
  }
  return batches.take();
}

const MAX_NAMES = 100;
const CAUSES =
  'Carbon may limit new series (MAX_CREATES_PER_MINUTE), the times may lie outside the retention, or this Graphite reads another Carbon.';
const OTHER_CAUSES =
  'A storage slot holds one value: that of another sender of this path, of a later point, or of a relay or archive that aggregates. Give each sender its own source or scope.';

/** The error of a run whose points are not all shown, or are not known to be. */
export function explainMissing(
  { verified, missing, problem, resendProblem }: Verification,
  sent: { readonly lines: number; readonly servers: string },
): SendError {
  const toError = (message: string): SendError =>
    new SendError(message, { retryable: false, code: 'MISSING' });
  if (problem !== undefined) {
    const part = verified === 0 ? '' : `${missing.length} of ${verified + missing.length} points `;
    return toError(`Sent, but ${part}not read back: ${problem}`);
  }
  const amount = sent.lines === 1 ? '1 metric' : `${sent.lines} metrics`;
  const absent = missing.filter(({ found }) => found === undefined);
  const replaced = missing.filter(({ found }) => found !== undefined);
  const why = resendProblem === undefined ? CAUSES : `Sending again failed: ${resendProblem}`;
  const parts = [
    { verb: 'does not show', points: absent, why },
    { verb: 'shows another value of', points: replaced, why: OTHER_CAUSES },
  ]
    .filter(({ points }) => points.length > 0)
    .map(({ verb, points, why }) => {
      const which = sent.lines === 1 ? 'it' : `${points.length} of them`;
      return `${verb} ${which}: ${listNames(points)}. ${why}`;
    });
  return toError(`Sent ${amount} to ${sent.servers}, but Graphite ${parts.join(' It ')}`);
}

/** The first names, each with the two values where Graphite shows another one. */
function listNames(points: Verification['missing']): string {
  const names = points
    .slice(0, MAX_NAMES)
    .map(
      ({ series, value, found }) => quote(series) + (found === undefined ? '' : ` is ${found}, not ${value}`),
    );
  const rest = points.length - names.length;
  return `${names.join(', ')}${rest > 0 ? ` … and ${rest} more` : ''}`;
}
