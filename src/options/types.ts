import type { Collected } from '../model/collected.ts';
import type { Faults } from '../model/faults.ts';
import type { JobStatus } from '../model/figures.ts';
import type { Tags } from '../model/metric.ts';
import type { Face } from './rows.ts';
import type { JobNames } from './scope.ts';

/** The value of a metric: a number, or its decimal text; `true` is 1 and `false` 0. */
export type MetricValue = number | bigint | boolean | string;

/** A time: epoch seconds (fractions are rounded down), ISO 8601 with a zone, or a `Date`. */
export type Timestamp = number | string | Date;

/** One metric of a list. */
export interface MetricItem {
  readonly metric: string;
  readonly value: MetricValue;
  readonly timestamp?: Timestamp | undefined;
  readonly tags?: Tags | undefined;
}

/** A map of metrics; nested maps are joined by dots. */
export interface MetricTree {
  readonly [name: string]: MetricValue | MetricTree;
}

/** One metric of an iterable: an item, or a `[name, value]` pair as a `Map` yields it. */
export type MetricEntry = MetricItem | readonly [name: string, value: MetricValue];

/**
 * Many metrics. A text is YAML. A text, an object, a `Map` and an array are checked as a whole before anything is
 * sent, any other iterable window by window.
 */
export type MetricData =
  | string
  | MetricTree
  | ReadonlyMap<string, MetricValue | MetricTree>
  | readonly MetricEntry[]
  | Iterable<MetricEntry>
  | AsyncIterable<MetricEntry>;

/** The limits of the metrics that a pattern of `limits` matches; absent keys follow from a metric's name. */
export interface MetricLimit {
  readonly better?: 'lower' | 'higher' | 'neither' | undefined;
  /** The least change that matters: `10 %`, or an amount. */
  readonly change?: string | number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** A date such as `2026-11-28`: earlier runs do not count, because a step was accepted at this time. */
  readonly since?: string | undefined;
  /** Whether it is judged at all. Default: `true`. */
  readonly check?: boolean | undefined;
  /** `exact`: counted, so every change is real. `clock`: measured, so it has noise. */
  readonly kind?: 'exact' | 'clock' | undefined;
}

/** The progress of a run, in lines and bytes of windows that were confirmed or sent. */
export interface Progress {
  readonly lines: number;
  readonly bytes: number;
}

/** What the entry point knows and passes to the core. */
export interface RunContext {
  /** Decides the defaults. */
  readonly face: Face;
  /** The instant of the run, in epoch milliseconds. */
  readonly nowMs: number;
  /** The group of `auto` in this run; by default `ci` for the action and `systems` for the others. */
  readonly autoGroup?: string | undefined;
  /** The source if the options have none. */
  readonly defaultSource?: string | undefined;
  /** Names that the CI system may have filled into `source`: the repository, and the values of the matrix leg. */
  readonly filledIn?: readonly string[] | undefined;
  /** The words of the scope. */
  readonly job?: JobNames | undefined;
  /**
   * What the entry point collects. It is called when the options were checked, and asks no server unless `isValid`:
   * then nothing is sent.
   */
  readonly collect?: ((isValid: boolean) => Promise<Collected>) | undefined;
  /**
   * Whether collected metrics are sent in spite of faults of named ones, which are reported afterwards. At the end of a
   * job, a run cannot be corrected and repeated.
   */
  readonly sendsCollectedDespiteFaults?: boolean | undefined;
  /** What the entry point warns of. */
  readonly warnings?: readonly string[] | undefined;
  /** The job's status so far, for `check`, if the options do not give it. */
  readonly jobStatus?: JobStatus | undefined;
  /** Whether this run only checks a later one, without asking Graphite. */
  readonly isPreflight?: boolean | undefined;
  /** Faults that the entry point found, to be reported together with all others. */
  readonly faults?: Faults | undefined;
  /** Called with the size of every chunk read from a streamed file. */
  readonly onRead?: ((bytes: number) => void) | undefined;
  /** Standard input, for the file name `-`. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** The CI's checkout, which links must not leave; without it, or outside of it, the current directory. */
  readonly workspace?: string | undefined;
}
