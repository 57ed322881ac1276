import { formatCount } from '../../report/amounts.ts';
import { formatBytes } from '../../report/quantities.ts';
import type { Archive } from './parse-retentions.ts';

/** Bytes of a whisper file besides its points: its header, and one for each archive. */
const FILE_HEADER_BYTES = 16;
const ARCHIVE_HEADER_BYTES = 12;
const POINT_BYTES = 12;

/** The length of the file of one series, from its first point on. */
export function computeSeriesBytes(archives: readonly Archive[]): number {
  const points = archives.reduce((sum, archive) => sum + archive.points, 0);
  return FILE_HEADER_BYTES + archives.length * ARCHIVE_HEADER_BYTES + points * POINT_BYTES;
}

/**
 * A block for each of carbon's two files, with the disk space of `series` series. Every line that is not for carbon is
 * a comment of its files.
 */
export function formatSchema(schema: {
  /** A dotted path. The blocks are for the series below it, and for groups such as `ci-branches`. */
  readonly group: string;
  readonly retentions: string;
  readonly archives: readonly Archive[];
  readonly series: number;
}): string {
  const { group, retentions, archives, series } = schema;
  const name = group.replaceAll('.', '-');
  const pattern = `^${group.replaceAll('.', '\\.')}[.-]`;
  const bytes = computeSeriesBytes(archives);
  const total = bytes * series;
  const count = `${formatCount(series)} series take`;
  return `# storage-schemas.conf: above the other blocks, as the first match counts.
[${name}]
pattern = ${pattern}
retentions = ${retentions}

# storage-aggregation.conf: above the other blocks.
[${name}]
pattern = ${pattern}
xFilesFactor = 0
aggregationMethod = last

# Disk: ${formatCount(bytes)} bytes a series, from its first point on; ${count} ${formatBytes(total)}.
# Series that are there already keep their old schema until whisper-resize changes their files.
`;
}
