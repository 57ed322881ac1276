import type { Result } from '../model/result.ts';
import { formatCounted } from './amounts.ts';

/** Which metrics were left out, in one message; nothing where none was. */
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
