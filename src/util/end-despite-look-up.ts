/** Whether this system and this Node can put another program into the place of this one. */
export function canEndDespiteLookUp(): boolean {
  return process.platform !== 'win32' && process.execve !== undefined;
}

/**
 * Ends a process whose work is done though the system still looks a name up: that search cannot be interrupted, and Node
 * waits for it, at `process.exit` too. A program that does nothing but end with `exitCode` takes the place of this one.
 * Only the entry points may call it, as the last thing they do.
 */
export function endDespiteLookUp(exitCode: number): void {
  if (!canEndDespiteLookUp() || !process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')) return;
  process.execve?.(process.execPath, [process.execPath, '-e', `process.exitCode = ${exitCode}`], {});
}
