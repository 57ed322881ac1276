import { computeSample, type Sample } from '../collect/runner/compute-sample.ts';
import type { Reading } from '../collect/runner/reading.ts';
import { mergeSlots, type SamplingTimes, type Slot, toSlot } from '../collect/runner/slot.ts';
import type { Machine } from './machine.ts';
import { readMachine } from './read-machine.ts';

/** CPU times have steps of 10 ms, so a shorter interval is meaningless. */
const SHORTEST_RATE_MS = 200;
/** A peak during the start of the last step would not be of the job. */
const SHORTEST_LAST_RATE_MS = 1_000;

/** Samples a machine when it is due, and adds the samples up to slots. The caller waits. */
export class SlotSampler {
  readonly #machine: Machine;
  readonly #times: SamplingTimes;
  readonly #onSlot: (slot: Slot) => void;
  readonly #startedAtMs: number;
  #dueMs: number;
  #before: Reading | undefined;
  #slot: Slot | undefined;
  #hasRates = false;

  /** `onSlot` is called after every sample with its slot, in its latest state. */
  constructor(machine: Machine, how: { times: SamplingTimes; onSlot: (slot: Slot) => void }) {
    this.#machine = machine;
    this.#times = how.times;
    this.#onSlot = how.onSlot;
    this.#startedAtMs = machine.steadyMs();
    this.#dueMs = this.#startedAtMs;
  }

  /** The time since the start, by a monotonic clock. */
  get ageMs(): number {
    return this.#machine.steadyMs() - this.#startedAtMs;
  }

  /** Takes a sample if it is due; returns the milliseconds until the next one. */
  sampleIfDue(): number {
    const nowMs = this.#machine.steadyMs();
    if (nowMs >= this.#dueMs) {
      this.#sample(false);
      // Missed samples, as in a suspended machine, are not made up for: two samples close together measure a moment
      // and not an interval.
      const isLate = nowMs - this.#dueMs >= this.#times.intervalMs / 2;
      this.#dueMs = (isLate ? nowMs : this.#dueMs) + this.#times.intervalMs;
    }
    return this.#dueMs - nowMs;
  }

  /** The milliseconds to wait before the last sample, so that even the shortest job has a CPU figure. */
  prepareLast(): number {
    if (this.#before === undefined) this.#sample(false);
    return this.#hasRates ? 0 : Math.max(0, SHORTEST_RATE_MS - this.ageMs);
  }

  sampleLast(): void {
    this.#sample(true);
  }

  #sample(isLast: boolean): void {
    const now = readMachine(this.#machine);
    const sinceMs = now.steadyMs - (this.#before?.steadyMs ?? 0);
    const isTooShort = isLast && this.#hasRates && sinceMs < SHORTEST_LAST_RATE_MS;
    const sample = computeSample(now, isTooShort ? undefined : this.#before);
    this.#before = now;
    this.#hasRates ||= hasRate(sample);
    const slot = toSlot(sample, this.#times.slotMs);
    const isSame = this.#slot?.startedAtMs === slot.startedAtMs;
    this.#slot = isSame && this.#slot !== undefined ? mergeSlots(this.#slot, slot) : slot;
    this.#onSlot(this.#slot);
  }
}

function hasRate({ figures }: Sample): boolean {
  return figures.cpuPercent !== undefined;
}
