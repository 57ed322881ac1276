import { type CheckFigures, type MetricVerdict, VERDICTS } from '../model/verdict.ts';
import { formatCounted } from './amounts.ts';
import { code, details, escapeHtml, paragraph, table, takeWithin } from './html.ts';
import {
  countVerdicts,
  explainVerdict,
  formatAmount,
  formatDirection,
  formatRange,
} from './verdict-words.ts';

/** The number of findings that are shown unfolded in the summary. */
const MAX_OPEN_ROWS = 25;
const MAX_TABLE_BYTES = 200_000;
const FINDINGS = ['limit', 'regressed', 'unusual', 'improved'];

/** The comparison with the history, as blocks of a job summary: the findings first, then everything else, folded. */
export function formatCheck(check: CheckFigures): string[] {
  const { metrics, leftOut } = check;
  if (metrics.length === 0) return [];
  const found = metrics
    .filter(({ verdict }) => FINDINGS.includes(verdict))
    .toSorted((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));
  const rest = metrics.filter(({ verdict }) => !FINDINGS.includes(verdict));
  const [open, folded] = [found.slice(0, MAX_OPEN_ROWS), [...found.slice(MAX_OPEN_ROWS), ...rest]];
  return [
    `#### Is it normal? ${escapeHtml(countVerdicts(metrics))}`,
    ...(open.length === 0 ? [] : [formatTable(open)]),
    ...(folded.length === 0
      ? []
      : [details(`${formatCounted(folded.length, 'more metric')}`, formatTable(folded))]),
    ...(leftOut === 0
      ? []
      : [paragraph(`${formatCounted(leftOut, 'metric')} more than can be judged in one run.`)]),
  ];
}

function formatTable(metrics: readonly MetricVerdict[]): string {
  const heads = ['Metric', 'Now', 'Usual (of 40)', 'Last 20', 'Verdict'];
  return table(heads, takeWithin(metrics.map(formatRow), MAX_TABLE_BYTES));
}

function formatRow(metric: MetricVerdict): string {
  const { path, value, usual, recent, verdict } = metric;
  const words = escapeHtml(explainVerdict(metric));
  const isFinding = verdict === 'limit' || verdict === 'regressed';
  const cells = [
    `<td>${code(path).html} ${formatDirection(metric)}</td>`,
    `<td align="right">${escapeHtml(formatAmount(path, value))}</td>`,
    `<td align="right">${escapeHtml(formatRange(path, usual))}</td>`,
    `<td>${formatSparkline(recent)}</td>`,
    `<td>${isFinding ? `<b>${words}</b>` : words}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

const BARS = '▁▂▃▄▅▆▇█';

/** One bar for each value, from the lowest to the highest; all low if the values are equal. */
export function formatSparkline(values: readonly number[]): string {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return values
    .map(
      (value) =>
        BARS[span === 0 ? 0 : Math.min(BARS.length - 1, Math.floor(((value - least) / span) * BARS.length))],
    )
    .join('');
}
