import { type BigIntStats, promises } from 'node:fs';

/**
 * Whether an open file is the one that a path names without any link. A process that exchanges a folder and a link
 * between the check and the opening would else lead to another file.
 */
export async function isOpenedAt(
  handle: promises.FileHandle,
  path: string,
  before: BigIntStats,
): Promise<boolean> {
  const opened = await readOpenedPath(handle.fd);
  // The kernel knows where the open file lies; every other look could fall into a moment between two exchanges.
  if (opened !== undefined) return opened === path;
  const now = await handle.stat({ bigint: true });
  if (!isSame(now, before) || (await promises.realpath(path)) !== path) return false;
  return isSame(now, await promises.lstat(path, { bigint: true }));
}

/** Whether two looks saw one file. Some file systems number no files. */
export function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/** The path of an open file, as Linux tells it; undefined where the system does not. */
async function readOpenedPath(fd: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  return promises.readlink(`/proc/self/fd/${fd}`).catch(() => undefined);
}
