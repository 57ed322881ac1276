import { basename } from 'node:path';

/** The names that the spool gives its files. */
const SPOOLED = /^undelivered-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.txt$/;

/** Whether the spool had written a file, by its name; a file of the user's own making is left alone. */
export function isSpooled(path: string): boolean {
  return SPOOLED.test(basename(path));
}
