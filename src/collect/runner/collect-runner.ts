import { MAX_TIMESTAMP } from '../../format/parse-value.ts';
import type { Faults } from '../../model/faults.ts';
import type { MeanAndMax, RunnerFigures, RunnerSlot } from '../../model/figures.ts';
import type { CollectedMetric } from '../../model/metric.ts';
import { isRecord } from '../../util/values.ts';
import { FIGURE_NAMES, FIGURES, type FigureKind } from './figure-names.ts';
import type { Slot, Tally } from './slot.ts';

/** The metrics and figures of the runner. */
export interface CollectedRunner {
  readonly metrics: readonly CollectedMetric[];
  readonly figures: RunnerFigures;
}

/** Turns slots into metrics: a mean and a maximum for each figure, at the start of the slot. */
export function collectRunner(slots: readonly Slot[], slotMs: number): CollectedRunner {
  // A clock that was wrong for a while must not create points that Carbon cannot store.
  const rows = slots
    .map(toRunnerSlot)
    .filter(({ startedAt }) => startedAt >= 1 && startedAt <= MAX_TIMESTAMP);
  return { metrics: rows.flatMap(toMetrics), figures: { slotSeconds: slotMs / 1000, slots: rows } };
}

function toRunnerSlot({ startedAtMs, tallies }: Slot): RunnerSlot {
  const figures = FIGURE_NAMES.flatMap((name) => {
    const tally = tallies[name];
    return tally === undefined ? [] : [[name, summarize(tally, FIGURES[name])]];
  });
  return { startedAt: Math.floor(startedAtMs / 1000), ...Object.fromEntries(figures) };
}

function summarize({ sum, weight, max }: Tally, { unit }: FigureKind): MeanAndMax {
  const round = unit === 'percent' ? toHundredths : Math.round;
  // Floating-point addition can put the mean of equal values slightly above them.
  return { mean: round(Math.min(sum / weight, max)), max: round(max) };
}

function toMetrics(slot: RunnerSlot): CollectedMetric[] {
  return FIGURE_NAMES.flatMap((name) => {
    const figure = slot[name];
    if (figure === undefined) return [];
    return (['mean', 'max'] as const).map((kind) => ({
      nodes: ['runner', FIGURES[name].node, kind],
      value: figure[kind],
      timestamp: slot.startedAt,
    }));
  });
}

function toHundredths(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/**
 * Checks a result of `measureRunner`, which may have passed through a file or another process. Any other value is a
 * fault and returns undefined.
 */
export function checkMeasured(given: unknown, faults: Faults): CollectedRunner | undefined {
  const { metrics, figures } = isRecord(given) ? given : {};
  const isWhole = Array.isArray(metrics) && metrics.every(isMetric) && isRecord(figures);
  if (isWhole && Array.isArray(figures['slots'])) return given as CollectedRunner;
  faults.add({
    location: 'runnerMetrics',
    rule: 'it is what the end of a measurement resolved to',
    cure: 'Give it (await measureRunner()).end(), awaited.',
  });
  return undefined;
}

function isMetric(metric: unknown): metric is CollectedMetric {
  if (!isRecord(metric)) return false;
  const { nodes, value, timestamp } = metric;
  const hasNames = Array.isArray(nodes) && nodes.every((node) => typeof node === 'string');
  return hasNames && Number.isFinite(value) && (timestamp === undefined || isTimestamp(timestamp));
}

function isTimestamp(seconds: unknown): boolean {
  return Number.isInteger(seconds) && Number(seconds) >= 1 && Number(seconds) <= MAX_TIMESTAMP;
}
