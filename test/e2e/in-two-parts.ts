import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ChildResult } from '../support/child.ts';
import { runCli } from '../support/cli.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { type Sample, toLines } from './samples.ts';

/**
 * Sends samples through the built command line in two parts. The first part is a file. The second is a pipe that is
 * written when `meanwhile` is done.
 */
export async function sendInTwoParts(
  args: readonly string[],
  [first, second]: readonly [readonly Sample[], readonly Sample[]],
  meanwhile: () => Promise<unknown>,
): Promise<ChildResult> {
  await using dir = await createTempDir();
  const [file, pipe] = [join(dir.path, 'first.txt'), join(dir.path, 'second')];
  await writeFile(file, toLines(first));
  await promisify(execFile)('mkfifo', [pipe]);
  const run = runCli([...args, '--json', '--file', file, '--file', pipe]);
  await meanwhile();
  await writeFile(pipe, toLines(second));
  return run;
}
