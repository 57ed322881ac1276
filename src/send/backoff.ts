const BASE_MS = 500;
const CAP_MS = 10_000;

/**
 * The pause before a retry, in milliseconds: exponential with full jitter, so that a thousand jobs do not come back to
 * a server in step. `retry` counts from 0; `random` is from 0 up to 1. Source: the AWS Architecture Blog, "Exponential
 * Backoff And Jitter".
 */
export function computeBackoffMs(retry: number, random: number): number {
  return random * Math.min(CAP_MS, BASE_MS * 2 ** retry);
}
