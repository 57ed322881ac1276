import { escapeInvisible } from '../model/errors.ts';
import { type CheckFigures, type MetricVerdict, VERDICTS, type Verdict } from '../model/verdict.ts';
import { formatCounted } from './amounts.ts';
import { createPaint, type Meaning, type Paint } from './paint.ts';
import { toPrintable } from './printable.ts';
import type { TextView } from './text.ts';
import {
  countVerdicts,
  explainVerdict,
  formatAmount,
  formatDirection,
  formatRange,
  formatSparkline,
} from './verdict-words.ts';

const MAX_ROWS = 30;
const GAP = '  ';
/** A shorter path would be useless. */
const LEAST_PATH_CHARACTERS = 20;
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
  const heads: Row = { path: 'Metric', now: 'Now', usual: 'Usual', recent: 'Last 20 runs' };
  const rows = shown.map(toRow);
  const widths = measure([heads, ...rows], view.columns);
  const rest = ranked.length - shown.length;
  const lines = [
    paint('head', formatRow(heads, widths)),
    ...shown.flatMap((metric, index) => [
      formatRow(rows[index] ?? heads, widths),
      ...formatWords(metric, paint),
    ]),
    ...(rest > 0 ? [paint('faint', `… and ${formatCounted(rest, 'more metric')}`)] : []),
    `${paint('head', 'Verdicts')}  ${countVerdicts(metrics)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

interface Row {
  readonly path: string;
  readonly now: string;
  readonly usual: string;
  readonly recent: string;
}

function toRow(metric: MetricVerdict): Row {
  const { path, value, usual, recent } = metric;
  const direction = formatDirection(metric);
  return {
    path: toPrintable(escapeInvisible(direction === '' ? path : `${path} ${direction}`)),
    now: formatAmount(path, value),
    usual: formatRange(path, usual),
    recent: formatSparkline(recent),
  };
}

/** A usual value needs no explanation. */
function formatWords(metric: MetricVerdict, paint: Paint): string[] {
  if (metric.verdict === 'ok') return [];
  return [`${GAP}${paint(MEANINGS[metric.verdict], explainVerdict(metric))}`];
}

function measure(rows: readonly Row[], columns = Number.POSITIVE_INFINITY): Record<keyof Row, number> {
  const widest = (key: keyof Row): number => rows.reduce((most, row) => Math.max(most, row[key].length), 0);
  const others = { now: widest('now'), usual: widest('usual'), recent: widest('recent') };
  const room = columns - others.now - others.usual - others.recent - 3 * GAP.length;
  return { path: Math.min(widest('path'), Math.max(LEAST_PATH_CHARACTERS, room)), ...others };
}

function formatRow(row: Row, widths: Record<keyof Row, number>): string {
  // The end of a path distinguishes metrics.
  const path = row.path.length > widths.path ? `…${row.path.slice(1 - widths.path)}` : row.path;
  const cells = [
    path.padEnd(widths.path),
    row.now.padStart(widths.now),
    row.usual.padStart(widths.usual),
    row.recent,
  ];
  return cells.join(GAP).trimEnd();
}
