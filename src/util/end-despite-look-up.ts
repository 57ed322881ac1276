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
  process.execve?.(process.execPath, [process.execPath, '-e', `process.exitCode = ${exitCode}`], {});
}
