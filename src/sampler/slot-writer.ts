import { closeSync, openSync, writeSync } from 'node:fs';
import type { Slot } from '../collect/runner/slot.ts';
import { formatSlotRecord, RECORD_BYTES } from '../collect/runner/slot-records.ts';

/** Seven hours of seconds, 17 days of minutes. */
export const MAX_SLOTS = 25_000;

/** Writes slots to a new file, including the current one, so that a killed sampler loses no sample. */
export class SlotWriter {
  readonly #file: number;
  #index = 0;
  #startedAtMs: number | undefined;

  constructor(path: string) {
    // "x" creates a new file or fails: it follows no link.
    this.#file = openSync(path, 'wx', 0o600);
  }

  get isFull(): boolean {
    return this.#index >= MAX_SLOTS;
  }

  /** Writes a slot: over the last one if it is the same slot, otherwise after it. */
  write(slot: Slot): void {
    if (this.#startedAtMs !== undefined && slot.startedAtMs !== this.#startedAtMs) this.#index += 1;
    this.#startedAtMs = slot.startedAtMs;
    if (this.isFull) return;
    try {
      writeSync(this.#file, formatSlotRecord(slot), this.#index * RECORD_BYTES, 'latin1');
    } catch {
      // The disk may have room again at the next sample, and a full disk is worth measuring.
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
