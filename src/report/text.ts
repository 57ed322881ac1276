import { escapeInvisible } from '../model/errors.ts';
import type { Point, Result } from '../model/result.ts';
import { findUnit, formatCounted, formatInstant } from './amounts.ts';
import { createPaint, type Paint } from './paint.ts';
import { toPrintable } from './printable.ts';
import { formatFigures } from './text-figures.ts';
import { alignRows, type TextRow } from './text-table.ts';

const MAX_ROWS = 30;

/** The output that the text is for. */
export interface TextView {
  /** The width of the terminal; undefined if nothing needs to be cut. */
  readonly columns?: number | undefined;
  readonly hasColour: boolean;
}

/** Whether a run has more to show than the sentence about its delivery. */
export function hasMoreToShow(result: Result, isTerminal: boolean): boolean {
  return Object.keys(result.figures ?? {}).length > 0 || (isTerminal && result.linesMade > 1);
}

/**
 * A run as a table and a few lines, printed above the sentence about its delivery; every line ends with LF. Outside
 * content in it cannot be a control character or a workflow command, and the only escapes are colours. So the text is
 * printed without further escaping.
 */
export function formatText(result: Result, view: TextView): string {
  const paint = createPaint(view.hasColour);
  const lines = [
    ...formatTable(result, { paint, columns: view.columns }),
    ...formatFigures(result.figures ?? {}, paint),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function formatTable(
  result: Result,
  { paint, columns }: { readonly paint: Paint; readonly columns: number | undefined },
): string[] {
  const shown = result.points.slice(0, MAX_ROWS);
  if (shown.length === 0) return [];
  const hasTime = shown.some(({ timestamp }) => timestamp !== shown[0]?.timestamp);
  const heads: TextRow = ['Path', 'Value', 'Unit', hasTime ? 'Time' : ''];
  const rows = shown.map((point) => toRow(point, hasTime));
  const [head = '', ...body] = alignRows([heads, ...rows], { numbers: [1], columns });
  const rest = result.linesMade - shown.length;
  const more = rest > 0 ? [paint('faint', `… and ${formatCounted(rest, 'more metric')}`)] : [];
  return [paint('head', head), ...body, ...more];
}

function toRow({ path, value, timestamp }: Point, hasTime: boolean): TextRow {
  const time = hasTime ? (formatInstant(timestamp) ?? String(timestamp)) : '';
  return [toCell(path), toCell(value), findUnit(path), time];
}

/** One line that cannot be part of a command. */
function toCell(text: string): string {
  return toPrintable(escapeInvisible(text));
}
