import { basename } from 'node:path';

/** The names of the spool's files. */
const SPOOLED = /^undelivered-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.txt$/;

/** Whether the spool wrote a file, judged by its name. Other files are the user's and stay unchanged. */
export function isSpooled(path: string): boolean {
  return SPOOLED.test(basename(path));
}
