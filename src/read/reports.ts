import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { BadReportError } from '../collect/bad-report.ts';
import { computeCoverage } from '../collect/coverage/compute-coverage.ts';
import { parseCoverage } from '../collect/coverage/parse-coverage.ts';
import { SamePaths } from '../collect/coverage/same-paths.ts';
import { CoverageUnion } from '../collect/coverage/union/coverage-union.ts';
import { computeJob } from '../collect/job/compute-job.ts';
import { computeTests, TestSum } from '../collect/junit/compute-tests.ts';
import { parseJunit } from '../collect/junit/parse-junit.ts';
import { computeSizes, parseSizes } from '../collect/sizes.ts';
import { normalizePath, relativeTo } from '../collect/source-path.ts';
import { escapeInvisible, type Fault, formatFault } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Figures } from '../model/figures.ts';
import type { CollectedMetric } from '../model/metric.ts';
import type { Options } from '../options/options.ts';
import { resolveJob } from '../options/resolve-job.ts';
import type { FileReader } from './file-reader.ts';
import { measureFiles } from './measure-files.ts';
import { ReportReader } from './report-reader.ts';

const CLOCK: Fault = {
  location: 'job-started-at',
  rule: 'the job ends before it began, so its duration is left out',
  cure: 'Was the clock set back during the job?',
};

/** The metrics and figures of reports, files and the job. */
export interface ReadReports {
  readonly metrics: readonly CollectedMetric[];
  readonly figures: Figures;
  /** Problems that fail the run after everything else was sent. */
  readonly problems: readonly Fault[];
  /** Problems that do not fail the run. */
  readonly warnings: readonly string[];
}

/**
 * Reads the sources that the options name separately, so that a problem of one does not affect the others. A stopped
 * run omits the sources that were not read to the end, because partial figures would be wrong.
 */
export async function readReports(
  options: Options,
  context: { readonly files: FileReader; readonly nowMs: number; readonly workspace: string | undefined },
): Promise<ReadReports> {
  const reader = new ReportReader(options, context.files);
  const tests = await readTests(options, reader, context.workspace);
  const coverage = await readCoverage(options, reader);
  const sizes = await readSizes(options, reader);
  const { facts, warnings: jobWarnings } = resolveJob(options, context.nowMs);
  const job = computeJob(facts);
  reader.warnings.push(...jobWarnings);
  if (job.endsBeforeItBegan) reader.warnings.push(formatFault(CLOCK));
  const reports = {
    ...(tests === undefined ? {} : { junit: tests.reports }),
    ...(coverage === undefined ? {} : { coverage: coverage.reports }),
  };
  return {
    metrics: [tests, coverage, sizes, job].flatMap((one) => one?.metrics ?? []),
    figures: {
      ...(tests === undefined ? {} : { tests: tests.figures }),
      ...(coverage === undefined ? {} : { coverage: coverage.figures }),
      ...(sizes === undefined ? {} : { sizes: sizes.figures }),
      ...(job.figures === undefined ? {} : { job: job.figures }),
      ...(Object.keys(reports).length === 0 ? {} : { reports }),
    },
    problems: reader.problems,
    warnings: reader.warnings,
  };
}

/** The metrics and figures of one source; undefined if there is nothing to count. */
interface Collected<Source extends keyof Figures> {
  readonly metrics: readonly CollectedMetric[];
  readonly figures: NonNullable<Figures[Source]>;
}

/** The same for reports, with their number. */
type Counted<Source extends keyof Figures> = Collected<Source> & { readonly reports: number };

async function readTests(
  { junit, junitSuites: suites, ifNoTests }: Options,
  reader: ReportReader,
  workspace: string | undefined,
): Promise<Counted<'tests'> | undefined> {
  const files = await reader.find(junit, 'junit');
  if (files.length === 0) return undefined;
  const sum = new TestSum();
  const roots = [...(workspace === undefined ? [] : [workspace]), process.cwd()];
  const isWhole = await reader.parseEach('junit', files, {
    parse: (chunks) => parseJunit(chunks, { suites, roots }),
    add: (report) => sum.add(report),
  });
  if (!isWhole) return undefined;
  if (sum.problem !== undefined) reader.addProblem({ location: 'junit', ...sum.problem });
  if (sum.reports === 0) return undefined;
  if (sum.doubt !== undefined) reader.addWarning({ location: 'junit', ...sum.doubt });
  const counted = computeTests(sum);
  if (counted.figures.total === 0)
    reader.addByPolicy(ifNoTests, { location: 'junit', ...noTestsIn(sum.reports) });
  return { ...counted, reports: sum.reports };
}

function noTestsIn(reports: number): Omit<Fault, 'location'> {
  const where = reports === 1 ? 'the report has' : `the ${reports} reports have`;
  return {
    rule: `${where} no test`,
    cure: 'Did the tests run? Set if-no-tests to ignore where that is right, or to fail.',
  };
}

async function readCoverage(
  options: Options,
  reader: ReportReader,
): Promise<Counted<'coverage'> | undefined> {
  const files = await reader.find(options.coverage, 'coverage');
  if (files.length === 0) return undefined;
  const root = process.cwd();
  const union = new CoverageUnion();
  const samePaths = new SamePaths();
  const giveWay = async (): Promise<void> => {
    await setImmediate();
    options.signal?.throwIfAborted();
  };
  try {
    const isWhole = await reader.parseEach('coverage', files, {
      parse: (chunks, path) =>
        parseCoverage(chunks, { root, path, isFile: (source) => isFile(root, source) }),
      add: (report, { location, path }) => {
        for (const notice of report.notices) reader.addWarning({ location, ...notice });
        samePaths.add(report, relativeTo(root, normalizePath(path)));
        union.add(report);
      },
    });
    const { reports } = union;
    if (!isWhole || reports === 0) return undefined;
    const doubt = await samePaths.findDoubt((source) => isFile(root, source));
    if (doubt !== undefined) reader.addWarning({ location: 'coverage', ...doubt });
    const computed = await reader.unlessStopped('coverage', () => computeCoverage(union, giveWay));
    return computed === undefined ? undefined : { ...computed, reports };
  } catch (error) {
    if (!(error instanceof BadReportError)) throw error;
    reader.addProblem({ location: 'coverage', ...error.fault });
    return undefined;
  }
}

async function readSizes(options: Options, reader: ReportReader): Promise<Collected<'sizes'> | undefined> {
  if (options.sizes === undefined) return undefined;
  const measured = [];
  const faults = new Faults();
  const requests = await parseSizes(options.sizes, 'sizes', faults);
  reader.addFaults(faults);
  for (const { name, patterns } of requests) {
    const location = `sizes, ${escapeInvisible(name)}`;
    const files = await reader.find(patterns, location, 'take');
    const sums = await reader.unlessStopped(location, () => measureFiles(files, options.signal));
    if (sums === undefined) continue;
    for (const problem of sums.problems) reader.addProblem({ location, ...problem });
    measured.push({ name, ...sums });
  }
  return computeSizes(measured);
}

/**
 * Whether a report's path is a file of the workspace. Nothing is read, and files outside of the workspace are not
 * revealed.
 */
async function isFile(root: string, path: string): Promise<boolean> {
  const found = await stat(resolve(root, path)).catch(() => undefined);
  return found?.isFile() === true;
}
