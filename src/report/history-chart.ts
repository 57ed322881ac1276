import type { MetricVerdict } from '../model/verdict.ts';
import { findUnit } from './amounts.ts';
import { formatFence, toLabel } from './mermaid.ts';

/** Visible on white and on black. */
const COLOUR = '#d4811f';
const MAX_TITLE_CHARACTERS = 90;
/** The share of the value range that stays free above and below. */
const MARGIN = 0.1;

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
    'xychart-beta',
    `title "${toLabel(path, MAX_TITLE_CHARACTERS)}"`,
    `x-axis "last ${recent.length} runs, this one at the right" 1 --> ${recent.length}`,
    `y-axis "${axis ?? 'value'}" ${format(bottom)} --> ${format(high + margin)}`,
    `line [${recent.map(format).join(', ')}]`,
  ];
  return formatFence(lines, {
    xyChart: { width: 900, height: 300, titleFontSize: 16 },
    themeVariables: { xyChart: { plotColorPalette: COLOUR } },
  });
}
