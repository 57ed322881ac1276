import type { MeanAndMax, RunnerFigures, RunnerSlot } from '../model/figures.ts';
import { formatCounted } from './amounts.ts';
import { type ChartSubject, formatChart } from './chart.ts';
import { bytesColumn } from './column.ts';
import { formatCells, numberCell, paragraph, table, textCell } from './html.ts';
import { formatDuration, formatPercent } from './quantities.ts';
import { type Sample, thinOut } from './thin-out.ts';

const GIBIBYTE = 1024 ** 3;
const MEBIBYTE = 1024 ** 2;

type Measure = Exclude<keyof RunnerSlot, 'startedAt'>;
/** Formats the mean and the maximum in one unit. */
type Format = (total: MeanAndMax) => { readonly mean: string; readonly max: string };

/** The label of a measurement, and the format of its numbers. */
const MEASURES: ReadonlyArray<{ key: Measure; name: string; format: Format }> = [
  { key: 'cpuPercent', name: 'CPU', format: formatPercents },
  { key: 'memoryUsedBytes', name: 'Memory', format: formatSizes },
  { key: 'memoryPercent', name: 'Memory, share', format: formatPercents },
  { key: 'diskUsedBytes', name: 'Disk', format: formatSizes },
  { key: 'diskPercent', name: 'Disk, share', format: formatPercents },
  { key: 'networkReceivedBytesPerSecond', name: 'Network, received', format: formatRates },
  { key: 'networkSentBytesPerSecond', name: 'Network, sent', format: formatRates },
];

/** One measurement over the whole job. */
interface Total {
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

/** The mean and the maximum of every measurement that was not always zero. */
export function listTotals({ slots }: RunnerFigures): readonly Total[] {
  return MEASURES.flatMap(({ key, name, format }) => {
    const total = combine(listSamples(slots, key));
    return total === undefined || total.max === 0 ? [] : [{ key, name, ...format(total) }];
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
    return measured === undefined
      ? []
      : [{ timestamp: slot.startedAt, mean: measured.mean, max: measured.max }];
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
  const note = `Each point covers ${formatDuration(longest)}, more than one of the ${formatCounted(slots.length, 'slot')}: the mean of their means and the highest of their maxima.`;
  return isThinned ? [...charts, paragraph(note)] : charts;
}

function formatPercents({ mean, max }: MeanAndMax): ReturnType<Format> {
  return { mean: formatPercent(mean), max: formatPercent(max) };
}

function formatSizes({ mean, max }: MeanAndMax): ReturnType<Format> {
  const { unit, format } = bytesColumn([mean, max]);
  return { mean: `${format(mean)} ${unit}`, max: `${format(max)} ${unit}` };
}

function formatRates(total: MeanAndMax): ReturnType<Format> {
  const { mean, max } = formatSizes(total);
  return { mean: `${mean}/s`, max: `${max}/s` };
}
