import { quote } from '../model/errors.ts';
import type { Result } from '../model/result.ts';

const MAX_SHOWN = 10;

/** Which collected names a path could not hold, in one message; undefined where it could hold all. */
export function formatHashed({ hashed }: Result): string | undefined {
  if (hashed === undefined) return undefined;
  const shown = hashed.first.slice(0, MAX_SHOWN).map(({ from, to }) => `${quote(from)} → ${to}`);
  const rest = hashed.count - shown.length;
  const more = rest > 0 ? `, … and ${rest} more` : '';
  return `Names that a path cannot hold got digits of their hash: ${shown.join(', ')}${more}.`;
}
