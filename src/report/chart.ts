import type { MetricVerdict } from '../model/verdict.ts';
import { findUnit, formatInstant } from './amounts.ts';
import { formatFence, toLabel } from './mermaid.ts';
import type { ThinSeries } from './thin-out.ts';

/** Both are visible on white and on black. */
const ORANGE = '#d4811f';
const BLUE = '#2f81f7';
const MAX_TITLE_CHARACTERS = 90;
/** The share of the value range of a history that stays free above and below. */
const MARGIN = 0.1;

/** The content of a chart. */
export interface ChartSubject {
  /** Constant text, because nothing escapes it. */
  readonly title: string;
  readonly unit: string;
  /** How many of the measured unit are one of the shown unit. */
  readonly perUnit: number;
  /** The minimum of the axis's end. */
  readonly leastTop?: number;
}

/** Mean and maximum of a series over time, as Mermaid's xychart. */
export function formatChart(series: ThinSeries, subject: ChartSubject): string {
  const { unit: time, seconds } = chooseTimeUnit(series.spanSeconds);
  const list = (key: 'mean' | 'max'): string =>
    series.points.map((point) => formatNumber(point[key] / subject.perUnit)).join(', ');
  const highest = series.points.reduce((most, { max }) => Math.max(most, max), 0) / subject.perUnit;
  const top = Math.max(subject.leastTop ?? 0, roundUp(highest));
  const clock = formatInstant(series.startedAt)?.slice(11) ?? 'the start';
  const lines = [
    `title "${subject.title}: mean (blue) and maximum (orange)"`,
    `x-axis "${time} since ${clock.replace('Z', ' UTC')}" 0 --> ${formatNumber(series.spanSeconds / seconds)}`,
    `y-axis "${subject.unit}" 0 --> ${formatNumber(top)}`,
    `line [${list('max')}]`,
    `line [${list('mean')}]`,
  ];
  return formatXyChart(lines, [ORANGE, BLUE]);
}

/** The last runs of a metric, including this one, as Mermaid's xychart. */
export function formatHistoryChart({ path, recent }: MetricVerdict): string | undefined {
  // Mermaid's grammar has no exponent, and no numbers that need one.
  if (recent.length < 2 || !recent.every((value) => Math.abs(value) < 1e15)) return undefined;
  const [low, high] = [Math.min(...recent), Math.max(...recent)];
  const margin = high === low ? Math.max(1, Math.abs(high) * MARGIN) : (high - low) * MARGIN;
  const digits = Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(high - low || margin))));
  // Not as a number: a small one would get an exponent.
  const format = (value: number): string =>
    digits === 0 ? value.toFixed(0) : value.toFixed(digits).replace(/\.?0+$/, '');
  const bottom = low >= 0 ? Math.max(0, low - margin) : low - margin;
  const axis = { s: 'seconds', B: 'bytes', '%': 'percent', 'B/s': 'bytes per second' }[findUnit(path)];
  const lines = [
    `title "${toLabel(path, MAX_TITLE_CHARACTERS)}"`,
    `x-axis "last ${recent.length} runs, this one at the right" 1 --> ${recent.length}`,
    `y-axis "${axis ?? 'value'}" ${format(bottom)} --> ${format(high + margin)}`,
    `line [${recent.map(format).join(', ')}]`,
  ];
  return formatXyChart(lines, [ORANGE]);
}

function chooseTimeUnit(spanSeconds: number): { unit: string; seconds: number } {
  if (spanSeconds < 180) return { unit: 'seconds', seconds: 1 };
  return spanSeconds < 4 * 3600 ? { unit: 'minutes', seconds: 60 } : { unit: 'hours', seconds: 3600 };
}

/** Mermaid's grammar has no exponent. */
function formatNumber(number: number): string {
  return String(Number(Math.min(number, 1e15).toFixed(2)));
}

/** The next good end of an axis: 1, 2, 2.5, 5 or 10 times a power of ten. */
function roundUp(number: number): number {
  if (!(number > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(number));
  const step = [1, 2, 2.5, 4, 5, 6, 8, 10].find((factor) => factor * power >= number) ?? 10;
  return Math.max(0.01, step * power);
}

/** A diagram of Mermaid with a colour for each line. */
function formatXyChart(lines: readonly string[], colours: readonly string[]): string {
  return formatFence(['xychart-beta', ...lines], {
    xyChart: { width: 900, height: 300, titleFontSize: 16 },
    themeVariables: { xyChart: { plotColorPalette: colours.join(', ') } },
  });
}
