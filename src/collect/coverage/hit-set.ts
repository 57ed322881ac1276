import { NAME_IDS } from './limits.ts';

const SMALLEST_ROOM = 32;
/** Up to this size, capacity grows in large steps: most files have some hundred lines. */
const MANY_PLACES = 4096;
const NO_PLACES = new Float64Array(0);

/** Counts every change of capacity (negative if it shrinks), so that many sets together stay below a limit. */
export interface Room {
  grow(places: number): void;
}

/**
 * The places of a source file, each with whether it was run. A place is a line and the number of a name, packed with
 * the hit into one exact number. A place stays hit once it was hit.
 */
export class HitSet {
  #places: Float64Array;
  #size: number;
  #isSorted = true;
  /** The greatest number of the last added place. */
  #last: number;
  readonly #room: Room;

  /** Sorted places, from {@link sorted}, are adopted and never changed. */
  constructor(room: Room, sorted: Float64Array = NO_PLACES) {
    this.#room = room;
    this.#places = sorted;
    this.#size = sorted.length;
    this.#last = greatestOf(sorted.at(-1) ?? -2);
  }

  /** Adds a place from {@link packPlace}. */
  add(place: number, isHit: boolean): void {
    this.#addPlace(isHit ? place + 1 : place);
  }

  /** Adds places from {@link sorted}. */
  addAll(places: Float64Array, rename?: (name: number) => number): void {
    for (const place of places) {
      if (rename === undefined) this.#addPlace(place);
      else this.add(packPlace(lineOf(place), rename(nameOf(place))), isHit(place));
    }
  }

  /** Every place once, by line and name. The view is valid until the next call of any method. */
  sorted(): Float64Array {
    if (!this.#isSorted) {
      this.#size = unite(this.#places.subarray(0, this.#size).sort());
      this.#isSorted = true;
      this.#last = greatestOf(this.#places[this.#size - 1] ?? -2);
    }
    return this.#places.subarray(0, this.#size);
  }

  /** Gives back unused capacity. */
  shrink(): void {
    const sorted = this.sorted();
    if (sorted.length === this.#places.length) return;
    this.#room.grow(sorted.length - this.#places.length);
    this.#places = sorted.slice();
  }

  #addPlace(place: number): void {
    if (this.#size === this.#places.length) this.#makeRoom();
    if (place <= this.#last) this.#isSorted = false;
    this.#places[this.#size] = place;
    this.#size += 1;
    this.#last = greatestOf(place);
  }

  /** Repeated places, one record for each test, need no extra capacity. */
  #makeRoom(): void {
    this.sorted();
    const capacity = this.#places.length;
    if (this.#size < capacity / 2) return;
    const grown = Math.max(SMALLEST_ROOM, (this.#size < MANY_PLACES ? 4 : 2) * this.#size);
    this.#room.grow(grown - capacity);
    const places = new Float64Array(grown);
    places.set(this.#places.subarray(0, this.#size));
    this.#places = places;
  }
}

/** A line and the number of a name as a packed place that was not run. */
export function packPlace(line: number, name: number): number {
  return (line * NAME_IDS + name) * 2;
}

/** The line of a packed place. */
export function lineOf(place: number): number {
  return Math.floor(place / (2 * NAME_IDS));
}

/** The name's number of a packed place. */
export function nameOf(place: number): number {
  const key = Math.floor(place / 2);
  return key - Math.floor(key / NAME_IDS) * NAME_IDS;
}

/** Whether a packed place was run. */
export function isHit(place: number): boolean {
  // Faster than %, which is slow for numbers this large.
  return Math.floor(place / 2) * 2 !== place;
}

function greatestOf(place: number): number {
  return Math.floor(place / 2) * 2 + 1;
}

/** Keeps one of each place at the front, preferably the one that was run; returns their number. */
function unite(places: Float64Array): number {
  let kept = 0;
  for (const place of places) {
    // In sorted order, a place that was run follows the same place that was not.
    if (kept > 0 && place <= greatestOf(places[kept - 1] as number)) places[kept - 1] = place;
    else {
      places[kept] = place;
      kept += 1;
    }
  }
  return kept;
}
