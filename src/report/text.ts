import { escapeInvisible } from '../model/errors.ts';
import type { Point, Result } from '../model/result.ts';
import { findUnit, formatCounted, formatInstant } from './amounts.ts';
import { createPaint, type Paint } from './paint.ts';
import { toPrintable } from './printable.ts';
import { formatFigures } from './text-figures.ts';

const MAX_ROWS = 30;
const GAP = '  ';
/** A shorter path would be useless. */
const LEAST_PATH_CHARACTERS = 20;

/** The output that the text is for. */
export interface TextView {
  /** The width of the terminal; undefined if nothing needs to be cut. */
  readonly columns?: number | undefined;
  readonly hasColour: boolean;
}

interface Row {
  readonly path: string;
  readonly value: string;
  readonly unit: string;
  readonly time: string;
}

/** Whether a run has more to show than its verdict. */
export function hasMoreToShow(result: Result, isTerminal: boolean): boolean {
  return Object.keys(result.figures ?? {}).length > 0 || (isTerminal && result.linesMade > 1);
}

/**
 * A run as a table and a few lines, printed above its verdict; every line ends with LF. Outside content in it cannot be
 * a control character or a workflow command, and the only escapes are colours. So the text is printed without further
 * escaping.
 */
export function formatText(result: Result, view: TextView): string {
  const paint = createPaint(view.hasColour);
  const lines = [...formatTable(result, paint, view.columns), ...formatFigures(result.figures ?? {}, paint)];
  return lines.map((line) => `${line}\n`).join('');
}

function formatTable(result: Result, paint: Paint, columns: number | undefined): string[] {
  const shown = result.points.slice(0, MAX_ROWS);
  if (shown.length === 0) return [];
  const hasTime = shown.some(({ timestamp }) => timestamp !== shown[0]?.timestamp);
  const heads: Row = { path: 'Path', value: 'Value', unit: 'Unit', time: hasTime ? 'Time' : '' };
  const rows = shown.map((point) => toRow(point, hasTime));
  const widths = measure([heads, ...rows], columns);
  const [head = '', ...body] = [heads, ...rows].map((row) => formatRow(row, widths));
  const rest = result.linesMade - shown.length;
  const more = rest > 0 ? [paint('faint', `… and ${formatCounted(rest, 'more metric')}`)] : [];
  return [paint('head', head), ...body, ...more];
}

function toRow({ path, value, timestamp }: Point, hasTime: boolean): Row {
  const time = hasTime ? (formatInstant(timestamp) ?? String(timestamp)) : '';
  return { path: toCell(path), value: toCell(value), unit: findUnit(path), time };
}

/** One line that cannot be part of a command. */
function toCell(text: string): string {
  return toPrintable(escapeInvisible(text));
}

function measure(rows: readonly Row[], columns = Number.POSITIVE_INFINITY): Record<keyof Row, number> {
  const widest = (key: keyof Row): number => rows.reduce((most, row) => Math.max(most, row[key].length), 0);
  const others = { value: widest('value'), unit: widest('unit'), time: widest('time') };
  const taken = others.value + others.unit + others.time + 3 * GAP.length;
  const room = Math.max(LEAST_PATH_CHARACTERS, columns - taken);
  return { path: Math.min(widest('path'), room), ...others };
}

function formatRow(row: Row, widths: Record<keyof Row, number>): string {
  // The end of a path distinguishes metrics.
  const path = row.path.length > widths.path ? `…${[...row.path].slice(1 - widths.path).join('')}` : row.path;
  const cells = [
    path.padEnd(widths.path),
    row.value.padStart(widths.value),
    row.unit.padEnd(widths.unit),
    row.time,
  ];
  return cells.join(GAP).trimEnd();
}
