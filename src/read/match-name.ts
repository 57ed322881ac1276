import { basename, dirname } from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';
import { escapePath, findMatches } from './walk-folders.ts';

/**
 * Whether a path remains after the exclusions, which are absolute. The matcher sees only this file and not the disk.
 */
export async function isLeft(path: string, excluded: readonly string[]): Promise<boolean> {
  if (excluded.length === 0) return true;
  const entry = {
    name: basename(path),
    isFile: () => true,
    isDirectory: () => false,
    isSymbolicLink: () => false,
  };
  const readdir = (_folder: string, _: unknown, callback: (error: null, entries: unknown[]) => void): void =>
    callback(null, [entry]);
  const fs = { readdir } as unknown as FileSystemAdapter;
  const found = await findMatches([await escapePath(path)], { anchor: dirname(path), excluded, fs });
  return found.length > 0;
}
