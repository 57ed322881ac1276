import { type BigIntStats, promises } from 'node:fs';

/**
 * Whether an open file is the one that the path names without any link. Otherwise a process that swaps a folder and a
 * link between the check and the opening could lead to another file.
 */
export async function isOpenedAt(
  handle: promises.FileHandle,
  path: string,
  before: BigIntStats,
): Promise<boolean> {
  const opened = await readOpenedPath(handle.fd);
  // The kernel knows the path of the open file. Any other check could fall between two swaps.
  if (opened !== undefined) return opened === path;
  const now = await handle.stat({ bigint: true });
  if (!isSame(now, before) || (await promises.realpath(path)) !== path) return false;
  return isSame(now, await promises.lstat(path, { bigint: true }));
}

/** Whether two stats are of one file. Some file systems have no file numbers. */
export function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/** The path of an open file on Linux; undefined elsewhere. */
async function readOpenedPath(fd: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  return promises.readlink(`/proc/self/fd/${fd}`).catch(() => undefined);
}
