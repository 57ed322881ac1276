import { CarbonError } from '../model/errors.ts';
import type { GraphiteAccess } from '../options/config.ts';
import { pause, startDeadline } from '../util/deadline.ts';
import { type KnownServer, lookOnce, type Round } from './look-once.ts';
import { formatAddress } from './request-graphite.ts';
import type { SentPoint, Verification, VerifyLimits } from './verification.ts';
import { gatherSeries, listMissing, type WantedPoint } from './wanted-series.ts';

/** How points are read back. */
export interface VerifyOptions<Point extends SentPoint> {
  readonly access: GraphiteAccess;
  readonly limits: VerifyLimits;
  /** Resends points that Graphite does not have; it ends with `signal`. */
  readonly resend: (missing: readonly Point[], signal: AbortSignal) => Promise<void>;
  readonly pace?: Pace;
}

/**
 * Asks Graphite for points until it shows every one or the time is over, and resends those whose slot is empty. A point
 * counts as verified only if it was seen. Problems are not thrown: they leave points missing.
 */
export async function verifyPoints<Point extends SentPoint>(
  points: readonly Point[],
  { access, limits, resend, pace = DEFAULT_PACE }: VerifyOptions<Point>,
): Promise<Verification<Point>> {
  const wanted = gatherSeries(points);
  using deadline = startDeadline(limits);
  const { signal } = deadline;
  const server: KnownServer = { looks: 0, isCarbonapi: false };
  let failures: Failures = { answers: 0 };
  let looks = 0;
  let resends = 0;
  let resendAtMs = performance.now() + computeResendGapMs(resends, pace);

  while (wanted.points.some(isMissing) && !signal.aborted) {
    const margins = sumMargins(wanted.series);
    const startedAtMs = performance.now();
    const round = await lookOnce(wanted.series, { access, signal, server });
    looks += 1;
    failures = merge(failures, { ...round, isTimeOver: signal.aborted });
    if (round.failure?.retryable === false || !wanted.points.some(isMissing)) break;
    // Wider margins are tried at once: no new data is needed.
    if (sumMargins(wanted.series) > margins) continue;

    const missed = wanted.points.filter(isAbsent).map(({ point }) => point);
    // A look at many series takes long: missing points may have arrived since the resend time.
    if (missed.length > 0 && startedAtMs >= resendAtMs && !signal.aborted) {
      const resent = await runResend(() => resend(missed, signal), signal);
      failures = { ...failures, resent };
      resends += 1;
      resendAtMs = performance.now() + computeResendGapMs(resends, pace);
      looks = 1;
    }
    const pauseMs = computePauseMs(pace, { looks, random: Math.random() });
    const untilResendMs = missed.length > 0 ? resendAtMs - performance.now() : pauseMs;
    await pause(Math.max(0, Math.min(pauseMs, untilResendMs)), signal);
  }

  const missing = listMissing(wanted.points);
  const verified = points.length - missing.length;
  if (missing.length === 0) return { verified, missing };
  const problem = findProblem(failures, { access, limits });
  if (problem !== undefined) return { verified, missing, problem };
  const { resent: resendProblem } = failures;
  return { verified, missing, ...(resendProblem === undefined ? {} : { resendProblem }) };
}

/** The problems so far. */
interface Failures {
  readonly answers: number;
  readonly asked?: string | undefined;
  readonly resent?: string | undefined;
}

// A look that was cut off by the deadline proves nothing about Graphite.
function merge(before: Failures, round: Round & { readonly isTimeOver: boolean }): Failures {
  const { answers, failure, isTimeOver } = round;
  const isCut = isTimeOver && failure?.code === 'ETIMEDOUT';
  return {
    ...before,
    answers: before.answers + answers,
    asked: isCut ? before.asked : failure?.message,
  };
}

function findProblem(
  { answers, asked }: Failures,
  { access, limits }: Pick<VerifyOptions<SentPoint>, 'access' | 'limits'>,
): string | undefined {
  if (asked !== undefined) return asked;
  if (limits.signal.aborted) return 'it was stopped before every point was seen.';
  return answers === 0
    ? `${formatAddress(access.url)} did not answer within ${limits.timeoutMs / 1000} s.`
    : undefined;
}

/** Resends and returns the reason if that fails because of the network. */
async function runResend(resend: () => Promise<void>, signal: AbortSignal): Promise<string | undefined> {
  try {
    await resend();
    return undefined;
  } catch (error) {
    if (signal.aborted) return undefined;
    if (error instanceof CarbonError) return error.message;
    throw error;
  }
}

function isMissing({ state }: WantedPoint): boolean {
  return state !== 'seen';
}

/**
 * A point whose slot has no value. One with another value is not resent: it would replace what another sender wrote,
 * and a relay that aggregates would count it twice.
 */
function isAbsent({ state, found }: WantedPoint): boolean {
  return state === 'missed' && found === undefined;
}

function sumMargins(series: ReadonlyArray<{ readonly margin: number }>): number {
  return series.reduce((sum, { margin }) => sum + margin, 0);
}

/** The pauses between looks and between resends. */
export interface Pace {
  /** The pause before the second look; later pauses grow. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** The time before the first resend; later ones grow. */
  readonly firstResendMs: number;
  readonly longestResendMs: number;
}

/**
 * A Carbon with a limit on new series drops those beyond it and accepts a few more each second, up to a minute's
 * worth. Resending at least once a minute loses none of them.
 */
export const DEFAULT_PACE: Pace = {
  firstPauseMs: 500,
  longestPauseMs: 5_000,
  firstResendMs: 5_000,
  longestResendMs: 30_000,
};

/** The pause before the next look after `looks` looks, minus up to a fifth of it; `random` is in [0, 1). */
export function computePauseMs(pace: Pace, at: { readonly looks: number; readonly random: number }): number {
  const { looks, random } = at;
  const pauseMs = Math.min(pace.longestPauseMs, pace.firstPauseMs * 1.5 ** (looks - 1));
  return pauseMs * (1 - random / 5);
}

/** The time before the next resend after `resends` resends; each is three times the one before. */
export function computeResendGapMs(resends: number, pace: Pace): number {
  return Math.min(pace.longestResendMs, pace.firstResendMs * 3 ** resends);
}
