import { quote } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { formatCounted } from './amounts.ts';

const MAX_WARNINGS = 50;

/** The warnings of a run for a log: the first ones, and the number of the others. */
export function listWarnings({ warnings }: Result): readonly string[] {
  const rest = warnings.length - MAX_WARNINGS;
  return rest > 0
    ? [...warnings.slice(0, MAX_WARNINGS), `… and ${formatCounted(rest, 'more warning')}.`]
    : warnings;
}

/** The metrics that were left out, in one message; undefined if there were none. */
export function formatRejected({ rejected }: Result): string | undefined {
  if (rejected === undefined) return undefined;
  const shown = rejected.first.slice(0, 10).map((fault) => `- ${fault}`);
  const rest = rejected.count - shown.length;
  const more = rest > 0 ? [`- … and ${rest} more`] : [];
  return [
    `Left out, because of a fault: ${formatCounted(rejected.count, 'metric')}.`,
    ...shown,
    ...more,
  ].join('\n');
}

const MAX_SHOWN = 10;

/** The collected names that a path could not hold, in one message; undefined if there were none. */
export function formatHashed({ hashed }: Result): string | undefined {
  if (hashed === undefined) return undefined;
  const shown = hashed.first.slice(0, MAX_SHOWN).map(({ from, to }) => `${quote(from)} → ${to}`);
  const rest = hashed.count - shown.length;
  const more = rest > 0 ? `, … and ${rest} more` : '';
  return `Names that a path cannot hold got digits of their hash: ${shown.join(', ')}${more}.`;
}
