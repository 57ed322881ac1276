import type { RenderedSeries, Slot } from './parse-answer.ts';
import type { SentPoint } from './verification.ts';

/**
 * What an answer shows of one point: its value, none, another one in its slot, or nothing of its slot since the
 * answer's slots are too wide for the span that was asked.
 */
export type Sight = 'seen' | 'absent' | 'too-wide' | { readonly found: number };

const TOLERANCE = 1e-9;

/**
 * Compares all points sent to one series, in the order in which they were sent, with what an answer shows of it. Of
 * several points in one slot Graphite keeps one, which stands for all: the last one sent, or the latest by its time
 * where Carbon wrote them together. Metrictank names a slot by its end: where a point's own slot is empty, and every
 * point is in the next one, that one counts.
 */
export function comparePoints(points: readonly SentPoint[], { slots }: RenderedSeries): Sight[] {
  const stepSeconds = findStep(slots);
  const places = points.map(({ timestamp }) => findSlot(slots, { timestamp, stepSeconds }));
  const sights = compareIn(places, points);
  if (!sights.includes('absent')) return sights;
  const ends = points.map(({ timestamp }) => findSlotByEnd(slots, { timestamp, stepSeconds }));
  const later = compareIn(ends, points);
  // The answer may be about some of the points only.
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

/** The seconds between two slots; one slot alone does not tell. */
function findStep(slots: readonly Slot[]): number | undefined {
  const gaps = slots.slice(1).map(({ start }, index) => start - (slots[index]?.start ?? start));
  return gaps.length === 0 ? undefined : gaps.reduce((least, gap) => Math.min(least, gap));
}

// A slot counts only where it is certain that the point belongs to it: a neighbour may hold an older, equal value.
function findSlot(
  slots: readonly Slot[],
  { timestamp, stepSeconds }: { readonly timestamp: number; readonly stepSeconds: number | undefined },
): Place {
  const slot = slots[findLastIndex(slots, timestamp)];
  if (slot?.start === timestamp) return slot;
  if (slot === undefined || stepSeconds === undefined) return slots.length === 0 ? 'absent' : 'too-wide';
  return timestamp < slot.start + stepSeconds ? slot : 'absent';
}

/** The slot that ends at the time or after it; `too-wide` outside of what the answer shows. */
function findSlotByEnd(
  slots: readonly Slot[],
  { timestamp, stepSeconds }: { readonly timestamp: number; readonly stepSeconds: number | undefined },
): Place {
  const before = findLastIndex(slots, timestamp);
  const slot = slots[before]?.start === timestamp ? slots[before] : slots[before + 1];
  if (slot === undefined || before < 0 || stepSeconds === undefined) return 'too-wide';
  return slot.start < timestamp + stepSeconds ? slot : 'absent';
}

/** The last slot that begins at the time or before it, by halving; -1 where there is none. */
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
