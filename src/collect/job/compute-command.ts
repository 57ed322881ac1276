import type { CollectedMetric } from '../../model/metric.ts';

/** A command that was run, as one step of its job. */
export interface CommandFacts {
  readonly name: string;
  readonly durationSeconds: number;
  readonly isSuccess: boolean;
}

/** How long a command took and whether it succeeded, where the steps of a job lie. */
export function computeCommand({ name, durationSeconds, isSuccess }: CommandFacts): CollectedMetric[] {
  return [
    { nodes: ['step', name, 'duration_seconds'], value: durationSeconds },
    { nodes: ['step', name, 'success'], value: isSuccess ? 1 : 0 },
  ];
}
