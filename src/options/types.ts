import type { JobStatus } from '../collect/job/compute-job.ts';
import type { Collected } from '../model/collected.ts';
import type { Fault } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Tags } from '../model/metric.ts';
import type { Face } from './rows.ts';
import type { JobNames } from './scope.ts';

/** What a metric's value may be: a number, or its decimal text; `true` is 1 and `false` 0. */
export type MetricValue = number | bigint | boolean | string;

/** When something was measured: epoch seconds (a fraction is floored), ISO 8601 with a zone, or a `Date`. */
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
 * Many metrics. A text is YAML; a text, an object, a `Map` and an array are checked whole before anything is sent, any
 * other iterable window by window.
 */
export type MetricData =
  | string
  | MetricTree
  | ReadonlyMap<string, MetricValue | MetricTree>
  | readonly MetricEntry[]
  | Iterable<MetricEntry>
  | AsyncIterable<MetricEntry>;

/** What is asked of the metrics that a pattern of `limits` matches; what is absent follows from a metric's name. */
export interface MetricLimit {
  readonly better?: 'lower' | 'higher' | 'neither' | undefined;
  /** The least change that matters: `10 %`, or an amount. */
  readonly change?: string | number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** A date such as `2026-11-28`: earlier runs do not count, because a step there was accepted. */
  readonly since?: string | undefined;
  /** Whether it is judged at all. Default: `true`. */
  readonly check?: boolean | undefined;
  /** `exact`: counted, so every change is real. `clock`: measured, so it has noise. */
  readonly kind?: 'exact' | 'clock' | undefined;
}

/** How far a run has come, in lines whose window was confirmed or sent. */
export interface Progress {
  readonly lines: number;
  readonly bytes: number;
}

/** What the entry point knows and the core may not ask for itself. */
export interface RunContext {
  /** Decides the defaults. */
  readonly face: Face;
  /** The instant of the run, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** What the group `auto` is in this run; by itself `ci` for the action and `systems` for the others. */
  readonly autoGroup?: string | undefined;
  /** The source where the options have none. */
  readonly defaultSource?: string | undefined;
  /** What fills the words of the scope. */
  readonly job?: JobNames | undefined;
  /** What the entry point found out by itself. */
  readonly collected?: Collected | undefined;
  /**
   * Whether what is collected is sent in spite of faults of what is named, which are told after it: at the end of a job
   * nobody can mend them and run it again.
   */
  readonly sendsCollectedDespiteFaults?: boolean | undefined;
  /** How the job went so far, for `check`, where the options do not say it. */
  readonly jobStatus?: JobStatus | undefined;
  /** Whether a later run is only tried, without an answer of Graphite. */
  readonly isPreflight?: boolean | undefined;
  /** What the entry point could not collect, reported after everything else was sent. */
  readonly problems?: readonly Fault[] | undefined;
  /** Faults that the entry point found already, to be reported with all others. */
  readonly faults?: Faults | undefined;
  /** Called with the size of every chunk read from a streamed file. */
  readonly onRead?: ((bytes: number) => void) | undefined;
  /** Standard input, for the file name `-`. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** The CI's checkout, which links must not lead out of; without one, or elsewhere, it is the current directory. */
  readonly workspace?: string | undefined;
}
