import type { RenderedSeries, Slot } from './parse-answer.ts';
import type { SentPoint } from './verification.ts';

/**
 * What a response shows of one point: its value, no value, or another value in its slot. Nothing if the slots of the
 * response are too wide for the requested time span.
 */
export type Sight = 'seen' | 'absent' | 'too-wide' | { readonly found: number };

const TOLERANCE = 1e-9;

/**
 * Compares all points of one series, in the order of sending, with a response. Graphite keeps one of several points in
 * a slot, and that one counts for all. It is the last one sent, or the latest by time if Carbon wrote them together.
 * Metrictank names a slot by its end: if a point's own slot is empty and every point is in the next one, that one
 * counts.
 */
export function comparePoints(points: readonly SentPoint[], { slots }: RenderedSeries): Sight[] {
  const stepSeconds = findStep(slots);
  const places = points.map(({ timestamp }) => findSlot(slots, { timestamp, stepSeconds }));
  const sights = compareIn(places, points);
  if (!sights.includes('absent')) return sights;
  const ends = points.map(({ timestamp }) => findSlotByEnd(slots, { timestamp, stepSeconds }));
  const later = compareIn(ends, points);
  // The response may cover only some of the points.
  const areSeen = later.every((sight, index) => sight === 'seen' || ends[index] === 'too-wide');
  return areSeen
    ? later.map((sight, index) => (sight === 'seen' ? sight : (sights[index] ?? sight)))
    : sights;
}

type Place = Slot | 'absent' | 'too-wide';

function compareIn(places: readonly Place[], points: readonly SentPoint[]): Sight[] {
  const lastSent = new Map(points.map((point, index) => [places[index], point]));
  const latest = new Map<unknown, SentPoint>();
  for (const [index, point] of points.entries()) {
    const before = latest.get(places[index]);
    if (before === undefined || before.timestamp <= point.timestamp) latest.set(places[index], point);
  }
  return places.map((slot) => {
    if (slot === 'absent' || slot === 'too-wide') return slot;
    const { value } = slot;
    if (value === undefined) return 'absent';
    return [lastSent, latest].some((kept) => isSame(value, kept.get(slot)?.value))
      ? 'seen'
      : { found: value };
  });
}

/** The seconds between two slots; undefined for a single slot. */
function findStep(slots: readonly Slot[]): number | undefined {
  const gaps = slots.slice(1).map(({ start }, index) => start - (slots[index]?.start ?? start));
  return gaps.length === 0 ? undefined : gaps.reduce((least, gap) => Math.min(least, gap));
}

// A slot counts only if the point certainly belongs to it: a neighbour may have an older, equal value.
function findSlot(
  slots: readonly Slot[],
  { timestamp, stepSeconds }: { readonly timestamp: number; readonly stepSeconds: number | undefined },
): Place {
  const slot = slots[findLastIndex(slots, timestamp)];
  if (slot?.start === timestamp) return slot;
  if (slot === undefined || stepSeconds === undefined) return slots.length === 0 ? 'absent' : 'too-wide';
  return timestamp < slot.start + stepSeconds ? slot : 'absent';
}

/** The slot that ends at or after the time; `too-wide` outside of the response. */
function findSlotByEnd(
  slots: readonly Slot[],
  { timestamp, stepSeconds }: { readonly timestamp: number; readonly stepSeconds: number | undefined },
): Place {
  const before = findLastIndex(slots, timestamp);
  const slot = slots[before]?.start === timestamp ? slots[before] : slots[before + 1];
  if (slot === undefined || before < 0 || stepSeconds === undefined) return 'too-wide';
  return slot.start < timestamp + stepSeconds ? slot : 'absent';
}

/** The last slot that begins at or before the time (binary search); -1 if there is none. */
function findLastIndex(slots: readonly Slot[], timestamp: number): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle]?.start ?? 0) <= timestamp) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isSame(stored: number, sent: number | undefined): boolean {
  if (sent === undefined) return false;
  return stored === sent || Math.abs(stored - sent) <= TOLERANCE * Math.abs(sent);
}
