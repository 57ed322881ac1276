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

/** What the tables show besides the metrics. */
interface TableView extends Pick<CheckFigures, 'graphiteUrl'> {
  /** What all paths start with, with a dot at its end; it stands above the tables. Empty if there is no such start. */
  readonly parent: string;
}

/** The comparison with the history, as blocks of a job summary: the findings first, then everything else, folded. */
export function formatCheck(check: CheckFigures): string[] {
  const { metrics, notices, graphiteUrl } = check;
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
  const parent = findParent(metrics.map(({ path }) => path));
  const view = { parent, ...(graphiteUrl === undefined ? {} : { graphiteUrl }) };
  return [
    `#### Is it normal? ${escapeHtml(countVerdicts(metrics))}`,
    ...(parent === '' ? [] : [`<p>Metrics below ${formatPath(parent.slice(0, -1))}:</p>`]),
    ...(open.length === 0 ? [] : [formatTable(open, view)]),
    ...charts.filter((chart) => chart !== undefined),
    ...(folded.length === 0
      ? []
      : [details(formatCounted(folded.length, 'more metric'), formatTable(folded, view))]),
    ...remarks,
  ];
}

/** The nodes that all of several paths start with. At least one node of each path is left. */
function findParent(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  if (others.length === 0) return '';
  let parent = first;
  do parent = parent.slice(0, parent.lastIndexOf('.', parent.length - 2) + 1);
  while (!others.every((path) => path.startsWith(parent)));
  return parent;
}

function formatTable(metrics: readonly MetricVerdict[], view: TableView): string {
  // A phone shows two or three columns without scrolling.
  const heads = ['Metric', 'Verdict', 'Now', 'Usual (of 40)', 'Last 20'];
  const rows = takeWithin(
    metrics.map((metric) => formatRow(metric, view)),
    MAX_TABLE_BYTES,
  );
  const rest = metrics.length - rows.length;
  const more = rest > 0 ? `\n${paragraph(`… and ${formatCounted(rest, 'more metric')}.`)}` : '';
  return `${table(heads, rows)}${more}`;
}

function formatRow(metric: MetricVerdict, { parent, graphiteUrl }: TableView): string {
  const { path, value, usual, recent, verdict, comparedWith } = metric;
  const words = explainVerdict(metric);
  const isFinding = verdict === 'limit' || verdict === 'regressed';
  // Its reason is long; only the verdict itself is bold.
  const [head, reason] = isFinding ? splitReason(words) : ['', words];
  const name = formatPath(path.slice(parent.length));
  const linked =
    graphiteUrl === undefined
      ? name
      : `<a href="${escapeHtml(toLink(graphiteUrl, comparedWith))}">${name}</a>`;
  const cells = [
    `<td>${linked}&nbsp;${formatDirection(metric)}</td>`,
    `<td>${head === '' ? '' : `<b>${escapeHtml(head)}</b>`}${escapeHtml(reason)}</td>`,
    `<td align="right">${formatUnbroken(formatAmount(path, value))}</td>`,
    `<td align="right">${formatUnbroken(formatRange(path, usual))}</td>`,
    // In another font, the bars of some systems take a third of the page.
    `<td><samp>${formatSparkline(recent)}</samp></td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

/** A path that a narrow column may break after a dot or an underscore, so that the other columns have room. */
function formatPath(path: string): string {
  return code(path).html.replace(/\.|&#95;/g, '$&<wbr>');
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
