import type { JobFigures } from '../../model/figures.ts';
import type { CollectedMetric } from '../../model/metric.ts';

/** What a job knows of itself in its last step, without asking anyone; what it does not know is left out. */
export interface JobFacts {
  /** When it began and when it ends, by the same clock, in milliseconds since the epoch. */
  readonly startedAtMs?: number | undefined;
  readonly endedAtMs: number;
  readonly status?: JobStatus | undefined;
  /** 1 for the first run, more for a re-run. */
  readonly attempt?: number | undefined;
}

/** How a job ends, in GitHub's words. */
export type JobStatus = (typeof STATUSES)[number];

/** What is sent of a job, and what people see of it; the latter is absent where the facts are no facts. */
export interface ComputedJob {
  readonly metrics: readonly CollectedMetric[];
  readonly figures?: JobFigures;
  /** Whether there is no duration because the clock was set back meanwhile. */
  readonly endsBeforeItBegan: boolean;
}

const STATUSES = ['success', 'failure', 'cancelled'] as const;

/** A job's duration, its outcome as three numbers of which one is 1, and its attempt. */
export function computeJob({ startedAtMs, endedAtMs, status, attempt }: JobFacts): ComputedJob {
  const metrics: CollectedMetric[] = [];
  const add = (name: string, value: number): void => {
    metrics.push({ nodes: ['job', name], value });
  };

  // Below zero it says only that the clock was set back meanwhile.
  const endsBeforeItBegan = startedAtMs !== undefined && startedAtMs > endedAtMs;
  const durationSeconds =
    startedAtMs === undefined || endsBeforeItBegan ? undefined : (endedAtMs - startedAtMs) / 1000;
  if (durationSeconds !== undefined) add('duration_seconds', durationSeconds);
  if (status !== undefined) for (const known of STATUSES) add(known, known === status ? 1 : 0);
  if (attempt !== undefined) add('attempt', attempt);
  if (status === undefined || durationSeconds === undefined) return { metrics, endsBeforeItBegan };
  return { metrics, endsBeforeItBegan, figures: { status, durationSeconds, steps: [] } };
}
