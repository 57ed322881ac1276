import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { computeCoverage, sumCoverage } from '../collect/coverage/compute-coverage.ts';
import type { UnitedLimits } from '../collect/coverage/limits.ts';
import { parseCoverage } from '../collect/coverage/parse-coverage.ts';
import { SamePaths } from '../collect/coverage/same-paths.ts';
import { CoverageUnion } from '../collect/coverage/union/coverage-union.ts';
import { BadReportError } from '../collect/read-report.ts';
import { normalizePath, relativeTo } from '../collect/source-path.ts';
import type { Options } from '../options/options.ts';
import { nextTurn } from '../util/deadline.ts';
import { placeIn, type ReportGroup } from './group-reports.ts';
import type { Counted, ReportReader } from './report-reader.ts';

/** Counts the coverage of the reports that `coverage` names; `limits` are those of all reports of one group. */
export async function readCoverage(
  options: Options,
  { reader, limits }: { readonly reader: ReportReader; readonly limits?: UnitedLimits },
): Promise<Counted<'coverage'> | undefined> {
  const parts: Array<Counted<'coverage'>> = [];
  for (const group of await reader.findGroups('coverage')) {
    const part = await readCoverageOf(group, { options, reader, union: new CoverageUnion(limits) });
    if (options.signal?.aborted) return undefined;
    if (part !== undefined) parts.push(part);
  }
  if (parts.length === 0) return undefined;
  return {
    metrics: parts.flatMap(({ metrics }) => metrics),
    figures: sumCoverage(parts.map(({ figures }) => figures)),
    reports: parts.reduce((sum, { reports }) => sum + reports, 0),
  };
}

async function readCoverageOf(
  { folder, files }: ReportGroup,
  given: { readonly options: Options; readonly reader: ReportReader; readonly union: CoverageUnion },
): Promise<Counted<'coverage'> | undefined> {
  const { options, reader, union } = given;
  const root = process.cwd();
  const samePaths = new SamePaths();
  const giveWay = async (): Promise<void> => {
    await nextTurn();
    options.signal?.throwIfAborted();
  };
  try {
    const isWhole = await reader.parseEach(
      { option: 'coverage', files },
      {
        parse: (chunks, path) =>
          parseCoverage(chunks, { root, path, isFile: (source) => isFile(root, source) }),
        add: (report, { location, path }) => {
          for (const notice of report.notices) reader.addWarning({ location, ...notice });
          samePaths.add(report, relativeTo(root, normalizePath(path)));
          union.add(report);
        },
      },
    );
    const { reports } = union;
    if (!isWhole || reports === 0) return undefined;
    const doubt = await samePaths.findDoubt((source) => isFile(root, source));
    if (doubt !== undefined) reader.addWarning({ location: 'coverage', ...doubt });
    const computed = await reader.unlessStopped('coverage', () => computeCoverage(union, giveWay));
    if (computed === undefined) return undefined;
    return { ...computed, metrics: placeIn(folder, computed.metrics), reports };
  } catch (error) {
    if (!(error instanceof BadReportError)) throw error;
    reader.addProblem({ location: 'coverage', ...error.fault });
    return undefined;
  }
}

/**
 * Whether a report's path is a file of the workspace. Nothing is read, and files outside of the workspace are not
 * revealed.
 */
async function isFile(root: string, path: string): Promise<boolean> {
  const found = await stat(resolve(root, path)).catch(() => undefined);
  return found?.isFile() === true;
}
