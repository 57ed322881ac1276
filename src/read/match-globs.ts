import { basename, dirname, parse } from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';
import { toSlashes } from './file-patterns.ts';

/** The only import of the walker: most runs name files without a wildcard. */
const loadGlobber = (): Promise<typeof import('tinyglobby')> => import('tinyglobby');

/**
 * The paths that match patterns. Patterns are relative to the root of the drive, so that every pattern has the same
 * base.
 */
export async function findMatches(
  patterns: readonly string[],
  given: { readonly anchor: string; readonly excluded: readonly string[]; readonly fs: FileSystemAdapter },
): Promise<string[]> {
  const { glob } = await loadGlobber();
  return glob([...patterns], {
    cwd: parse(given.anchor).root,
    ignore: [...given.excluded],
    fs: given.fs,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: process.platform !== 'win32',
  });
}

/** Escapes a path, so that the pattern matches only this path. */
export async function escapePath(path: string): Promise<string> {
  const { convertPathToPattern } = await loadGlobber();
  return convertPathToPattern(toSlashes(path));
}

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
  // biome-ignore lint/complexity/useMaxParams: the package calls it.
  const readdir = (_folder: string, _: unknown, callback: (error: null, entries: unknown[]) => void): void =>
    callback(null, [entry]);
  const fs = { readdir } as unknown as FileSystemAdapter;
  const found = await findMatches([await escapePath(path)], { anchor: dirname(path), excluded, fs });
  return found.length > 0;
}
