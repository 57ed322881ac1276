import { escapeInvisible } from '../model/errors.ts';
import type { Trend } from '../model/trend.ts';
import { formatCount, formatCounted } from './amounts.ts';
import { createPaint, type Meaning } from './paint.ts';
import { toPrintable } from './printable.ts';
import type { TextView } from './text.ts';
import { cutStart } from './text-table.ts';
import {
  formatAmount,
  formatChange,
  formatDirection,
  formatRange,
  formatSparkline,
  formatTime,
} from './verdict-words.ts';

/** The output, and the time of the reader. */
interface TrendView extends TextView {
  /** Epoch seconds. Times long before it have their year. */
  readonly nowSeconds?: number;
}

const INDENT = '  ';
const MAX_STEPS = 5;
/** The text next to the sparkline. */
const WORDS_CHARACTERS = 45;
const LEAST_BARS = 10;
const LEAST_COLUMNS = 20;

/**
 * Each series with its sparkline, its usual range, its last steps and its drift; every line ends. No outside content in it
 * is a control or a workflow command.
 */
export function formatTrends(trends: readonly Trend[], view: TrendView): string {
  const columns = Math.max(LEAST_COLUMNS, view.columns ?? Number.POSITIVE_INFINITY);
  return trends
    .flatMap((trend) => formatTrend(trend, { ...view, columns }))
    .map((line) => `${line}\n`)
    .join('');
}

function formatTrend(
  trend: Trend,
  { columns, hasColour, nowSeconds }: TrendView & { readonly columns: number },
): string[] {
  const paint = createPaint(hasColour);
  const { path, recent, usual, steps, drift, runs } = trend;
  const bars = recent.slice(-Math.max(LEAST_BARS, columns - WORDS_CHARACTERS));
  const last = recent.at(-1);
  if (last === undefined) return [];
  const range = usual === undefined ? '' : `, usual ${formatRange(path, usual)}`;
  const shown = steps.slice(-MAX_STEPS);
  const hidden = steps.length - shown.length;
  const indent = (meaning: Meaning, words: string): string =>
    `${INDENT}${paint(meaning, cut(words, columns - INDENT.length))}`;
  return [
    paint('head', formatPath(trend, columns)),
    cut(`${INDENT}${formatSparkline(bars)}  ${formatAmount(path, last)}${range}`, columns),
    ...(hidden > 0 ? [indent('faint', `… ${formatCounted(hidden, 'earlier step')}`)] : []),
    ...shown.map(({ time, from, to, change }) => {
      const amounts = `${formatAmount(path, from)} to ${formatAmount(path, to)}`;
      const words = [`step ${formatChange(change)}`.trim(), amounts, formatTime(time, nowSeconds)].join(', ');
      return indent(toMeaning(trend, to - from), words);
    }),
    ...(drift === undefined ? [] : [indent(toMeaning(trend, drift.change), formatDrift(drift, nowSeconds))]),
    ...(usual === undefined ? [indent('faint', `short: ${formatCounted(runs, 'run')} so far`)] : []),
  ];
}

function formatDrift({ change, runs, since }: NonNullable<Trend['drift']>, nowSeconds?: number): string {
  return `drift ${formatChange(change)} in ${formatCount(runs)} runs, since ${formatTime(since, nowSeconds)}`;
}

function formatPath(trend: Trend, columns: number): string {
  const direction = formatDirection(trend);
  const path = toPrintable(escapeInvisible(trend.path));
  const room = columns - (direction === '' ? 0 : direction.length + 1);
  const shown = cutStart(path, room);
  return direction === '' ? shown : `${shown} ${direction}`;
}

function cut(text: string, columns: number): string {
  return text.length > columns ? `${text.slice(0, columns - 1)}…` : text;
}

function toMeaning({ better }: Trend, change: number): Meaning {
  if (better === 'neither') return 'warning';
  return change > 0 === (better === 'higher') ? 'good' : 'bad';
}
