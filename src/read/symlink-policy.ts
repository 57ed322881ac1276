import { promises } from 'node:fs';
import * as nodePath from 'node:path';

/** A requested path, its real path, and the folder in which its pattern begins. */
export interface CheckedPath {
  /** Absolute, as written. */
  readonly path: string;
  /** The same without links. */
  readonly realPath: string;
  /**
   * The folder that the pattern names before its first wildcard: absolute, as written. For a name that the operator
   * wrote, the root of the drive, because all links outside of the workspace are then the operator's.
   */
  readonly base: string;
}

/**
 * Decides which links may be followed, because the author of a pull request can commit a link:
 *
 * 1. A file whose real path is in the workspace may be read, whatever links lead to it.
 * 2. A file outside may not be read by a path through the workspace: only a link in the workspace can lead there. A
 *    current directory outside of the CI's workspace is a second workspace.
 * 3. A path that never touches the workspace was written by the workflow's author (`/tmp/reports/*.xml`,
 *    `../out/a.xml`). Links up to its base folder are the author's. Files in the base's real folder may be read; links
 *    that lead out of it may not be followed.
 */
export class SymlinkPolicy {
  /** Folders without a link in their paths. The first one that a path enters decides. */
  readonly #workspaces: readonly string[];

  private constructor(workspaces: readonly string[]) {
    this.#workspaces = workspaces;
  }

  /** The policy for the CI's workspace, and for the current directory if it is outside of the workspace. */
  static async of(folder: string, workspace?: string): Promise<SymlinkPolicy> {
    const inner = await promises.realpath(folder);
    const outer =
      workspace === undefined ? undefined : await promises.realpath(workspace).catch(() => undefined);
    if (outer === undefined) return new SymlinkPolicy([inner]);
    return new SymlinkPolicy(isInside(inner, outer) ? [outer] : [outer, inner]);
  }

  async allows({ path, realPath, base }: CheckedPath): Promise<boolean> {
    // Compares real paths: the workspace may have several names (/tmp is /private/tmp on macOS).
    const folders = await Promise.all(listAncestors(path).map((folder) => promises.realpath(folder)));
    const entered = this.#workspaces.find((workspace) =>
      folders.some((folder) => isInside(folder, workspace)),
    );
    const allowed = entered === undefined ? [...this.#workspaces, await promises.realpath(base)] : [entered];
    return allowed.some((workspace) => isInside(realPath, workspace));
  }
}

/** Whether a path is a folder or is inside of it, both absolute and without links. Windows ignores case. */
export const isInside = createInsideTest(nodePath);

/** The same for the paths of a platform. */
export function createInsideTest(paths: nodePath.PlatformPath): (path: string, folder: string) => boolean {
  return (path, folder) => {
    const way = paths.relative(folder, path);
    return way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
  };
}

function listAncestors(path: string): string[] {
  const parent = nodePath.dirname(path);
  return parent === path ? [] : [parent, ...listAncestors(parent)];
}
