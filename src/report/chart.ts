import type { MetricVerdict } from '../model/verdict.ts';
import { findUnit, formatInstant } from './amounts.ts';
import { formatFence, toLabel } from './mermaid.ts';
import { BYTE_UNITS } from './quantities.ts';
import type { ThinSeries } from './thin-out.ts';

/** Both are visible on white and on black. */
const ORANGE = '#d4811f';
const BLUE = '#2f81f7';
const MAX_TITLE_CHARACTERS = 90;
/** The share of the value range of a history that stays free above and below, at least. */
const MARGIN = 0.05;
/** Mermaid labels an axis at multiples of 1, 2 or 5 times a power of ten: up to 15 of them, but not with these steps. */
const AXIS_STEPS = { min: 8, max: 10 };

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
  const { name, perUnit } = chooseShownUnit(findUnit(path), Math.max(...recent.map(Math.abs)));
  const values = recent.map((value) => value / perUnit);
  const { bottom, top } = chooseAxis(Math.min(...values), Math.max(...values));
  const digits = Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(top - bottom))));
  // Not as a number: a small one would get an exponent.
  const format = (value: number): string =>
    digits === 0 ? value.toFixed(0) : value.toFixed(digits).replace(/\.?0+$/, '');
  const lines = [
    `title "${toLabel(path, MAX_TITLE_CHARACTERS)}"`,
    `x-axis "last ${recent.length} runs, this one at the right" 1 --> ${recent.length}`,
    `y-axis "${name}" ${format(bottom)} --> ${format(top)}`,
    `line [${values.map(format).join(', ')}]`,
  ];
  return formatXyChart(lines, [ORANGE]);
}

/** The name of an axis, and how many of the measured unit are one of the shown unit. */
function chooseShownUnit(unit: string, highest: number): { readonly name: string; readonly perUnit: number } {
  if (unit === 'B' || unit === 'B/s') {
    const power = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log2(highest) / 10)));
    const bytes = power === 0 ? 'bytes' : BYTE_UNITS[power];
    return { name: unit === 'B' ? `${bytes}` : `${bytes} per second`, perUnit: 1024 ** power };
  }
  if (unit !== 's') return { name: unit === '%' ? 'percent' : 'value', perUnit: 1 };
  if (highest < 600) return { name: 'seconds', perUnit: 1 };
  return highest < 36_000 ? { name: 'minutes', perUnit: 60 } : { name: 'hours', perUnit: 3600 };
}

/** The ends of an axis with few labels, at round values. Values that are not negative have no negative axis. */
function chooseAxis(low: number, high: number): { readonly bottom: number; readonly top: number } {
  const margin = MARGIN * (high - low || Math.abs(high) || 1);
  const [from, to] = [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
  const power = 10 ** Math.floor(Math.log10((to - from) / AXIS_STEPS.max));
  const ends = [1, 2, 5, 10, 20].map((factor) => {
    const step = factor * power;
    return { step, first: Math.floor(from / step), last: Math.ceil(to / step) };
  });
  const found = ends.find(({ first, last }) => last - first <= AXIS_STEPS.max);
  if (found === undefined) return { bottom: from, top: to };
  let { step, first, last } = found;
  for (let isBelow = false; last - first < AXIS_STEPS.min; isBelow = !isBelow) {
    if (isBelow && (low < 0 || first > 0)) first -= 1;
    else last += 1;
  }
  return { bottom: first * step, top: last * step };
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
