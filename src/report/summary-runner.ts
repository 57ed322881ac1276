import type { MeanAndMax, RunnerFigures, RunnerSlot } from '../model/figures.ts';
import { formatBytes, formatCounted, formatDuration, formatPercent } from './amounts.ts';
import { type ChartSubject, formatChart } from './chart.ts';
import { formatCells, numberCell, paragraph, table, textCell } from './html.ts';
import { type Sample, thinOut } from './thin-out.ts';

const GIBIBYTE = 1024 ** 3;
const MEBIBYTE = 1024 ** 2;

type Measure = Exclude<keyof RunnerSlot, 'startedAt'>;

/** The label of a measurement, and the format of its numbers. */
const MEASURES: ReadonlyArray<{ key: Measure; name: string; format: (value: number) => string }> = [
  { key: 'cpuPercent', name: 'CPU', format: formatPercent },
  { key: 'memoryUsedBytes', name: 'Memory', format: formatBytes },
  { key: 'memoryPercent', name: 'Memory, share', format: formatPercent },
  { key: 'diskUsedBytes', name: 'Disk', format: formatBytes },
  { key: 'diskPercent', name: 'Disk, share', format: formatPercent },
  { key: 'networkReceivedBytesPerSecond', name: 'Network, received', format: formatRate },
  { key: 'networkSentBytesPerSecond', name: 'Network, sent', format: formatRate },
];

/** One measurement over the whole job. */
export interface Total {
  readonly key: Measure;
  readonly name: string;
  readonly mean: string;
  readonly max: string;
}

/** The measurements of the runner: a table of everything, charts of CPU and memory. */
export function formatRunner(runner: RunnerFigures): string[] {
  const totals = listTotals(runner);
  if (totals.length === 0) return [];
  const rows = totals.map(({ name, mean, max }) =>
    formatCells([textCell(name), numberCell(mean), numberCell(max)]),
  );
  return ['#### Runner', table(['', 'Mean', 'Maximum'], rows), ...formatCharts(runner)];
}

/** The mean and the maximum of every measurement. */
export function listTotals({ slots }: RunnerFigures): readonly Total[] {
  return MEASURES.flatMap(({ key, name, format }) => {
    const total = combine(listSamples(slots, key));
    return total === undefined ? [] : [{ key, name, mean: format(total.mean), max: format(total.max) }];
  });
}

function combine(samples: readonly Sample[]): MeanAndMax | undefined {
  const known = samples.filter(({ mean, max }) => Number.isFinite(mean) && Number.isFinite(max));
  if (known.length === 0) return undefined;
  return {
    mean: known.reduce((sum, { mean }) => sum + mean, 0) / known.length,
    max: known.reduce((most, { max }) => Math.max(most, max), 0),
  };
}

function listSamples(slots: readonly RunnerSlot[], key: Measure): readonly Sample[] {
  return slots.flatMap((slot) => {
    const measured = slot[key];
    return measured === undefined ? [] : [{ at: slot.startedAt, mean: measured.mean, max: measured.max }];
  });
}

function formatCharts({ slots, slotSeconds }: RunnerFigures): string[] {
  const memory = listSamples(slots, 'memoryUsedBytes');
  const isBig = memory.some(({ max }) => max >= GIBIBYTE);
  const subjects: ReadonlyArray<readonly [samples: readonly Sample[], subject: ChartSubject]> = [
    [listSamples(slots, 'cpuPercent'), { title: 'CPU', unit: '%', perUnit: 1, leastTop: 100 }],
    [memory, { title: 'Memory', unit: isBig ? 'GiB' : 'MiB', perUnit: isBig ? GIBIBYTE : MEBIBYTE }],
  ];
  const series = subjects.map(([samples, subject]) => ({ subject, thin: thinOut(samples, slotSeconds) }));
  const charts = series.flatMap(({ subject, thin }) =>
    thin === undefined ? [] : [formatChart(thin, subject)],
  );
  const longest = Math.max(0, ...series.map(({ thin }) => thin?.pointSeconds ?? 0));
  const isThinned = charts.length > 0 && longest > 1.5 * slotSeconds;
  const note = `Each point stands for ${formatDuration(longest)}, so for more than one of the ${formatCounted(slots.length, 'slot')}: the mean of their means and the highest of their maxima.`;
  return isThinned ? [...charts, paragraph(note)] : charts;
}

function formatRate(bytesPerSecond: number): string {
  return `${formatBytes(bytesPerSecond)}/s`;
}
