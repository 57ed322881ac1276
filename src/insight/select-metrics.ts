import type { CheckedMetric } from './compute-verdicts.ts';

/** A line of the run. */
export interface SentPoint {
  /** A path, with its tags if it has any. */
  readonly path: string;
  readonly value: string;
  /** Epoch seconds. */
  readonly timestamp: number;
}

const MAX_METRICS = 1000;
const DAY_SECONDS = 86_400;

/**
 * The metrics of a run that can be judged, in the order of the run: with one point, without tags, of the last day. What
 * the runner was measured at is no outcome of the job and is never judged.
 */
export function selectMetrics(
  points: readonly SentPoint[],
  nowSeconds: number,
): { readonly metrics: readonly CheckedMetric[]; readonly leftOut: number } {
  const counts = new Map<string, number>();
  for (const { path } of points) counts.set(path, (counts.get(path) ?? 0) + 1);
  const judged = points.filter(
    ({ path, timestamp }) =>
      counts.get(path) === 1 &&
      !path.includes(';') &&
      Math.abs(nowSeconds - timestamp) <= DAY_SECONDS &&
      !/(?:^|\.)runner\.[^.]+(?:\.[^.]+)*$/.test(path),
  );
  const metrics = judged.slice(0, MAX_METRICS).map(({ path, value }) => ({ path, value: Number(value) }));
  return { metrics, leftOut: judged.length - metrics.length };
}
