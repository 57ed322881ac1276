import { realpathSync } from 'node:fs';
import { joinPaths, normalizePath, relativeTo } from '../collect/source-path.ts';
import { FOLDER_WORD } from '../format/folder-scope.ts';
import type { CollectedMetric } from '../model/metric.ts';
import type { Options } from '../options/options.ts';
import type { FoundFile } from './open-found.ts';
import type { ReportReader } from './report-reader.ts';

/** Each folder has its own series, so this limits how many new ones a run creates in Graphite. */
const MAX_FOLDERS = 1000;

/** Reports that are counted together. */
export interface ReportGroup {
  /** Their folder, relative to the workspace or else absolute; undefined if the scope has no word for it. */
  readonly folder: string | undefined;
  readonly files: readonly FoundFile[];
}

/** The reports of an option: all together, or by their folders if the scope has a word for them. */
export function groupReports(
  files: readonly FoundFile[],
  given: {
    readonly option: string;
    readonly options: Options;
    readonly reader: ReportReader;
    readonly workspace: string | undefined;
  },
): readonly ReportGroup[] {
  const { option, options, reader, workspace } = given;
  if (files.length === 0) return [];
  if (options.scope?.includes(FOLDER_WORD) !== true) return [{ folder: undefined, files }];
  const groups = groupByFolder(files, workspace);
  if (groups.length > MAX_FOLDERS) {
    const rule = `at most ${MAX_FOLDERS} folders of reports are counted, the first ones; there are`;
    const cure = `Name fewer reports, or leave ${FOLDER_WORD} out of the scope.`;
    reader.addProblem({ location: option, rule, value: String(groups.length), cure });
  }
  return groups.slice(0, MAX_FOLDERS);
}

/** The metrics of reports in one folder. */
export function placeIn(
  folder: string | undefined,
  metrics: readonly CollectedMetric[],
): readonly CollectedMetric[] {
  return folder === undefined ? metrics : metrics.map((metric) => ({ ...metric, folder }));
}

function groupByFolder(files: readonly FoundFile[], workspace: string | undefined): readonly ReportGroup[] {
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
