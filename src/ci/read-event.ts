import { readFileSync, statSync } from 'node:fs';

/** The event that started a run, from the file that GitHub names; undefined if it cannot be read. Its content is unknown. */
export function readEvent(path: string | undefined): object | undefined {
  if (path === undefined || path === '') return undefined;
  try {
    // Opening a pipe would wait for its writer.
    if (!statSync(path).isFile()) return undefined;
    const event: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof event === 'object' && event !== null ? event : undefined;
  } catch {
    return undefined;
  }
}
