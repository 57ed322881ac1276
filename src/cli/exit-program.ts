import { existsSync } from 'node:fs';
import { exitWithNode } from '../util/end-despite-look-up.ts';

/**
 * The program that only exits with a code. A single executable is its own `process.execPath` and runs no other script,
 * so there it is the shell. Undefined if there is no shell: a missing program would abort this one.
 */
export function findExitProgram(exitCode: number): readonly string[] | undefined {
  if (!process.getBuiltinModule('node:sea').isSea()) return exitWithNode(exitCode);
  return existsSync('/bin/sh') ? ['/bin/sh', '-c', `exit ${exitCode}`] : undefined;
}
