import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { cureShellPath } from '../util/shell-path.ts';

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
