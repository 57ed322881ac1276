import { promises } from 'node:fs';
import { basename } from 'node:path';

/** The names that the spool gives its files. */
const SPOOLED = /^undelivered-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.txt$/;

/** Removes a replayed file that the spool had written; a file of the user's own making is left alone. */
export async function removeReplayed(file: string): Promise<void> {
  if (SPOOLED.test(basename(file))) await promises.rm(file, { force: true });
}
