import type { RunnerSlot } from '../../model/figures.ts';

/** What is measured of a runner. */
export type FigureName = Exclude<keyof RunnerSlot, 'startedAt'>;

/** The node of a figure, and its unit, which decides its rounding and its maximum. */
export interface FigureKind {
  readonly node: string;
  readonly unit: 'percent' | 'bytes';
}

/** Every figure of a runner, in the order of the output. */
export const FIGURES: Readonly<Record<FigureName, FigureKind>> = {
  cpuPercent: { node: 'cpu_percent', unit: 'percent' },
  memoryUsedBytes: { node: 'memory_used_bytes', unit: 'bytes' },
  memoryPercent: { node: 'memory_percent', unit: 'percent' },
  diskUsedBytes: { node: 'disk_used_bytes', unit: 'bytes' },
  diskPercent: { node: 'disk_percent', unit: 'percent' },
  networkReceivedBytesPerSecond: { node: 'network_received_bytes_per_second', unit: 'bytes' },
  networkSentBytesPerSecond: { node: 'network_sent_bytes_per_second', unit: 'bytes' },
};

/** The names only. */
export const FIGURE_NAMES: readonly FigureName[] = Object.keys(FIGURES) as FigureName[];
