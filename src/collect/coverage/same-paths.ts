import type { Problem } from '../../model/errors.ts';
import { isAbsolute } from '../source-path.ts';
import type { CoverageReport, SourceCoverage } from './coverage-report.ts';
import { lineOf } from './hit-set.ts';

const MAX_SHOWN = 3;
/** The maximum number of paths that are searched in the workspace: each is a call to the file system. */
const MAX_LOOKED_FOR = 1000;

interface Seen {
  readonly report: string;
  readonly lines: number;
}

/**
 * Finds source files of several reports that count as one file only because their relative paths are equal.
 * `src/index.js` of two packages is two files, and only the sources next to the reports can show this.
 */
export class SamePaths {
  /** By path: the first report that has it. */
  readonly #seen = new Map<string, Seen>();
  /** By path: two reports that have it. */
  readonly #shared = new Map<string, readonly [one: string, other: string]>();

  /** Records the files of a report; `path` is the report's own path. */
  add(report: CoverageReport, path: string): void {
    for (const file of report.files) {
      if (file.module !== undefined || isAbsolute(file.path)) continue;
      const seen = this.#seen.get(file.path);
      const lines = hashLines(file);
      if (seen === undefined) this.#seen.set(file.path, { report: path, lines });
      // Reports with the same lines in one folder are two formats or two runs of one project.
      else if (seen.report !== path && (folderOf(seen.report) !== folderOf(path) || seen.lines !== lines))
        this.#shared.set(file.path, [seen.report, path]);
    }
  }

  /** The warning about such files if they are not in the workspace. */
  async findDoubt(isFile: (path: string) => boolean | Promise<boolean>): Promise<Problem | undefined> {
    const unknown: string[] = [];
    for (const path of [...this.#shared.keys()].slice(0, MAX_LOOKED_FOR)) {
      if (!(await isFile(path))) unknown.push(path);
    }
    if (unknown.length === 0) return undefined;
    const shown = unknown.slice(0, MAX_SHOWN);
    const between = shown.map((path) => `${path} (${this.#shared.get(path)?.join(', ')})`).join('; ');
    const what =
      unknown.length === 1
        ? 'a source file that was not found counts'
        : `${unknown.length} source files that were not found count`;
    return {
      rule: `${what} once for reports that give the same path`,
      value: `${between}${unknown.length > MAX_SHOWN ? ' …' : ''}`,
      cure: 'If they are different files, check the sources out first, or put {path} into the scope to count the reports of each folder separately.',
    };
  }
}

function folderOf(path: string): string {
  return path.replace(/[^\\/]*$/, '');
}

function hashLines({ layers }: SourceCoverage): number {
  let hash = 0;
  for (const place of layers.get('lines') ?? []) hash = (Math.imul(hash, 31) + lineOf(place)) | 0;
  return hash;
}
