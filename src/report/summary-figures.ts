import type { Figures } from '../model/figures.ts';
import { formatCoverage, formatSizes } from './summary-files.ts';
import { formatJob } from './summary-job.ts';
import { formatOverview } from './summary-overview.ts';
import { formatRunner } from './summary-runner.ts';
import { formatTests } from './summary-tests.ts';

/** The figures of reports, job and runner, as blocks of the job summary. */
export function formatFigures(figures: Figures): readonly string[] {
  const { tests, coverage = [], sizes = [], job, runner, reports = {} } = figures;
  return [
    ...formatOverview(figures),
    ...(tests === undefined ? [] : formatTests(tests, reports.junit)),
    ...(coverage.length === 0 ? [] : formatCoverage(coverage, reports.coverage)),
    ...(sizes.length === 0 ? [] : formatSizes(sizes)),
    ...(job === undefined ? [] : formatJob(job)),
    ...(runner === undefined ? [] : formatRunner(runner)),
  ];
}
