/** How soon things are done again. */
export interface Pace {
  /** Before Graphite is asked for the second time; then it grows. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Before what is missing is sent again for the first time; then it grows. */
  readonly firstResendMs: number;
  readonly longestResendMs: number;
}

/**
 * A Carbon with a limit on new series drops those beyond it and admits a few more each second, saved up for a minute:
 * whatever is sent again at least once in a minute loses none of them.
 */
export const DEFAULT_PACE: Pace = {
  firstPauseMs: 500,
  longestPauseMs: 5_000,
  firstResendMs: 5_000,
  longestResendMs: 30_000,
};

/** The pause before the look that follows `looks` others, less up to a fifth of it: `random` is from 0 to 1. */
export function computePauseMs(looks: number, pace: Pace, random: number): number {
  const pauseMs = Math.min(pace.longestPauseMs, pace.firstPauseMs * 1.5 ** (looks - 1));
  return pauseMs * (1 - random / 5);
}

/** The gap before what is missing is sent again after `resends` times: each is three times the one before. */
export function computeResendGapMs(resends: number, pace: Pace): number {
  return Math.min(pace.longestResendMs, pace.firstResendMs * 3 ** resends);
}
