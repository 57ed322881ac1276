import { matchesName, type NamePattern, type PathNodes } from '../util/name-pattern.ts';

/** The user's limits for the metrics of a pattern. Absent keys follow from the metric's name. */
export interface Limit {
  /** As it was written. */
  readonly pattern: string;
  readonly patterns: readonly NamePattern[];
  readonly better?: 'lower' | 'higher' | 'neither';
  /** `exact`: counted, `clock`: measured. */
  readonly kind?: 'clock' | 'exact';
  readonly leastChange?: { readonly relative: number; readonly absolute: number };
  readonly min?: number;
  readonly max?: number;
  /** Epoch seconds: earlier runs do not count, because a step was accepted at this time. */
  readonly since?: number;
  /** Whether the metric is judged at all. */
  readonly check: boolean;
}

/** The first limit with a pattern that matches a whole path, or the last nodes of it after its prefix. */
export function findLimit(limits: readonly Limit[], path: PathNodes): Limit | undefined {
  return limits.find(({ patterns }) => patterns.some((pattern) => matchesName(pattern, path)));
}
