import type { CoverageFigure, Figures, JobFigures, SizeFigure, TestFigures } from '../model/figures.ts';
import { formatBytes, formatCount, formatDuration, formatShare } from './amounts.ts';
import { escapeHtml } from './html.ts';
import { STATUS_SIGNS } from './summary-job.ts';
import { listTotals, type Total } from './summary-runner.ts';
import { countBroken } from './summary-tests.ts';

/** The main number of a part, and its label. */
interface Tile {
  readonly head: string;
  readonly text: string;
}

/** One row with the main numbers; empty if it would only repeat a single part. */
export function formatOverview(figures: Figures): string[] {
  const tiles = [
    ...tellJob(figures.job),
    ...tellTests(figures.tests),
    ...tellCoverage(figures.coverage),
    ...tellSizes(figures.sizes),
    ...tellRunner(figures),
  ];
  if (tiles.length < 2) return [];
  const heads = tiles.map(({ head }) => `<th>${escapeHtml(head)}</th>`).join('');
  const texts = tiles.map(({ text }) => `<td align="center"><b>${escapeHtml(text)}</b></td>`).join('');
  return [`<table><tr>${heads}</tr>\n<tr>${texts}</tr>\n</table>`];
}

function tellJob(job: JobFigures | undefined): Tile[] {
  if (job === undefined) return [];
  return [
    {
      head: `Job: ${job.status}`,
      text: `${STATUS_SIGNS[job.status]} ${formatDuration(job.durationSeconds)}`,
    },
  ];
}

function tellTests(tests: TestFigures | undefined): Tile[] {
  if (tests === undefined) return [];
  const broken = countBroken(tests);
  const total = formatCount(tests.total);
  if (broken > 0) return [{ head: 'Tests', text: `❌ ${formatCount(broken)} of ${total} failed` }];
  return [{ head: 'Tests', text: `✅ ${formatCount(tests.passed)} of ${total} passed` }];
}

function tellCoverage(coverage: readonly CoverageFigure[] | undefined): Tile[] {
  const first = coverage?.find(({ kind }) => kind === 'lines') ?? coverage?.[0];
  if (first === undefined) return [];
  return [{ head: `Coverage, ${first.kind}`, text: formatShare(first.covered, first.total) }];
}

function tellSizes(sizes: readonly SizeFigure[] | undefined): Tile[] {
  if (sizes === undefined || sizes.length === 0) return [];
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  return [{ head: 'Sizes, together', text: formatBytes(bytes) }];
}

function tellRunner({ runner }: Figures): Tile[] {
  if (runner === undefined) return [];
  const totals = listTotals(runner);
  const find = (key: string): Total | undefined => totals.find((total) => total.key === key);
  return [
    { head: 'CPU, mean', text: find('cpuPercent')?.mean },
    { head: 'Memory, maximum', text: find('memoryUsedBytes')?.max },
  ].flatMap(({ head, text }) => (text === undefined ? [] : [{ head, text }]));
}
