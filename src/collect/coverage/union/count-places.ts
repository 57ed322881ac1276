import type { Counts } from '../coverage-report.ts';
import { isHit, lineOf } from '../hit-set.ts';

/**
 * Counts sorted places of one source file, of which several formats know. Their names do not tell which are the same:
 * each line has as many as the format that knows most of it, and as many covered. Where that makes more than any format
 * knows, they do not agree on the lines, and the one that knows most counts alone.
 */
export function countPlaces(layers: readonly Float64Array[]): Counts {
  let most: Counts = { covered: 0, total: 0 };
  for (const places of layers) {
    const counts = { covered: countHits(places), total: places.length };
    if (counts.total > most.total || (counts.total === most.total && counts.covered > most.covered))
      most = counts;
  }
  if (layers.length < 2) return most;
  const united = countByLine(layers);
  return united.total === most.total ? united : most;
}

function countByLine(layers: readonly Float64Array[]): Counts {
  const counts = new Map<number, Counts>();
  for (const places of layers) {
    for (let start = 0; start < places.length; ) {
      const line = lineOf(places[start] as number);
      let end = start + 1;
      while (end < places.length && lineOf(places[end] as number) === line) end += 1;
      const before = counts.get(line) ?? { covered: 0, total: 0 };
      const covered = Math.max(before.covered, countHits(places.subarray(start, end)));
      counts.set(line, { covered, total: Math.max(before.total, end - start) });
      start = end;
    }
  }
  let [covered, total] = [0, 0];
  for (const line of counts.values()) {
    covered += line.covered;
    total += line.total;
  }
  return { covered, total };
}

function countHits(places: Float64Array): number {
  let hits = 0;
  for (const place of places) if (isHit(place)) hits += 1;
  return hits;
}
