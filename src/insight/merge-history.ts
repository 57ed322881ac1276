import type { HistoryPoint } from './judge.ts';

/** A series as Graphite shows it: slots by time, with or without a value. */
export interface ShownSeries {
  readonly name: string;
  /** Whether the times were out of order; the series is then ignored. */
  readonly isUnordered?: boolean;
  readonly slots: ReadonlyArray<{ readonly start: number; readonly value: number | undefined }>;
}

/** More points of one series are ignored. */
const MAX_POINTS = 10_000;

/**
 * The points of the requested series, oldest first. The points of a finer response replace those of a coarser one
 * from `fineFrom` (epoch seconds) on. Invalid content is ignored: other names, values that are not numbers, and times
 * out of order.
 */
export function mergeHistory(
  names: ReadonlySet<string>,
  answers: {
    readonly fine: readonly ShownSeries[];
    readonly coarse: readonly ShownSeries[];
    readonly fineFrom: number;
  },
): ReadonlyMap<string, readonly HistoryPoint[]> {
  const fine = collectPoints(names, answers.fine);
  const coarse = collectPoints(names, answers.coarse);
  const merged = new Map<string, readonly HistoryPoint[]>();
  for (const name of names) {
    const before = (coarse.get(name) ?? []).filter((point) => point[0] < answers.fineFrom);
    const after = (fine.get(name) ?? []).filter((point) => point[0] >= answers.fineFrom);
    const points = [...before, ...after];
    if (points.length > 0) merged.set(name, points);
  }
  return merged;
}

function collectPoints(
  names: ReadonlySet<string>,
  shown: readonly ShownSeries[],
): ReadonlyMap<string, readonly HistoryPoint[]> {
  const found = new Map<string, readonly HistoryPoint[]>();
  for (const { name, slots, isUnordered } of shown) {
    if (!names.has(name) || found.has(name) || isUnordered === true) continue;
    const points: HistoryPoint[] = [];
    let last = Number.NEGATIVE_INFINITY;
    for (const { start, value } of slots.slice(-MAX_POINTS)) {
      if (value === undefined || !Number.isFinite(value) || !Number.isFinite(start) || start <= last)
        continue;
      points.push([start, value]);
      last = start;
    }
    found.set(name, points);
  }
  return found;
}
