import { escapeInvisible } from '../model/errors.ts';
import { type CheckFigures, type MetricVerdict, VERDICTS, type Verdict } from '../model/verdict.ts';
import { formatCounted } from './amounts.ts';
import { createPaint, type Meaning, type Paint } from './paint.ts';
import { toPrintable } from './printable.ts';
import type { TextView } from './text.ts';
import { alignRows, type TextRow } from './text-table.ts';
import {
  countVerdicts,
  explainVerdict,
  formatAmount,
  formatDirection,
  formatRange,
  formatSparkline,
} from './verdict-words.ts';

const MAX_ROWS = 30;
const INDENT = '  ';
const MEANINGS: Readonly<Record<Verdict, Meaning>> = {
  limit: 'bad',
  regressed: 'bad',
  unusual: 'warning',
  improved: 'good',
  ok: 'faint',
  short: 'faint',
  unknown: 'faint',
};

/**
 * The comparison with the history, as a table with an explanation below each finding, the worst first; every line
 * ends with LF. Outside content cannot be a control character or a workflow command.
 */
export function formatCheckText({ metrics }: CheckFigures, view: TextView): string {
  if (metrics.length === 0) return '';
  const paint = createPaint(view.hasColour);
  const ranked = metrics.toSorted(
    (one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict),
  );
  const shown = ranked.slice(0, MAX_ROWS);
  const heads: TextRow = ['Metric', 'Now', 'Usual', 'Last 20 runs'];
  const rows = [heads, ...shown.map(toRow)];
  const [head = '', ...body] = alignRows(rows, { numbers: [1, 2], columns: view.columns });
  const rest = ranked.length - shown.length;
  const lines = [
    paint('head', head),
    ...shown.flatMap((metric, index) => [body[index] ?? '', ...formatWords(metric, paint)]),
    ...(rest > 0 ? [paint('faint', `… and ${formatCounted(rest, 'more metric')}`)] : []),
    `${paint('head', 'Verdicts')}  ${countVerdicts(metrics)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function toRow(metric: MetricVerdict): TextRow {
  const { path, value, usual, recent } = metric;
  const direction = formatDirection(metric);
  return [
    toPrintable(escapeInvisible(direction === '' ? path : `${path} ${direction}`)),
    formatAmount(path, value),
    formatRange(path, usual),
    formatSparkline(recent),
  ];
}

/** A usual value needs no explanation. */
function formatWords(metric: MetricVerdict, paint: Paint): string[] {
  if (metric.verdict === 'ok') return [];
  return [`${INDENT}${paint(MEANINGS[metric.verdict], explainVerdict(metric))}`];
}
