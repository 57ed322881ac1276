import { listPatterns, type Pattern } from './pattern-targets.ts';
import { formatTarget } from './series-names.ts';
import type { SentPoint } from './verification.ts';
import { MARGINS_SECONDS, type WantedSeries } from './wanted-series.ts';

/** One request to Graphite: some series within one time span. */
export interface Look {
  readonly series: readonly WantedSeries[];
  /** The time of the first and the last wanted point; the request also covers some time before them. */
  readonly firstSeconds: number;
  readonly lastSeconds: number;
  readonly marginSeconds: number;
}

// graphite-web accepts at most 1,000 fields and 2.5 MB; proxies often 1 MB, of which escapes take two thirds.
const MAX_TARGETS = 100;
const MAX_TARGET_BYTES = 100_000;
// About 10 MB of response, below the read limit even if every value has all its digits.
const MAX_SLOTS = 400_000;
const MIN_SPAN_SECONDS = 60;

/**
 * The requests that together cover every point that was not seen yet. Their time span is short for new points and grows
 * with age: Graphite reads a whole request from the archive that reaches back to its start.
 */
export function planLooks(series: readonly WantedSeries[], nowSeconds: number): Look[] {
  return MARGINS_SECONDS.flatMap((marginSeconds, margin) => {
    const wanted = series
      .filter((one) => one.margin === margin)
      .flatMap((one) =>
        one.points.flatMap((point) => (point.state === 'seen' ? [] : [{ one, ...point.point }])),
      )
      .sort((one, other) => other.timestamp - one.timestamp);
    return splitByTime(wanted, nowSeconds).flatMap((band) => {
      const span = { firstSeconds: band.at(-1)?.timestamp ?? 0, lastSeconds: band[0]?.timestamp ?? 0 };
      // Widens a margin only if the last one had fewer than two slots.
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

/** A pattern, and how many looks were before this one. */
type LookPattern = Pattern & { readonly looks: number };

/** The form fields of a request, with patterns in place of exact names where one is given. */
export function formatRequest(
  look: Look,
  { nowSeconds, pattern }: { readonly nowSeconds: number; readonly pattern?: LookPattern | undefined },
): URLSearchParams {
  // go-carbon repeats its answer about a series and a span for a minute, so each look has another span.
  const extraSeconds = pattern?.isCarbonapi ? pattern.looks : 0;
  // Moves both ends outwards by at least a second: servers differ in which end they exclude.
  const from = Math.max(1, look.firstSeconds - look.marginSeconds - extraSeconds);
  const until = look.lastSeconds + 1;
  const form = new URLSearchParams({ format: 'json', noCache: '1', from: `${from}`, until: `${until}` });
  // The server's clock may be behind, and Graphite shows nothing from the future.
  form.set('now', `${Math.max(nowSeconds, until)}`);
  const targets =
    pattern === undefined
      ? look.series.flatMap(({ names }) => names.map(formatTarget))
      : listPatterns(look.series, pattern);
  for (const target of targets) form.append('target', target);
  return form;
}

/** Whether a request covers a point of one of its series. */
export function isWithin(look: Look, { timestamp }: SentPoint): boolean {
  return timestamp >= look.firstSeconds && timestamp <= look.lastSeconds;
}

/** Cuts a list that is sorted by descending time into bands. */
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

function splitBySize(series: readonly WantedSeries[], maxTargets: number): WantedSeries[][] {
  const parts: WantedSeries[][] = [];
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
