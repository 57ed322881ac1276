import type { SlowTest, TestFailure, TestFigures, TestName } from '../model/figures.ts';
import { formatCount, formatCounted } from './amounts.ts';
import { secondsColumn } from './column.ts';
import { details, escapeHtml, formatCells, numberCell, paragraph, table, takeWithin } from './html.ts';
import { toVisibleLine } from './printable.ts';
import { countBroken } from './summary-tests.ts';

const MAX_OPEN = 10;
const MAX_FOLDED = 90;
const MAX_BYTES = 200_000;
const MAX_CHARACTERS = 200;

/** The failing tests by name, each with the first line of its message; the first ten open, the others folded. */
export function formatFailures(tests: TestFigures): string[] {
  const { failures = [] } = tests;
  const items = takeWithin(failures.slice(0, MAX_OPEN + MAX_FOLDED).map(formatFailure), MAX_BYTES);
  if (items.length === 0) return [];
  const [open, folded] = [items.slice(0, MAX_OPEN), items.slice(MAX_OPEN)];
  const rest = countBroken(tests) - items.length;
  return [
    '#### Failed tests',
    formatList(open),
    ...(folded.length === 0
      ? []
      : [details(`${formatCounted(folded.length, 'more failed test')}`, formatList(folded))]),
    ...(rest > 0 ? [paragraph(`… and ${formatCounted(rest, 'more failed test')}.`)] : []),
  ];
}

/** The slowest tests, folded. */
export function formatSlowest({ slowest = [] }: TestFigures): string[] {
  if (slowest.length < 2) return [];
  const { unit, format } = secondsColumn(slowest.map(({ durationSeconds }) => durationSeconds));
  const rows = slowest.map((test: SlowTest) =>
    formatCells([{ html: formatName(test) }, numberCell(format(test.durationSeconds))]),
  );
  return [details(`The ${formatCount(slowest.length)} slowest tests`, table(['', `Time, ${unit}`], rows))];
}

function formatList(items: readonly string[]): string {
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

function formatFailure(failure: TestFailure): string {
  const message = toVisibleLine(failure.message ?? '', MAX_CHARACTERS);
  const line = message === '' ? '' : `<br><code>${escapeHtml(message)}</code>`;
  return `<li>${formatName(failure)}${line}</li>`;
}

function formatName({ name, parent = '' }: TestName): string {
  const shown = toVisibleLine(name, MAX_CHARACTERS);
  const where = toVisibleLine(parent, MAX_CHARACTERS);
  const suffix = where === '' ? '' : ` <sub>${escapeHtml(where)}</sub>`;
  return `<b>${escapeHtml(shown === '' ? 'a test without a name' : shown)}</b>${suffix}`;
}
