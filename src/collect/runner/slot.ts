import type { Sample } from './compute-sample.ts';
import { FIGURE_NAMES, type FigureName } from './figure-names.ts';

/** How often the runner is measured, and the length of one slot. */
export interface SamplingTimes {
  readonly intervalMs: number;
  readonly slotMs: number;
}

/** The samples of one time slot in constant memory. */
export interface Slot {
  /** Epoch milliseconds, a multiple of the slot's length. */
  readonly startedAtMs: number;
  readonly tallies: Readonly<Partial<Record<FigureName, Tally>>>;
}

export interface Tally {
  /** The sum of every value times its weight. */
  readonly sum: number;
  readonly weight: number;
  readonly max: number;
}

/** The start of the slot that contains a time. Slots follow the wall clock, whenever sampling began. */
export function startOfSlot(atMs: number, slotMs: number): number {
  return Math.floor(atMs / slotMs) * slotMs;
}

/** The slot of a single sample. */
export function toSlot(sample: Sample, slotMs: number): Slot {
  const tallies: Partial<Record<FigureName, Tally>> = {};
  for (const name of FIGURE_NAMES) {
    const { value, weight } = sample.figures[name] ?? { value: 0, weight: 0 };
    if (weight > 0) tallies[name] = { sum: value * weight, weight, max: value };
  }
  return { startedAtMs: startOfSlot(sample.atMs, slotMs), tallies };
}

/** Merges two parts of one slot. */
export function mergeSlots(one: Slot, other: Slot): Slot {
  const tallies = { ...one.tallies };
  for (const name of FIGURE_NAMES) {
    const [mine, theirs] = [one.tallies[name], other.tallies[name]];
    const merged = mine !== undefined && theirs !== undefined ? mergeTallies(mine, theirs) : (mine ?? theirs);
    if (merged !== undefined) tallies[name] = merged;
  }
  return { startedAtMs: one.startedAtMs, tallies };
}

/** Slots sorted by time, each once: after a clock was set back, one slot can occur twice. */
export function joinSlots(parts: Iterable<Slot>): Slot[] {
  const slots = new Map<number, Slot>();
  for (const part of parts) {
    const known = slots.get(part.startedAtMs);
    slots.set(part.startedAtMs, known === undefined ? part : mergeSlots(known, part));
  }
  return [...slots.values()].toSorted((a, b) => a.startedAtMs - b.startedAtMs);
}

function mergeTallies(one: Tally, other: Tally): Tally {
  return {
    sum: one.sum + other.sum,
    weight: one.weight + other.weight,
    max: Math.max(one.max, other.max),
  };
}
