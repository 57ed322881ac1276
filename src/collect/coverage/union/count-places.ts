import type { Counts } from '../coverage-report.ts';
import { isHit, lineOf } from '../hit-set.ts';

/**
 * Counts sorted places of one source file that several formats cover. Their names do not show which places are the
 * same. So each line has as many places as the format with the most, and as many covered. If this exceeds what every
 * format counts, they disagree on the lines, and only the format with the most places counts.
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
  const starts = layers.map(() => 0);
  let [covered, total] = [0, 0];
  for (let line = findLine(layers, starts); line !== undefined; line = findLine(layers, starts)) {
    let most: Counts = { covered: 0, total: 0 };
    for (const [index, places] of layers.entries()) {
      const start = starts[index] ?? 0;
      let end = start;
      while (end < places.length && lineOf(places[end] as number) === line) end += 1;
      most = {
        covered: Math.max(most.covered, countHits(places.subarray(start, end))),
        total: Math.max(most.total, end - start),
      };
      starts[index] = end;
    }
    covered += most.covered;
    total += most.total;
  }
  return { covered, total };
}

/** The first line that a layer has after its current position. */
function findLine(layers: readonly Float64Array[], starts: readonly number[]): number | undefined {
  let first: number | undefined;
  for (const [index, places] of layers.entries()) {
    const place = places[starts[index] ?? 0];
    if (place !== undefined && (first === undefined || lineOf(place) < first)) first = lineOf(place);
  }
  return first;
}

function countHits(places: Float64Array): number {
  let hits = 0;
  for (const place of places) if (isHit(place)) hits += 1;
  return hits;
}
