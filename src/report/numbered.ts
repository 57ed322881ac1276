import { quote } from '../model/errors.ts';
import type { Result } from '../model/result.ts';

/** Which collected names got a number, in one message; nothing where all were different. */
export function formatNumbered({ numbered }: Result): string | undefined {
  if (numbered === undefined) return undefined;
  const shown = numbered.first.slice(0, 10).map(({ from, to }) => `${quote(from)} → ${to}`);
  const rest = numbered.count - shown.length;
  const more = rest > 0 ? `, … and ${rest} more` : '';
  return `Names that became one path were told apart by a number: ${shown.join(', ')}${more}.`;
}
