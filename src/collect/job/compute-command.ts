import type { CollectedMetric } from '../../model/metric.ts';

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
