import { promises } from 'node:fs';
import * as nodePath from 'node:path';

/** A path that is asked for, what it really is, and the folder where its pattern begins. */
export interface FencedPath {
  /** Absolute, as written. */
  readonly path: string;
  /** The same without any link. */
  readonly realPath: string;
  /**
   * The folder that the pattern names before its first wildcard, absolute, as written; of a name that its reader wrote
   * himself the root of the drive, for then all links outside of the workspace are his own.
   */
  readonly base: string;
}

/**
 * Decides which links may be followed to a file, because whoever proposes a change can commit a link:
 *
 * 1. What really lies in the workspace may be read, whatever links lead there.
 * 2. What lies elsewhere, on a path that goes through the workspace, may not: only a link in it can lead out. The current
 *    directory, where it lies outside of the CI's workspace, is a second workspace.
 * 3. A path that never touches the workspace was written by the workflow's author (`/tmp/reports/*.xml`, `../out/a.xml`).
 *    Links up to its base are his own; what lies below the base's real folder may be read, what links lead to from
 *    there may not.
 */
export class SymlinkPolicy {
  /** Folders without a link in their paths; the first that a path enters decides. */
  readonly #workspaces: readonly string[];

  private constructor(workspaces: readonly string[]) {
    this.#workspaces = workspaces;
  }

  /** The policy for the CI's workspace, and for the folder where it does not lie in it. */
  static async of(folder: string, workspace?: string): Promise<SymlinkPolicy> {
    const inner = await promises.realpath(folder);
    const outer =
      workspace === undefined ? undefined : await promises.realpath(workspace).catch(() => undefined);
    if (outer === undefined) return new SymlinkPolicy([inner]);
    return new SymlinkPolicy(isInside(inner, outer) ? [outer] : [outer, inner]);
  }

  async allows({ path, realPath, base }: FencedPath): Promise<boolean> {
    // Judged by what each folder really is: the workspace may have several names (/tmp is /private/tmp on macOS).
    const folders = await Promise.all(listAncestors(path).map((folder) => promises.realpath(folder)));
    const entered = this.#workspaces.find((workspace) =>
      folders.some((folder) => isInside(folder, workspace)),
    );
    const allowed = entered === undefined ? [...this.#workspaces, await promises.realpath(base)] : [entered];
    return allowed.some((workspace) => isInside(realPath, workspace));
  }
}

/** Whether a path is a folder or lies in it, both absolute and without links. Windows compares without case. */
export function isInside(path: string, folder: string, paths: nodePath.PlatformPath = nodePath): boolean {
  const way = paths.relative(folder, path);
  return way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}

function listAncestors(path: string): string[] {
  const parent = nodePath.dirname(path);
  return parent === path ? [] : [parent, ...listAncestors(parent)];
}
