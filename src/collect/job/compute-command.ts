import type { CollectedMetric } from '../../format/metric.ts';
import { nameSteps } from './name-steps.ts';

/** A command that was run, as one step of its job. */
export interface CommandFacts {
  readonly name: string;
  readonly durationSeconds: number;
  readonly isSuccess: boolean;
}

/** How long a command took and whether it succeeded, under the names that a step of a job has. */
export function computeCommand({ name, durationSeconds, isSuccess }: CommandFacts): CollectedMetric[] {
  const [node = name] = nameSteps([name]);
  return [
    { nodes: ['step', node, 'duration_seconds'], value: durationSeconds },
    { nodes: ['step', node, 'success'], value: isSuccess ? 1 : 0 },
  ];
}
