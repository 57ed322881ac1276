import { findSlot } from '../../util/hash-table.ts';
import { BadReportError } from '../bad-report.ts';
import type { Outcome } from './outcome.ts';

/** Most reports are one suite's. */
const FIRST_SLOTS = 256;
/** At 18 bytes a case this is the most that fits beside everything else. */
const MAX_CASES = 4_000_000;

/** The worst outcome of each case of one report; a case is known by its hash, a whole number from 1 to 2^53 - 1. */
export class CaseRegister {
  /** Open addressing, at most half full; 0 is free. */
  #hashes = new Float64Array(FIRST_SLOTS);
  #outcomes = new Uint8Array(FIRST_SLOTS);
  #size = 0;

  /**
   * Notes an outcome; returns the worst one known before, or nothing where the case is new.
   * @throws {BadReportError} where there are too many cases.
   */
  note(hash: number, outcome: Outcome): Outcome | undefined {
    const slot = findSlot(this.#hashes, hash);
    if (this.#hashes[slot] !== 0) {
      const before = this.#outcomes[slot] as Outcome;
      if (outcome > before) this.#outcomes[slot] = outcome;
      return before;
    }
    if (this.#size === MAX_CASES) {
      const rule = `a report has at most ${MAX_CASES} test cases`;
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
