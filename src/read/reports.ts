import { computeJob } from '../collect/job/compute-job.ts';
import { computeSizes, parseSizes } from '../collect/sizes.ts';
import { escapeInvisible, type Fault, formatFault } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Figures } from '../model/figures.ts';
import type { CollectedMetric } from '../model/metric.ts';
import { resolveJob } from '../options/job-status.ts';
import type { Options } from '../options/options.ts';
import { readCoverage } from './coverage-reports.ts';
import type { FileReader } from './file-reader.ts';
import { measureFiles } from './measure-files.ts';
import { type Measured, ReportReader } from './report-reader.ts';
import { readTests } from './test-reports.ts';

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
  const reader = new ReportReader(options, context);
  const tests = await readTests(options, reader);
  const coverage = await readCoverage(options, { reader });
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

async function readSizes(options: Options, reader: ReportReader): Promise<Measured<'sizes'> | undefined> {
  if (options.sizes === undefined) return undefined;
  const measured = [];
  const faults = new Faults();
  const requests = await parseSizes(options.sizes, faults);
  reader.addFaults(faults);
  for (const { name, patterns } of requests) {
    const location = `sizes, ${escapeInvisible(name)}`;
    const files = await reader.find(patterns, { option: location, folders: 'take' });
    const sums = await reader.unlessStopped(location, () => measureFiles(files, options.signal));
    if (sums === undefined) continue;
    for (const problem of sums.problems) reader.addProblem({ location, ...problem });
    const more = sums.problemCount - sums.problems.length;
    if (more > 0) reader.addWarning({ location, rule: `${more} more files could not be measured` });
    measured.push({ name, ...sums });
  }
  return computeSizes(measured);
}
