import type { Point, Result } from '../model/result.ts';
import { findUnit, formatCount, formatCounted, formatInstant } from './amounts.ts';
import { isMissing } from './delivery.ts';
import { code, details, escapeHtml, paragraph, table, takeWithin } from './html.ts';

/** The number of rows that are shown unfolded. */
const MAX_OPEN_ROWS = 25;

/** The lines of the run, as many as fit in these bytes. */
export function formatMetrics(result: Result, maxBytes: number): string[] {
  const { points } = result;
  if (points.length === 0) return [];
  const [first] = points;
  const isOneTime = points.every(({ timestamp }) => timestamp === first?.timestamp);
  const rows = takeWithin(
    points.map((point) => formatRow(point, !isOneTime)),
    maxBytes,
  );
  if (rows.length === 0)
    return [paragraph(`${formatCounted(result.linesMade, 'metric')}, too long to be shown.`)];
  const wasSent = result.delivery === 'confirmed' || result.delivery === 'sent';
  const heads = [
    wasSent ? 'Path' : isMissing(result) ? 'Path (not all read back)' : 'Path (not delivered)',
    'Value',
    'Unit',
    ...(isOneTime ? [] : ['Time']),
  ];
  const rest = result.linesMade - rows.length;
  const notes = [
    ...(rest > 0 ? [paragraph(`… and ${formatCount(rest)} more.`)] : []),
    ...(isOneTime ? [paragraph(`Time: ${formatTime(first?.timestamp ?? 0)}`)] : []),
  ];
  const body = table(heads, rows);
  if (rows.length <= MAX_OPEN_ROWS) return ['#### Metrics', body, ...notes];
  return [
    '#### Metrics',
    details(`${formatCounted(rows.length, 'path')} with value and unit`, body),
    ...notes,
  ];
}

function formatRow({ path, value, timestamp }: Point, hasTime: boolean): string {
  const time = hasTime ? `<td>${formatTime(timestamp)}</td>` : '';
  return `<tr><td>${code(path).html}</td><td align="right">${code(value).html}</td><td>${findUnit(path)}</td>${time}</tr>`;
}

function formatTime(timestamp: number): string {
  return escapeHtml(formatInstant(timestamp) ?? String(timestamp));
}
