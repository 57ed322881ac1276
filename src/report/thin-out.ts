import type { MeanAndMax } from '../model/figures.ts';

const MAX_POINTS = 60;

/** One measurement of a series. */
export interface Sample extends MeanAndMax {
  /** Epoch seconds. */
  readonly timestamp: number;
}

/** A series at even intervals, small enough to be drawn. */
export interface ThinSeries {
  readonly startedAt: number;
  readonly spanSeconds: number;
  readonly points: readonly MeanAndMax[];
  /** The interval of each point. */
  readonly pointSeconds: number;
}

/**
 * At most sixty points of a series: the mean of the means, the maximum of the maxima. Undefined if there are too few
 * points for a line.
 */
export function thinOut(samples: readonly Sample[], slotSeconds: number): ThinSeries | undefined {
  const known = samples.filter(isNumeric);
  const startedAt = known.reduce(
    (least, { timestamp }) => Math.min(least, timestamp),
    Number.POSITIVE_INFINITY,
  );
  const spanSeconds = known.reduce((most, { timestamp }) => Math.max(most, timestamp), startedAt) - startedAt;
  if (known.length < 2 || !(spanSeconds > 0)) return undefined;
  const slots = slotSeconds > 0 ? Math.round(spanSeconds / slotSeconds) + 1 : known.length;
  const count = Math.max(2, Math.min(MAX_POINTS, slots));
  const pointSeconds = spanSeconds / (count - 1);
  const buckets = Array.from({ length: count }, () => ({ sum: 0, count: 0, max: 0 }));
  for (const { timestamp, mean, max } of known) {
    const bucket = buckets[Math.round((timestamp - startedAt) / pointSeconds)];
    if (bucket === undefined) continue;
    bucket.sum += mean;
    bucket.count += 1;
    bucket.max = Math.max(bucket.max, max);
  }
  const points = buckets.map((bucket) =>
    bucket.count === 0 ? undefined : { mean: bucket.sum / bucket.count, max: bucket.max },
  );
  return { startedAt, spanSeconds, points: joinGaps(points), pointSeconds };
}

function isNumeric({ timestamp, mean, max }: Sample): boolean {
  return [timestamp, mean, max].every((number) => Number.isFinite(number) && number >= 0);
}

/** Fills a gap with a straight line between its neighbours; the first and the last point are always known. */
function joinGaps(points: ReadonlyArray<MeanAndMax | undefined>): readonly MeanAndMax[] {
  const joined: MeanAndMax[] = [];
  let before = 0;
  points.forEach((point, index) => {
    if (point === undefined) return;
    const from = points[before] ?? point;
    for (let gap = before + 1; gap < index; gap += 1) {
      const share = (gap - before) / (index - before);
      const between = (one: number, other: number): number => one + (other - one) * share;
      joined.push({ mean: between(from.mean, point.mean), max: between(from.max, point.max) });
    }
    joined.push(point);
    before = index;
  });
  return joined;
}
