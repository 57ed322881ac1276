import { findSlot } from '../../util/hash-table.ts';
import { BadReportError } from '../read-report.ts';
import type { Outcome } from './outcome.ts';

/** Most reports have one suite. */
const FIRST_SLOTS = 256;
/** At 18 bytes per case, this is the most that fits in memory together with the rest. */
export const MAX_CASES = 4_000_000;

/** The worst outcome of each case of one report. A case is identified by its hash, an integer from 1 to 2^53 - 1. */
export class CaseRegister {
  /** Open addressing, at most half full; 0 marks a free slot. */
  #hashes = new Float64Array(FIRST_SLOTS);
  #outcomes = new Uint8Array(FIRST_SLOTS);
  #size = 0;
  readonly #maxCases: number;

  constructor(maxCases = MAX_CASES) {
    this.#maxCases = maxCases;
  }

  /**
   * Records an outcome. Returns the worst earlier outcome, or undefined for a new case. @throws {BadReportError} if
   * there are too many cases.
   */
  note(hash: number, outcome: Outcome): Outcome | undefined {
    const slot = findSlot(this.#hashes, hash);
    if (this.#hashes[slot] !== 0) {
      const before = this.#outcomes[slot] as Outcome;
      if (outcome > before) this.#outcomes[slot] = outcome;
      return before;
    }
    if (this.#size === this.#maxCases) {
      const rule = `a report has at most ${this.#maxCases} test cases`;
      throw new BadReportError({ rule, cure: 'Write several files.' });
    }
    this.#hashes[slot] = hash;
    this.#outcomes[slot] = outcome;
    this.#size += 1;
    if (this.#size * 2 > this.#hashes.length) this.#grow();
    return undefined;
  }

  #grow(): void {
    const [hashes, outcomes] = [this.#hashes, this.#outcomes];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#outcomes = new Uint8Array(hashes.length * 2);
    for (const [index, hash] of hashes.entries()) {
      if (hash === 0) continue;
      const slot = findSlot(this.#hashes, hash);
      this.#hashes[slot] = hash;
      this.#outcomes[slot] = outcomes[index] as number;
    }
  }
}
