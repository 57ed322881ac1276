import type { JobFigures, JobStatus } from '../../model/figures.ts';
import type { CollectedMetric } from '../../model/metric.ts';

/** What a job knows about itself in its last step. Unknown facts are undefined. */
export interface JobFacts {
  /** Start and end by the same clock, in epoch milliseconds. */
  readonly startedAtMs?: number | undefined;
  readonly endedAtMs: number;
  readonly status?: JobStatus | undefined;
  /** 1 for the first run, more for a re-run. */
  readonly attempt?: number | undefined;
}

/** The metrics and the figure of a job; the figure is undefined without facts. */
interface ComputedJob {
  readonly metrics: readonly CollectedMetric[];
  readonly figures?: JobFigures;
  /** Whether the duration is missing because the clock was set back. */
  readonly endsBeforeItBegan: boolean;
}

const STATUSES: readonly JobStatus[] = ['success', 'failure', 'cancelled'];

/** A job's duration, its outcome as three numbers of which one is 1, and its attempt. */
export function computeJob({ startedAtMs, endedAtMs, status, attempt }: JobFacts): ComputedJob {
  const metrics: CollectedMetric[] = [];
  const add = (name: string, value: number): void => {
    metrics.push({ nodes: ['job', name], value });
  };

  // A negative duration only shows that the clock was set back.
  const endsBeforeItBegan = startedAtMs !== undefined && startedAtMs > endedAtMs;
  const durationSeconds =
    startedAtMs === undefined || endsBeforeItBegan ? undefined : (endedAtMs - startedAtMs) / 1000;
  if (durationSeconds !== undefined) add('duration_seconds', durationSeconds);
  if (status !== undefined) for (const known of STATUSES) add(known, known === status ? 1 : 0);
  if (attempt !== undefined) add('attempt', attempt);
  if (status === undefined || durationSeconds === undefined) return { metrics, endsBeforeItBegan };
  return { metrics, endsBeforeItBegan, figures: { status, durationSeconds, steps: [] } };
}

/** A command that was run, as one step of its job. */
export interface CommandFacts {
  readonly name: string;
  /** Whether the user gave the name. */
  readonly isNamed: boolean;
  readonly durationSeconds: number;
  readonly isSuccess: boolean;
}

/** The duration and success of a command, at the same paths as a job's steps. */
export function computeCommand(facts: CommandFacts): CollectedMetric[] {
  const { name, isNamed, durationSeconds, isSuccess } = facts;
  const written = isNamed ? { writtenNode: 1 } : {};
  return [
    { nodes: ['step', name, 'duration_seconds'], ...written, value: durationSeconds },
    { nodes: ['step', name, 'success'], ...written, value: isSuccess ? 1 : 0 },
  ];
}
