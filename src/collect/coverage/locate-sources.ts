import { isAbsolute, joinPaths, normalizePath, relativeTo } from '../source-path.ts';
import { type CoverageLimits, MAX_QUESTIONS } from './limits.ts';

/** What is known about a report besides its content. */
export interface GivenReport {
  /** The workspace. */
  readonly root: string;
  /** The path of the report, absolute or relative to the workspace. */
  readonly path?: string;
  /**
   * Whether a source file exists. Tools write paths relative to their working directory, which the report does not
   * name. With `path` and this function, the nearest folder above the report that has the file is used; without them,
   * the workspace.
   */
  readonly isFile?: (path: string) => boolean | Promise<boolean>;
  /** How large the report may be. */
  readonly limits?: CoverageLimits;
}

/**
 * The path of each source file of a report relative to the workspace, by the path in the report. `folders` are the
 * base folders that the report itself names.
 */
export async function locateSources(
  paths: Iterable<string>,
  where: { given: GivenReport; folders: readonly string[] },
): Promise<Map<string, string>> {
  const { given } = where;
  const bases = listBases(where);
  const isFile = bases.length > 1 ? given.isFile : undefined;
  let questions = 0;
  let latest: string | undefined;
  const find = async (path: string): Promise<string> => {
    for (let index = latest === undefined ? 0 : -1; index < bases.length; index += 1) {
      if (isFile === undefined || questions >= MAX_QUESTIONS) break;
      questions += 1;
      const base = bases[index] ?? latest ?? '';
      const candidate = joinPaths(base, path);
      if (!(await isFile(candidate))) continue;
      latest = base;
      return candidate;
    }
    return joinPaths(latest ?? joinPaths(given.root, where.folders[0] ?? ''), path);
  };
  const located = new Map<string, string>();
  for (const path of paths) {
    const found = isAbsolute(path) ? normalizePath(path) : await find(path);
    located.set(path, relativeTo(given.root, found));
  }
  return located;
}

/** The folders that a relative path may refer to, the likeliest first, within the limit. */
function listBases({ given, folders }: { given: GivenReport; folders: readonly string[] }): string[] {
  const above = listFoldersAbove(given);
  const bases = new Set<string>();
  for (const folder of folders.length === 0 ? [''] : folders) {
    if (bases.size >= MAX_QUESTIONS) break;
    if (isAbsolute(folder)) bases.add(normalizePath(folder));
    else for (const base of above) bases.add(joinPaths(base, folder));
  }
  return [...bases];
}

/** The folders from the report's own folder up to the workspace. */
function listFoldersAbove({ root, path }: GivenReport): string[] {
  const top = normalizePath(root);
  const folders: string[] = [];
  let folder = path === undefined ? top : joinPaths(top, path).replace(/\/?[^/]*$/, '');
  while (folder.startsWith(`${top}/`)) {
    folders.push(folder);
    folder = folder.replace(/\/[^/]*$/, '');
  }
  return [...folders, top];
}
