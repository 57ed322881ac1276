/** Tag names and their values, as in Graphite's tagged series. */
export type Tags = Readonly<Record<string, string>>;

/** A metric as a user or a report wrote it, not checked yet. */
export interface WrittenMetric {
  /** The place in the user's words: `data`, `data-file numbers.txt`, `metric`. */
  readonly origin: string;
  /** The line in the origin, counted from 1, if it has lines. */
  readonly lineNumber?: number;
  /** A dotted path below the run's group and source. */
  readonly name: string;
  readonly value: unknown;
  readonly timestamp?: unknown;
  /** Overrides the run's tags, name by name. */
  readonly tags?: Tags | undefined;
}

/** A metric that the program collected itself. Its names never cause a fault. */
export interface CollectedMetric {
  /** Below group, source and scope; each name becomes one node. */
  readonly nodes: readonly string[];
  /** The folder of its reports, relative to the workspace, if the scope has a word for it. */
  readonly folder?: string;
  /** The index of the name that the user wrote, if one is. */
  readonly writtenNode?: number;
  readonly value: number;
  /** Epoch seconds; by default the run's timestamp. */
  readonly timestamp?: number;
}
