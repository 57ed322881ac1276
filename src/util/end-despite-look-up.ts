/** Whether this system and this version of Node can replace the process with another program. */
export function canEndDespiteLookUp(): boolean {
  return process.platform !== 'win32' && process.execve !== undefined;
}

/**
 * Ends a process that is done while the system still looks up a name. The lookup cannot be interrupted, and Node
 * waits for it, even in `process.exit`. So a program that only exits with `exitCode` replaces this one: `findExit`
 * returns its path and arguments, or undefined if there is none. Only entry points may call it, as their last action.
 */
export function endDespiteLookUp(exitCode: number, findExit = exitWithNode): void {
  if (!canEndDespiteLookUp() || !process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')) return;
  const [program, ...args] = findExit(exitCode) ?? [];
  if (program !== undefined) process.execve?.(program, [program, ...args], {});
}

/** Node as the program that only exits. */
export function exitWithNode(exitCode: number): readonly string[] | undefined {
  return [process.execPath, '-e', `process.exitCode = ${exitCode}`];
}
