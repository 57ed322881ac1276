import type { SuiteFigures, TestCounts, TestFigures } from '../model/figures.ts';
import { formatCount, formatCounted, formatOrigin } from './amounts.ts';
import { type Column, secondsColumn } from './column.ts';
import { type Cell, details, formatCells, nameCell, numberCell, table } from './html.ts';

const MAX_SUITES = 20;
const HEADS = ['', 'Tests', 'Passed', 'Failed', 'Errors', 'Skipped', 'Flaky'];

/** The test results: all together, then the suites, the worst first. */
export function formatTests(tests: TestFigures, reports?: number): string[] {
  const title = `#### Tests${formatOrigin(reports)}`;
  const all = formatTable([[{ html: `${signOf(tests)} <b>all</b>` }, tests]]);
  const suites = tests.suites.filter(({ total }) => total > 0);
  if (suites.length === 0) return [title, all];
  const shown = rankSuites(suites).slice(0, MAX_SUITES);
  const rest = suites.length - shown.length;
  const more = rest > 0 ? `\n… and ${formatCounted(rest, 'more suite')}.` : '';
  const body = formatTable(shown.map((suite) => [nameSuite(suite), suite]));
  return [title, all, details(formatHead(suites), `${body}${more}`)];
}

function formatTable(tested: ReadonlyArray<readonly [name: Cell, counts: TestCounts]>): string {
  const time = secondsColumn(tested.map(([, { durationSeconds }]) => durationSeconds ?? Number.NaN));
  const rows = tested.map(([name, counts]) => formatRow({ name, counts, time }));
  return table([...HEADS, `Time, ${time.unit}`], rows);
}

/** The suites with the most failures, then the most flaky ones, then the slowest. */
export function rankSuites(suites: readonly SuiteFigures[]): readonly SuiteFigures[] {
  return suites.toSorted(
    (one, other) =>
      countBroken(other) - countBroken(one) ||
      other.flaky - one.flaky ||
      (other.durationSeconds ?? 0) - (one.durationSeconds ?? 0),
  );
}

/** Failures and errors together. */
export function countBroken({ failed, errors }: TestCounts): number {
  return failed + errors;
}

function formatHead(suites: readonly SuiteFigures[]): string {
  const broken = suites.filter(isBroken).length;
  const order = broken > 0 ? `${formatCount(broken)} with failures, the worst first` : 'the slowest first';
  return `${formatCounted(suites.length, 'suite')}, ${order}`;
}

function isBroken(counts: TestCounts): boolean {
  return countBroken(counts) > 0;
}

/** No tests prove nothing. */
function signOf(counts: TestCounts): string {
  if (counts.total === 0) return '⚠️';
  return isBroken(counts) ? '❌' : '✅';
}

function nameSuite(suite: SuiteFigures): Cell {
  return { html: `${signOf(suite)} ${nameCell(suite.name).html}` };
}

function formatRow({ name, counts, time }: { name: Cell; counts: TestCounts; time: Column }): string {
  const { total, passed, failed, errors, skipped, flaky } = counts;
  const numbers = [total, passed].map((count) => numberCell(formatCount(count)));
  const findings = [failed, errors, skipped, flaky].map((count) =>
    count === 0 ? numberCell('–') : { html: `<b>${formatCount(count)}</b>`, isNumber: true },
  );
  return formatCells([
    name,
    ...numbers,
    ...findings,
    numberCell(time.format(counts.durationSeconds ?? Number.NaN)),
  ]);
}
