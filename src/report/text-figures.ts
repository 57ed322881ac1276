import type {
  CoverageFigure,
  Figures,
  JobFigures,
  RunnerFigures,
  SizeFigure,
  TestFailure,
  TestFigures,
} from '../model/figures.ts';
import { formatCount, formatCounted, formatOrigin } from './amounts.ts';
import type { Paint } from './paint.ts';
import { toPrintable, toVisibleLine } from './printable.ts';
import { formatBytes, formatDuration, formatShare } from './quantities.ts';
import { listTotals } from './summary-runner.ts';
import { countBroken, rankSuites } from './summary-tests.ts';

const MAX_NAMES = 5;
const MAX_NAME_CHARACTERS = 60;
const MAX_MESSAGE_CHARACTERS = 120;
const HEAD_CHARACTERS = 10;

/** What the run knows about its job, a few lines per part. */
export function formatFigures(figures: Figures, paint: Paint): string[] {
  const { tests, coverage = [], sizes = [], job, runner, reports = {} } = figures;
  const parts: ReadonlyArray<readonly [head: string, lines: readonly string[]]> = [
    ['Tests', tests === undefined ? [] : listTests(tests, { origin: formatOrigin(reports.junit), paint })],
    ['Coverage', listCoverage(coverage, formatOrigin(reports.coverage))],
    ['Sizes', listSizes(sizes, paint)],
    ['Job', job === undefined ? [] : listJob(job, paint)],
    ['Runner', runner === undefined ? [] : listRunner(runner)],
  ];
  return parts.flatMap(([head, lines]) =>
    lines.map((line, index) => {
      const padded = (index === 0 ? head : '').padEnd(HEAD_CHARACTERS);
      return `${paint('head', padded)}${line}`;
    }),
  );
}

function listTests(
  tests: TestFigures,
  { origin, paint }: { readonly origin: string; readonly paint: Paint },
): string[] {
  const { passed, failed, errors, skipped, flaky } = tests;
  const parts = [
    paint(tests.total === 0 ? 'warning' : 'good', `${formatCount(passed)} passed`),
    ...(failed > 0 ? [paint('bad', `${formatCount(failed)} failed`)] : []),
    ...(errors > 0 ? [paint('bad', formatCounted(errors, 'error'))] : []),
    ...(skipped > 0 ? [`${formatCount(skipped)} skipped`] : []),
    ...(flaky > 0 ? [paint('warning', `${formatCount(flaky)} flaky`)] : []),
  ];
  const took = tests.durationSeconds === undefined ? '' : ` in ${formatDuration(tests.durationSeconds)}`;
  const total = `${formatCount(tests.total)}${took}${origin}: ${parts.join(', ')}`;
  const failing = (tests.failures ?? []).slice(0, MAX_NAMES).map((one) => listFailure(one, paint));
  const unnamed = failing.length === 0 ? 0 : countBroken(tests) - failing.length;
  const broken = rankSuites(tests.suites).filter((suite) => countBroken(suite) > 0);
  const names = broken
    .slice(0, MAX_NAMES)
    .map(
      (suite) =>
        `${paint('bad', formatCounted(countBroken(suite), 'failure'))} of ${formatCount(suite.total)} in ${toName(suite.name)}`,
    );
  return [
    total,
    ...failing,
    ...countRest({ rest: unnamed, noun: 'failed test' }, paint),
    ...names,
    ...countRest({ rest: broken.length - names.length, noun: 'suite' }, paint),
  ];
}

function listFailure({ name, parent, message }: TestFailure, paint: Paint): string {
  const where = parent === undefined ? '' : ` (${toName(parent)})`;
  const detail =
    message === undefined ? '' : `: ${toPrintable(toVisibleLine(message, MAX_MESSAGE_CHARACTERS))}`;
  return `${paint('bad', 'failed')} ${toName(name === '' ? 'a test without a name' : name)}${where}${detail}`;
}

function listCoverage(coverage: readonly CoverageFigure[], origin: string): string[] {
  if (coverage.length === 0) return [];
  const kinds = coverage.map(
    ({ kind, covered, total }) =>
      `${kind} ${formatShare(covered, total)} (${formatCount(covered)} of ${formatCount(total)})`,
  );
  return [`${kinds.join(', ')}${origin}`];
}

function listSizes(sizes: readonly SizeFigure[], paint: Paint): string[] {
  const shown = sizes.toSorted((one, other) => other.bytes - one.bytes).slice(0, MAX_NAMES);
  const lines = shown.map(
    ({ name, bytes, gzipBytes, files }) =>
      `${formatBytes(bytes)}, ${formatBytes(gzipBytes)} with gzip, ${formatCounted(files, 'file')}: ${toName(name)}`,
  );
  return [...lines, ...countRest({ rest: sizes.length - shown.length, noun: 'name' }, paint)];
}

function listJob(job: JobFigures, paint: Paint): string[] {
  const status = paint(job.status === 'success' ? 'good' : 'bad', job.status);
  const slowest = job.steps
    .map(({ name, startedAt, endedAt }) => ({ name, seconds: endedAt - startedAt }))
    .toSorted((one, other) => other.seconds - one.seconds)[0];
  const steps =
    slowest === undefined
      ? ''
      : `, ${formatCounted(job.steps.length, 'step')}; the longest ${formatDuration(slowest.seconds)}: ${toName(slowest.name)}`;
  return [`${status} in ${formatDuration(job.durationSeconds)}${steps}`];
}

function listRunner(runner: RunnerFigures): string[] {
  const totals = listTotals(runner).filter(({ key }) => key === 'cpuPercent' || key === 'memoryUsedBytes');
  const parts = totals.map(({ name, mean, max }) => `${name} ${mean} (at most ${max})`);
  return parts.length === 0 ? [] : [parts.join(', ')];
}

function toName(name: string): string {
  return toPrintable(toVisibleLine(name, MAX_NAME_CHARACTERS));
}

function countRest({ rest, noun }: { readonly rest: number; readonly noun: string }, paint: Paint): string[] {
  return rest > 0 ? [paint('faint', `… and ${formatCounted(rest, `more ${noun}`)}`)] : [];
}
