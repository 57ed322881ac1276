import type { CollectedMetric } from '../../model/metric.ts';

/** A command that was run, as one step of its job. */
export interface CommandFacts {
  readonly name: string;
  readonly durationSeconds: number;
  readonly isSuccess: boolean;
}

/** The duration and success of a command, at the same paths as a job's steps. */
export function computeCommand({ name, durationSeconds, isSuccess }: CommandFacts): CollectedMetric[] {
  return [
    { nodes: ['step', name, 'duration_seconds'], value: durationSeconds },
    { nodes: ['step', name, 'success'], value: isSuccess ? 1 : 0 },
  ];
}
