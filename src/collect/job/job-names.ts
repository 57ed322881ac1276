import { isRecord } from '../../util/is-record.ts';
import { listScalars } from '../../util/list-scalars.ts';

const MAX_CHARACTERS = 100;
const ELLIPSIS = '...';

/**
 * The names that GitHub may show for a job without a `name:` of its own: its key, and the values of its matrix leg in
 * parentheses. Values that an `include` added to a leg stand last and are not shown, but nothing tells which those are.
 */
export function formatJobNames(key: string, matrix: unknown): string[] {
  const legs = isRecord(matrix) ? Object.values(matrix) : [];
  const counts = legs.map((_, index) => index + 1);
  const names = counts.map((count) => formatName(key, legs.slice(0, count).flatMap(listScalars)));
  return names.length === 0 ? [formatName(key, [])] : [...new Set(names)];
}

/** Whether a job that GitHub shows has one of the names, be it as a job of a reusable workflow: `caller / name`. */
export function hasName(shown: string, names: readonly string[]): boolean {
  return names.some((name) => shown === name || shown.endsWith(` / ${name}`));
}

function formatName(key: string, values: readonly string[]): string {
  const name = values.length === 0 ? key : `${key} (${values.join(', ')})`;
  if (name.length <= MAX_CHARACTERS) return name;
  return `${name.slice(0, MAX_CHARACTERS - ELLIPSIS.length)}${ELLIPSIS}`;
}
