import { existsSync } from 'node:fs';

/** Whether this system and this version of Node can replace the process with another program. */
export function canEndDespiteLookUp(): boolean {
  return process.platform !== 'win32' && process.execve !== undefined;
}

/**
 * Ends a process that is done while the system still looks up a name. The lookup cannot be interrupted, and Node
 * waits for it, even in `process.exit`. So a program that only exits with `exitCode` replaces this one. Only entry
 * points may call it, as their last action.
 */
export function endDespiteLookUp(exitCode: number): void {
  if (!canEndDespiteLookUp() || !process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')) return;
  // A single executable is its own `execPath` and runs no other script.
  const [program, ...args] = process.getBuiltinModule('node:sea').isSea()
    ? ['/bin/sh', '-c', `exit ${exitCode}`]
    : [process.execPath, '-e', `process.exitCode = ${exitCode}`];
  // A program that does not exist would abort this one.
  if (existsSync(program)) process.execve?.(program, [program, ...args], {});
}
