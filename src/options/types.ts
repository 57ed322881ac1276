import type { Tags } from '../model/metric.ts';

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
