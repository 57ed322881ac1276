import { comparePoints } from './compare-points.ts';
import type { RenderedSeries } from './parse-answer.ts';
import { listSeriesNames } from './series-names.ts';
import type { MissingPoint, SentPoint } from './verification.ts';

/** A point that is being looked for. */
export interface WantedPoint<Point extends SentPoint = SentPoint> {
  readonly point: Point;
  /** `missed`: the last response covered the point and did not have it. */
  state: 'unknown' | 'missed' | 'seen';
  found: number | undefined;
}

/** A series with points that are being looked for. */
export interface WantedSeries {
  readonly names: readonly [string, ...string[]];
  /** In the order of sending. */
  readonly points: readonly WantedPoint[];
  /** The index into {@link MARGINS_SECONDS} that its slots have needed so far. */
  margin: number;
}

/** The seconds requested before a point. A slot is certain if two fit in; most slots are at most a minute. */
export const MARGINS_SECONDS: readonly [number, ...number[]] = [120, 1_200, 7_200, 172_800];

/** The series of the points, each once, with all its names. */
export function gatherSeries<Point extends SentPoint>(
  points: readonly Point[],
): { series: WantedSeries[]; points: Array<WantedPoint<Point>> } {
  const wanted = points.map((point): WantedPoint<Point> => ({ point, state: 'unknown', found: undefined }));
  const byName = new Map<string, { names: [string, ...string[]]; points: WantedPoint[]; margin: number }>();
  for (const one of wanted) {
    const [stored, ...others] = listSeriesNames(one.point.series);
    const series = byName.get(stored) ?? { names: [stored], points: [], margin: 0 };
    if (series.points.length === 0) byName.set(stored, series);
    series.points.push(one);
    for (const name of others) if (!series.names.includes(name)) series.names.push(name);
  }
  return { series: [...byName.values()], points: wanted };
}

/** Records what a response shows of a series, for the points that `isAsked` accepts. */
export function noteAnswer(
  series: WantedSeries,
  { answers, isAsked }: { answers: readonly RenderedSeries[]; isAsked: (point: SentPoint) => boolean },
): void {
  const sent = series.points.map(({ point }) => point);
  const sights = answers.map((answer) => comparePoints(sent, answer));
  let isTooWide = false;
  for (const [index, one] of series.points.entries()) {
    if (one.state === 'seen') continue;
    const own = sights.map((found) => found[index]);
    if (own.includes('seen')) one.state = 'seen';
    else if (isAsked(one.point)) {
      isTooWide ||= own.includes('too-wide');
      one.state = own.includes('too-wide') && canWiden(series) ? 'unknown' : 'missed';
      one.found = own.find((sight) => typeof sight === 'object')?.found;
    }
  }
  if (isTooWide && canWiden(series)) series.margin += 1;
}

/** The points that were not seen, in the order of sending. */
export function listMissing<Point extends SentPoint>(
  points: ReadonlyArray<WantedPoint<Point>>,
): Array<MissingPoint<Point>> {
  return points
    .filter(({ state }) => state !== 'seen')
    .map(({ point, found }) => (found === undefined ? point : { ...point, found }));
}

function canWiden({ margin }: WantedSeries): boolean {
  return margin < MARGINS_SECONDS.length - 1;
}
