import { formatTarget } from './series-names.ts';
import { MARGINS_SECONDS, type SoughtSeries } from './sought-series.ts';
import type { SentPoint } from './verification.ts';

/** One question for Graphite: some series within one span of time. */
export interface Look {
  readonly series: readonly SoughtSeries[];
  /** The time of the first and of the last point that is looked for; more of the time before them is asked. */
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  readonly marginSeconds: number;
}

// graphite-web takes at most 1,000 fields and 2.5 MB; proxies in front of it often 1 MB, of which escapes take two thirds.
const MAX_TARGETS = 100;
const MAX_TARGET_BYTES = 100_000;
// About 10 MB of answer, and less than is read of one where every value has all its digits.
const MAX_SLOTS = 400_000;
const MIN_SPAN_SECONDS = 60;

/**
 * The looks that together ask for every point not seen yet. A look's span is short for new points and grows with
 * their age: Graphite reads all of a look from the archive that reaches back to its beginning.
 */
export function planLooks(series: readonly SoughtSeries[], nowSeconds: number): Look[] {
  return MARGINS_SECONDS.flatMap((marginSeconds, margin) => {
    const wanted = series
      .filter((one) => one.margin === margin)
      .flatMap((one) =>
        one.points.flatMap((point) => (point.state === 'seen' ? [] : [{ one, ...point.point }])),
      )
      .sort((one, other) => other.timestamp - one.timestamp);
    return splitByTime(wanted, nowSeconds).flatMap((band) => {
      const span = { firstSeconds: band.at(-1)?.timestamp ?? 0, lastSeconds: band[0]?.timestamp ?? 0 };
      // A margin is only widened where the one before it held less than two slots.
      const leastStep = Math.max(1, (MARGINS_SECONDS[margin - 1] ?? 0) / 2);
      const slots = (span.lastSeconds - span.firstSeconds + marginSeconds) / leastStep + 2;
      const distinct = [...new Set(band.map(({ one }) => one))];
      return splitBySize(distinct, Math.min(MAX_TARGETS, MAX_SLOTS / slots)).map((part) => ({
        series: part,
        ...span,
        marginSeconds,
      }));
    });
  });
}

/** The form that asks for a look's series. */
export function formatRequest(look: Look, nowSeconds: number): URLSearchParams {
  // Both ends are moved outwards by a second at least, as servers differ in which of the two they leave out.
  const from = Math.max(1, look.firstSeconds - look.marginSeconds);
  const until = look.lastSeconds + 1;
  const form = new URLSearchParams({ format: 'json', noCache: '1', from: `${from}`, until: `${until}` });
  // By the server's own clock a point may lie in the future, where nothing is read.
  form.set('now', `${Math.max(nowSeconds, until)}`);
  for (const name of look.series.flatMap(({ names }) => names)) form.append('target', formatTarget(name));
  return form;
}

/** Whether a look asks for a point of one of its series. */
export function isWithin(look: Look, { timestamp }: SentPoint): boolean {
  return timestamp >= look.firstSeconds && timestamp <= look.lastSeconds;
}

/** Cuts what is sorted by falling time into bands. */
function splitByTime<T extends { readonly timestamp: number }>(
  wanted: readonly T[],
  nowSeconds: number,
): T[][] {
  const bands: T[][] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const one of wanted) {
    if (one.timestamp < end) {
      bands.push([]);
      end = one.timestamp - Math.max(MIN_SPAN_SECONDS, (nowSeconds - one.timestamp) / 10);
    }
    bands.at(-1)?.push(one);
  }
  return bands;
}

function splitBySize(series: readonly SoughtSeries[], maxTargets: number): SoughtSeries[][] {
  const parts: SoughtSeries[][] = [];
  let left = { targets: 0, bytes: 0 };
  for (const one of series) {
    const bytes = one.names.reduce((sum, name) => sum + name.length, 0);
    if (one.names.length > left.targets || bytes > left.bytes) {
      parts.push([]);
      left = { targets: maxTargets, bytes: MAX_TARGET_BYTES };
    }
    left = { targets: left.targets - one.names.length, bytes: left.bytes - bytes };
    parts.at(-1)?.push(one);
  }
  return parts;
}
