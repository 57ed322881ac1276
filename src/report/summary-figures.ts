import type { CoverageFigure, Figures, JobFigures, SizeFigure, TestFigures } from '../model/figures.ts';
import { formatCount } from './amounts.ts';
import { escapeHtml } from './html.ts';
import { toVisibleLine } from './printable.ts';
import { formatBytes, formatDuration, formatShare } from './quantities.ts';
import type { FigureBlocks } from './summary.ts';
import { formatFailures, formatSlowest } from './summary-failures.ts';
import { formatCoverage, formatSizes } from './summary-files.ts';
import { formatJob, STATUS_SIGNS } from './summary-job.ts';
import { formatRunner } from './summary-runner.ts';
import { countBroken, formatTests } from './summary-tests.ts';

/** The figures of reports, job and runner, as blocks of the job summary. */
export function formatFigures(figures: Figures): FigureBlocks {
  const { tests, coverage = [], sizes = [], job, runner, reports = {} } = figures;
  const tables = [
    ...(tests === undefined ? [] : [...formatTests(tests, reports.junit), ...formatSlowest(tests)]),
    ...(coverage.length === 0 ? [] : formatCoverage(coverage, reports.coverage)),
    ...(sizes.length === 0 ? [] : formatSizes(sizes)),
    ...(job === undefined ? [] : formatJob(job)),
    ...(runner === undefined ? [] : formatRunner(runner)),
  ];
  return {
    headline: formatHeadline(figures),
    failures: tests === undefined ? [] : formatFailures(tests),
    tables,
  };
}

const MAX_NAME_CHARACTERS = 40;
/** More sizes than these are shown as their sum. */
const MAX_SIZES = 2;

/** The job in one line: `❌ 1 of 1,016 tests failed · 24.4 s · coverage 50.6 % · bundle 1.06 MiB`. */
function formatHeadline({ tests, coverage = [], sizes = [], job }: Figures): string[] {
  const parts = [
    ...describeTests(tests),
    ...describeJob(job),
    ...describeCoverage(coverage),
    ...describeSizes(sizes),
  ];
  if (parts.length === 0) return [];
  const sign = findSign(tests, job);
  return [`<p>${sign === '' ? '' : `${sign} `}<b>${escapeHtml(parts.join(' · '))}</b></p>`];
}

/** The sign of the worst result; empty without tests and without a job. */
function findSign(tests: TestFigures | undefined, job: JobFigures | undefined): string {
  if (tests !== undefined && countBroken(tests) > 0) return '❌';
  if (job !== undefined && job.status !== 'success') return STATUS_SIGNS[job.status];
  if (tests?.total === 0) return '⚠️';
  return tests === undefined && job === undefined ? '' : '✅';
}

function describeTests(tests: TestFigures | undefined): string[] {
  if (tests === undefined) return [];
  const { total, passed, durationSeconds } = tests;
  const broken = countBroken(tests);
  const took = durationSeconds === undefined || total === 0 ? [] : [formatDuration(durationSeconds)];
  if (total === 0) return ['no tests'];
  const noun = total === 1 ? 'test' : 'tests';
  if (broken > 0) return [`${formatCount(broken)} of ${formatCount(total)} ${noun} failed`, ...took];
  const rest = total - passed;
  if (rest === 0) return [`${formatCount(total)} ${noun} passed`, ...took];
  return [
    `${formatCount(passed)} of ${formatCount(total)} ${noun} passed, ${formatCount(rest)} skipped`,
    ...took,
  ];
}

function describeJob(job: JobFigures | undefined): string[] {
  return job === undefined ? [] : [`job ${job.status} after ${formatDuration(job.durationSeconds)}`];
}

function describeCoverage(coverage: readonly CoverageFigure[]): string[] {
  const first = coverage.find(({ kind }) => kind === 'lines') ?? coverage[0];
  return first === undefined ? [] : [`coverage ${formatShare(first.covered, first.total)}`];
}

function describeSizes(sizes: readonly SizeFigure[]): string[] {
  if (sizes.length <= MAX_SIZES)
    return sizes.map(
      ({ name, bytes }) => `${toVisibleLine(name, MAX_NAME_CHARACTERS)} ${formatBytes(bytes)}`,
    );
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  return [`${formatCount(sizes.length)} sizes, together ${formatBytes(bytes)}`];
}
