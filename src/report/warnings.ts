import type { Result } from '../model/result.ts';
import { formatCounted } from './amounts.ts';

const MAX_WARNINGS = 50;

/** The warnings of a run as a log has room for them: the first ones, and how many more there are. */
export function listWarnings({ warnings }: Result): readonly string[] {
  const rest = warnings.length - MAX_WARNINGS;
  return rest > 0
    ? [...warnings.slice(0, MAX_WARNINGS), `… and ${formatCounted(rest, 'more warning')}.`]
    : warnings;
}
