import { computeSample, type Sample } from '../collect/runner/compute-sample.ts';
import type { Reading } from '../collect/runner/reading.ts';
import type { SamplingTimes } from '../collect/runner/sampling-times.ts';
import { mergeSlots, type Slot, toSlot } from '../collect/runner/slot.ts';
import type { Machine } from './machine.ts';
import { readMachine } from './read-machine.ts';

/** Processor times come in steps of 10 ms: less than this says nothing. */
const SHORTEST_RATE_MS = 200;
/** A peak over the moment in which the last step starts would say nothing of the job. */
const SHORTEST_LAST_RATE_MS = 1_000;

/** Looks at a machine when it is time to, and adds what it sees up to slots. When it is time is somebody else's to wait for. */
export class SlotSampler {
  readonly #machine: Machine;
  readonly #times: SamplingTimes;
  readonly #onSlot: (slot: Slot) => void;
  readonly #startedAtMs: number;
  #dueMs: number;
  #before: Reading | undefined;
  #slot: Slot | undefined;
  #hasRates = false;

  /** `onSlot` is called after every sample with the slot that it belongs to, in its latest state. */
  constructor(machine: Machine, times: SamplingTimes, onSlot: (slot: Slot) => void) {
    this.#machine = machine;
    this.#times = times;
    this.#onSlot = onSlot;
    this.#startedAtMs = machine.steadyMs();
    this.#dueMs = this.#startedAtMs;
  }

  /** How long this has been going on, by a clock that never jumps. */
  get ageMs(): number {
    return this.#machine.steadyMs() - this.#startedAtMs;
  }

  /** Takes a sample where it is time for one; returns how many milliseconds to wait for the next. */
  sampleIfDue(): number {
    const nowMs = this.#machine.steadyMs();
    if (nowMs >= this.#dueMs) {
      this.#sample(false);
      // Times that went by, as in a machine that was suspended, are not made up for: two samples close together tell
      // of a moment what is to be told of an interval.
      const isLate = nowMs - this.#dueMs >= this.#times.intervalMs / 2;
      this.#dueMs = (isLate ? nowMs : this.#dueMs) + this.#times.intervalMs;
    }
    return this.#dueMs - nowMs;
  }

  /** How many milliseconds to wait before the last sample, so that the shortest of jobs has a CPU figure too. */
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
