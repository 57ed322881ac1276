import type { Nanoseconds } from './exact-seconds.ts';
import { OUTCOMES } from './outcome.ts';
import { findHiddenFaults, subtractCounts } from './suite-attributes.ts';
import { type Counts, Tally } from './tally.ts';

/** What the start of a suite says about it. */
interface SuiteStart {
  /** Its own name, or the name of the nearest suite around it that has one. */
  readonly name: string;
  /** Distinguishes its cases from those of other suites. */
  readonly key: number;
  readonly depth: number;
  /** The counts of its attributes; undefined if it has none. */
  readonly counts: Counts | undefined;
  /** Its own time; undefined if it has none that is understood. */
  readonly time: Nanoseconds | undefined;
}

/** A suite while it is read. */
export class OpenSuite {
  readonly name: string;
  readonly key: number;
  readonly depth: number;
  readonly #counts: Counts | undefined;
  readonly #time: Nanoseconds | undefined;
  hasCases = false;
  hasTimes = false;
  /** Every result in it and in nested suites, including each attempt and each expected failure. */
  readonly results: Counts = [0, 0, 0, 0, 0];
  /** What the attributes of nested suites added. */
  readonly inside: Tally = new Tally();

  constructor({ name, key, depth, counts, time }: SuiteStart) {
    this.name = name;
    this.key = key;
    this.depth = depth;
    this.#counts = counts;
    this.#time = time;
  }

  /** The counts of its attributes that neither its cases nor nested suites have. */
  findMissingCounts(): Counts | undefined {
    const { results, inside } = this;
    if (this.#counts === undefined) return undefined;
    const known = OUTCOMES.map((outcome) => results[outcome] + inside.counts[outcome]) as Counts;
    const unlisted = this.hasCases ? undefined : subtractCounts(this.#counts, known);
    return unlisted ?? findHiddenFaults(this.#counts, { results, added: inside.counts });
  }

  /** The part of its own time that neither its cases nor nested suites have. */
  findMissingTime(): Nanoseconds | undefined {
    if (this.#time === undefined || this.hasTimes) return undefined;
    return Math.max(0, this.#time - this.inside.duration.toNanoseconds());
  }

  /** Adds what is in a nested suite. */
  addNested({ hasCases, hasTimes, results, inside }: OpenSuite): void {
    this.hasCases ||= hasCases;
    this.hasTimes ||= hasTimes;
    for (const outcome of OUTCOMES) this.results[outcome] += results[outcome];
    this.inside.merge(inside);
  }
}
