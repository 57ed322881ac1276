/** Tag names and their values, as Graphite's tagged series carry them. */
export type Tags = Readonly<Record<string, string>>;

/** A metric as a user or a report wrote it: nothing about it has been checked yet. */
export interface WrittenMetric {
  /** Where it was written, in the user's words: `data`, `data-file numbers.txt`, `metric`. */
  readonly origin: string;
  /** The line of the origin, counted from 1, where it has lines. */
  readonly lineNumber?: number;
  /** A dotted path, below the run's group and source. */
  readonly name: string;
  readonly value: unknown;
  readonly timestamp?: unknown;
  /** Beats the run's tags, name by name. */
  readonly tags?: Tags | undefined;
}

/** A metric that the program found by itself. Nobody wrote its names, so none of them is an error. */
export interface CollectedMetric {
  /** Below group, source and scope; each name becomes one node, whatever stands in it. */
  readonly nodes: readonly string[];
  readonly value: number;
  /** Epoch seconds; the run's where absent. */
  readonly timestamp?: number;
}
