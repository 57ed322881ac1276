import type { VerifyConfig } from '../config/resolve-verify.ts';
import { quote, SendError } from '../errors.ts';
import { BatchBuilder } from '../format/batch.ts';
import type { Window } from '../format/format-windows.ts';
import type { SentPoint } from './verify-points.ts';

const MAX_NAMES = 100;
const MISSING_BATCH_LINES = 500;

/** What one window or several came to when they were read back. */
export interface ReadBack {
  readonly verified: number;
  /** What was not found in the end, as full lines. */
  readonly missing: Window;
  /** Names what was not found, where something was not. */
  readonly failure: SendError | undefined;
}

/** Looks in Graphite for every point of the windows, and sends again what is not there until it is, or time is over. */
export async function readBack(
  windows: readonly Window[],
  how: {
    readonly config: VerifyConfig;
    readonly signal: AbortSignal;
    readonly resend: (window: Window) => Promise<void>;
  },
): Promise<ReadBack> {
  const { verifyPoints } = await import('./verify-points.ts');
  const { access, timeoutMs } = how.config;
  const { verified, missing, problem } = await verifyPoints(windows.flatMap(toPoints), {
    access,
    limits: { timeoutMs, signal: how.signal },
    resend: (points) => how.resend(toWindow(points)),
  });
  const failure =
    missing.length === 0 ? undefined : toFailure(missing, { total: verified + missing.length, problem });
  return { verified, missing: toWindow(missing), failure };
}

function toPoints(window: Window): SentPoint[] {
  return window.flatMap(({ bytes }) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n').slice(0, -1);
    return lines.map((line) => {
      const [series = '', value, timestamp] = line.split(' ');
      return { series, value: Number(value), timestamp: Number(timestamp) };
    });
  });
}

function toWindow(points: readonly SentPoint[]): Window {
  const batches = new BatchBuilder(MISSING_BATCH_LINES);
  for (const { series, value, timestamp } of points) {
    batches.append(`${series} ${value} ${timestamp}\n`);
    batches.endLine();
  }
  return batches.take();
}

function toFailure(
  missing: readonly SentPoint[],
  found: { total: number; problem: string | undefined },
): SendError {
  const names = missing.slice(0, MAX_NAMES).map(({ series }) => quote(series));
  const rest = missing.length > names.length ? ` … and ${missing.length - names.length} more` : '';
  const problem = found.problem === undefined ? '' : ` ${found.problem}`;
  const message = `Of ${found.total} points Graphite does not show ${missing.length}.${problem} Missing: ${names.join(', ')}${rest}.`;
  return new SendError(message, { retryable: false, code: 'MISSING' });
}
