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
    const folder = findFolder(joinPaths(current, file.path), roots);
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

/** The folder of a file below the first root that it is in. */
function findFolder(path: string, roots: readonly string[]): string {
  const folder = path.replace(/[^/]*$/, '');
  const below = roots.map((root) => relativeTo(root, folder)).find((relative) => relative !== folder);
  return (below ?? folder).replace(/\/$/, '');
}

/** The current folder has no links in its path, while that of the workspace may have some. */
function toReal(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
