import { type CheckFigures, type MetricVerdict, VERDICTS } from '../model/verdict.ts';
import { formatCounted } from './amounts.ts';
import { formatHistoryChart } from './chart.ts';
import { code, details, escapeHtml, paragraph, table, takeWithin } from './html.ts';
import {
  countVerdicts,
  explainVerdict,
  formatAmount,
  formatDirection,
  formatRange,
  formatSparkline,
} from './verdict-words.ts';

/** The number of findings that are shown unfolded in the summary. */
const MAX_OPEN_ROWS = 25;
const MAX_TABLE_BYTES = 150_000;
const MAX_CHARTS = 3;
const FINDINGS = ['limit', 'regressed', 'unusual', 'improved'];

/** The comparison with the history, as blocks of a job summary: the findings first, then everything else, folded. */
export function formatCheck(check: CheckFigures): string[] {
  const { metrics, notices } = check;
  const remarks = notices.map(paragraph);
  if (metrics.length === 0) return remarks;
  const found = metrics
    .filter(({ verdict }) => FINDINGS.includes(verdict))
    .toSorted((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));
  const rest = metrics.filter(({ verdict }) => !FINDINGS.includes(verdict));
  const [open, folded] = [found.slice(0, MAX_OPEN_ROWS), [...found.slice(MAX_OPEN_ROWS), ...rest]];
  const charts = found
    .filter(({ verdict }) => verdict === 'regressed')
    .slice(0, MAX_CHARTS)
    .map(formatHistoryChart);
  return [
    `#### Is it normal? ${escapeHtml(countVerdicts(metrics))}`,
    ...(open.length === 0 ? [] : [formatTable(open, check)]),
    ...charts.filter((chart) => chart !== undefined),
    ...(folded.length === 0
      ? []
      : [details(formatCounted(folded.length, 'more metric'), formatTable(folded, check))]),
    ...remarks,
  ];
}

function formatTable(metrics: readonly MetricVerdict[], { graphiteUrl }: CheckFigures): string {
  const heads = ['Metric', 'Now', 'Usual (of 40)', 'Last 20', 'Verdict'];
  const rows = takeWithin(
    metrics.map((metric) => formatRow(metric, graphiteUrl)),
    MAX_TABLE_BYTES,
  );
  const rest = metrics.length - rows.length;
  const more = rest > 0 ? `\n${paragraph(`… and ${formatCounted(rest, 'more metric')}.`)}` : '';
  return `${table(heads, rows)}${more}`;
}

function formatRow(metric: MetricVerdict, graphiteUrl: string | undefined): string {
  const { path, value, usual, recent, verdict, comparedWith } = metric;
  const words = explainVerdict(metric);
  const isFinding = verdict === 'limit' || verdict === 'regressed';
  // The column is narrow: the verdict is bold, and not its reason.
  const [head, reason] = isFinding ? splitReason(words) : ['', words];
  const name = code(path).html;
  const linked =
    graphiteUrl === undefined
      ? name
      : `<a href="${escapeHtml(toLink(graphiteUrl, comparedWith))}">${name}</a>`;
  const cells = [
    `<td>${linked}&nbsp;${formatDirection(metric)}</td>`,
    `<td align="right">${formatUnbroken(formatAmount(path, value))}</td>`,
    `<td align="right">${formatUnbroken(formatRange(path, usual))}</td>`,
    `<td>${formatSparkline(recent)}</td>`,
    `<td>${head === '' ? '' : `<b>${escapeHtml(head)}</b>`}${escapeHtml(reason)}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

/** `regressed +17 %` and `: 3 runs in a row`. */
function splitReason(words: string): readonly [head: string, reason: string] {
  const end = words.search(/:| in this run$/);
  return end === -1 ? [words, ''] : [words.slice(0, end), words.slice(end)];
}

/** An amount such as `5 min 3 s`, which a narrow column must not break. */
function formatUnbroken(amount: string): string {
  return escapeHtml(amount).replaceAll(' ', '&nbsp;');
}

/**
 * A link to Graphite's graph of a series. It is not embedded as an image, because that would show the address to
 * every reader of the page.
 */
function toLink(graphiteUrl: string, series: string): string {
  return `${graphiteUrl}render?target=${encodeURIComponent(series)}&from=-90d&lineMode=connected&width=900`;
}
