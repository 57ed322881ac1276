import type { CoverageFigure, SizeFigure } from '../model/figures.ts';
import { formatCount, formatCounted, formatOrigin } from './amounts.ts';
import { bytesColumn } from './column.ts';
import { code, formatCells, nameCell, numberCell, paragraph, table, textCell } from './html.ts';
import { formatShare } from './quantities.ts';

const MAX_SIZES = 40;
const BAR_CHARACTERS = 20;

/** The code coverage, one row per kind; a kind with nothing to cover has no row. */
export function formatCoverage(coverage: readonly CoverageFigure[], reports?: number): string[] {
  const counted = coverage.filter(({ total }) => total > 0);
  if (counted.length === 0) return [];
  const rows = counted.map(({ kind, covered, total }) =>
    formatCells([
      textCell(kind),
      code(formatBar(covered, total)),
      numberCell(formatShare(covered, total)),
      numberCell(formatCount(covered)),
      numberCell(formatCount(total)),
    ]),
  );
  return [`#### Coverage${formatOrigin(reports)}`, table(['', '', 'Percent', 'Covered', 'Total'], rows)];
}

/** The sizes of files, the largest first. */
export function formatSizes(sizes: readonly SizeFigure[]): string[] {
  const shown = sizes.toSorted((one, other) => other.bytes - one.bytes).slice(0, MAX_SIZES);
  const { unit, format } = bytesColumn(shown.flatMap(({ bytes, gzipBytes }) => [bytes, gzipBytes]));
  const rows = shown.map(({ name, bytes, gzipBytes, files }) =>
    formatCells([
      nameCell(name),
      numberCell(format(bytes)),
      numberCell(format(gzipBytes)),
      numberCell(formatCount(files)),
    ]),
  );
  const rest = sizes.length - shown.length;
  const more = rest > 0 ? [paragraph(`… and ${formatCounted(rest, 'more name')}.`)] : [];
  return ['#### Sizes', table(['', `Size, ${unit}`, `Gzip, ${unit}`, 'Files'], rows), ...more];
}

function formatBar(covered: number, total: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, covered / total)) : 0;
  const full = Math.floor(share * BAR_CHARACTERS);
  return '█'.repeat(full) + '░'.repeat(BAR_CHARACTERS - full);
}
