import { ExactSum, type Nanoseconds } from './exact-seconds.ts';
import { OUTCOMES, type Outcome, SKIPPED } from './outcome.ts';

/** The number of cases per outcome, indexed by outcome. */
export type Counts = [skipped: number, passed: number, flaky: number, failed: number, errors: number];

/** The number of cases per outcome, and their duration. */
export class Tally {
  readonly counts: Counts = [0, 0, 0, 0, 0];
  readonly duration: ExactSum = new ExactSum();
  #hasTime = false;

  /** Whether the duration is known: at least one time was understood, or nothing ran that takes time. */
  get hasDuration(): boolean {
    return this.#hasTime || totalOf(this.counts) === this.counts[SKIPPED];
  }

  add(counts: Readonly<Counts>): void {
    for (const outcome of OUTCOMES) this.counts[outcome] += counts[outcome];
  }

  addCase(outcome: Outcome): void {
    this.counts[outcome] += 1;
  }

  /** Moves a case to the outcome of a later, worse result. */
  moveCase(from: Outcome, to: Outcome): void {
    this.counts[from] -= 1;
    this.counts[to] += 1;
  }

  addTime(time: Nanoseconds): void {
    this.duration.add(time);
    this.#hasTime = true;
  }

  merge(other: Tally): void {
    this.add(other.counts);
    this.duration.addSum(other.duration);
    this.#hasTime ||= other.#hasTime;
  }
}

export function totalOf(counts: Readonly<Counts>): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
