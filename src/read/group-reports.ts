import { realpathSync } from 'node:fs';
import { joinPaths, normalizePath, relativeTo } from '../collect/source-path.ts';
import type { CollectedMetric } from '../model/metric.ts';
import type { FoundFile } from './open-found.ts';

/** Reports that are counted together. */
export interface ReportGroup {
  /** Their folder, relative to the workspace or else absolute; undefined if the scope has no word for it. */
  readonly folder: string | undefined;
  readonly files: readonly FoundFile[];
}

/** Reports by their folders, in the order of the files. */
export function groupByFolder(
  files: readonly FoundFile[],
  workspace: string | undefined,
): readonly ReportGroup[] {
  const current = normalizePath(process.cwd());
  const roots = workspace === undefined ? [current] : [workspace, toReal(workspace)];
  const groups = new Map<string, FoundFile[]>();
  for (const file of files) {
    const folder = findFolder([joinPaths(current, file.path), normalizePath(file.realPath)], roots);
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [file]);
    else group.push(file);
  }
  return Array.from(groups, ([folder, grouped]) => ({ folder, files: grouped }));
}

/** The metrics of reports in one folder. */
export function placeIn(
  folder: string | undefined,
  metrics: readonly CollectedMetric[],
): readonly CollectedMetric[] {
  return folder === undefined ? metrics : metrics.map((metric) => ({ ...metric, folder }));
}

/** The folder of a file below the first root that it is in, by the first of its paths that leads there. */
function findFolder([path, realPath]: readonly [string, string], roots: readonly string[]): string {
  const [folder, realFolder] = [toFolder(path), toFolder(realPath)];
  const below = [folder, realFolder].flatMap((one) =>
    roots.map((root) => relativeTo(root, one)).filter((relative) => relative !== one),
  );
  return (below[0] ?? folder).replace(/\/$/, '');
}

function toFolder(path: string): string {
  return path.replace(/[^/]*$/, '');
}

/**
 * The current folder has no links in its path, while that of the workspace may have some. The native function also
 * gives the case of names on the disk, as `process.cwd()` does on macOS.
 */
function toReal(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
