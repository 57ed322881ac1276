import type { Figures } from '../model/figures.ts';
import type { FigureBlocks } from './summary.ts';
import { formatFailures, formatSlowest } from './summary-failures.ts';
import { formatCoverage, formatSizes } from './summary-files.ts';
import { formatJob } from './summary-job.ts';
import { formatRunner } from './summary-runner.ts';
import { formatTests } from './summary-tests.ts';
import { formatVerdictLine } from './summary-verdict.ts';

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
    verdict: formatVerdictLine(figures),
    failures: tests === undefined ? [] : formatFailures(tests),
    tables,
  };
}
