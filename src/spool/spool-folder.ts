import { lstatSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { cureShellPath } from '../util/text.ts';

/** Reports a spool that cannot be a folder. A link is refused, because it could lead anywhere. */
export function checkSpool(folder: string, faults: Faults): void {
  const shellCure = cureShellPath(folder);
  if (shellCure !== undefined) {
    faults.add({ location: 'spool', rule: 'it is not the path of a folder', value: folder, cure: shellCure });
    return;
  }
  const problem = findProblem(folder);
  if (problem === undefined) return;
  const cure = 'Name a folder; it is created if it is missing.';
  faults.add({ location: 'spool', rule: problem, value: folder, cure });
}

function findProblem(folder: string): string | undefined {
  try {
    // A slash at the end would follow a link.
    const stats = lstatSync(resolve(folder), { throwIfNoEntry: false });
    if (stats === undefined || stats.isDirectory()) return undefined;
    return `it is a folder, not ${stats.isSymbolicLink() ? 'a link' : 'a file'}`;
  } catch (error) {
    return `it cannot be a folder (${error instanceof Error && 'code' in error ? toText(error.code) : toText(error)})`;
  }
}

/** The name of a new file of the spool. `randomDigits` are eight hexadecimal digits. */
export function formatSpoolName(nowMs: number, randomDigits: string): string {
  const time = new Date(nowMs).toISOString().replace(/[:.]/g, '-');
  return `undelivered-${time}-${randomDigits}.txt`;
}

/** Whether the spool wrote a file, judged by its name; see {@link formatSpoolName}. Other files are the user's and stay unchanged. */
export function isSpooled(path: string): boolean {
  return /^undelivered-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.txt$/.test(basename(path));
}
