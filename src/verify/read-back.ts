import { BatchBuilder } from '../format/batch-builder.ts';
import type { Window } from '../format/format-windows.ts';
import { quote, SendError } from '../model/errors.ts';
import type { VerifyConfig } from '../options/config.ts';
import type { Verification } from './verification.ts';
import type { SentPoint } from './verify-points.ts';

const MISSING_BATCH_LINES = 500;
/** The same size as one connection of the first delivery. */
const MISSING_WINDOW_BATCHES = 64;

/** The result of reading back a window. */
export interface ReadBack {
  readonly verified: number;
  /** The number of points that were not found. */
  readonly missing: number;
  /** The lines of missing points that are not kept yet. */
  readonly lost: Window;
  /** The error that names missing points and likely causes; undefined if every point was found. */
  readonly failure: SendError | undefined;
}

/** A point with its line: a resend has the same bytes. */
interface SentLine extends SentPoint {
  readonly line: string;
}

/**
 * Looks in Graphite for every point of a window and resends missing points, until every point is found or the time is
 * over.
 */
export async function readBack(
  window: Window,
  how: {
    readonly config: VerifyConfig;
    readonly signal: AbortSignal;
    readonly resend: (window: Window) => Promise<void>;
    /** How many lines the run has sent so far, and the servers. */
    readonly sent: { readonly lines: number; readonly servers: string };
    /** Whether the window's lines are already kept. */
    readonly isKept: boolean;
  },
): Promise<ReadBack> {
  const { verifyPoints } = await import('./verify-points.ts');
  const { access, timeoutMs } = how.config;
  const verification = await verifyPoints(toPoints(window), {
    access,
    limits: { timeoutMs, signal: how.signal },
    resend: async (lines) => {
      const batches = toBatches(lines);
      for (let start = 0; start < batches.length; start += MISSING_WINDOW_BATCHES) {
        await how.resend(batches.slice(start, start + MISSING_WINDOW_BATCHES));
      }
    },
  });
  const { verified, missing } = verification;
  const failure = missing.length === 0 ? undefined : explainMissing(verification, how.sent);
  const lost = how.isKept ? [] : toBatches(missing);
  return { verified, missing: missing.length, lost, failure };
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
  const which = sent.lines === 1 ? 'it' : `${missing.length} of them`;
  const names = missing.slice(0, MAX_NAMES).map(({ series }) => quote(series));
  const rest = missing.length > names.length ? ` … and ${missing.length - names.length} more` : '';
  const why = resendProblem === undefined ? CAUSES : `Sending again failed: ${resendProblem}`;
  return toError(
    `Sent ${amount} to ${sent.servers}, but Graphite does not show ${which}: ${names.join(', ')}${rest}. ${why}`,
  );
}
