/** The verdicts on a value, the worst first. */
export const VERDICTS = ['limit', 'regressed', 'unusual', 'improved', 'ok', 'short', 'unknown'] as const;

/**
 * `limit`: beyond a `min` or `max` of the user. `regressed`, `improved`: several runs agree, or a counted value
 * changed. `unusual`: this run deviates. `ok`: as usual. `short`: too few runs. `unknown`: Graphite did not answer.
 */
export type Verdict = (typeof VERDICTS)[number];

/** One metric of a run, compared with its own history. */
export interface MetricVerdict {
  readonly path: string;
  readonly value: number;
  readonly verdict: Verdict;
  /** Which direction is better: guessed from the name, or set by the user. */
  readonly better: 'lower' | 'higher' | 'neither';
  /** The relative change: 0.17 is +17 %. */
  readonly change?: number;
  /** The 10th and the 90th percentile of the last 40 runs. */
  readonly usual?: readonly [low: number, high: number];
  /** Epoch seconds: the time of the first run that agrees. */
  readonly since?: number;
  /** The number of runs that agree, including this one. */
  readonly runs?: number;
  /** The limit that the value exceeds. */
  readonly limit?: { readonly name: 'min' | 'max'; readonly value: number };
  /** The series of the history: its own, or the same one of another group. */
  readonly comparedWith: string;
  /** Whether it counts for the verdict of the run. In a failed job, metrics that reflect the failure do not count. */
  readonly isCounted: boolean;
  /** The last runs, including this one, oldest first: at most twenty. */
  readonly recent: readonly number[];
  /** The number of past runs that were found. */
  readonly history: number;
}

/** A pattern of `limits` without effect in a run. */
export interface UnusedLimit {
  /** As it was written, or one of the choices in its braces. */
  readonly pattern: string;
  /** For a misspelt name: `Did you mean size.bundle.bytes?` */
  readonly suggestion?: string;
  /** The earlier pattern that matches all of its metrics. Undefined if it matches none. */
  readonly behind?: string;
}

/** The result of a run's check. */
export interface CheckFigures {
  /** The worst verdict that counts; `unknown` if nothing was judged. */
  readonly verdict: Verdict;
  /** In the order of the run. */
  readonly metrics: readonly MetricVerdict[];
  /** The paths of the regressed and of the unusual metrics that count. */
  readonly regressed: readonly string[];
  readonly unusual: readonly string[];
  /** The paths for which `fail-on` fails the step. */
  readonly failing: readonly string[];
  /** The number of metrics that were not judged because there were too many. */
  readonly leftOut: number;
  /** Remarks about the history. */
  readonly notices: readonly string[];
  /** The first hundred patterns of `limits` without effect. Undefined if there are none. */
  readonly unusedLimits?: readonly UnusedLimit[];
  /**
   * The address of Graphite for links in a job summary, with a slash at its end. Undefined if a link is not safe or not
   * possible.
   */
  readonly graphiteUrl?: string;
}

/** The verdicts that each value of `fail-on` includes. */
export const FAILING: Readonly<Record<'never' | 'limit' | 'regression' | 'unusual', readonly Verdict[]>> = {
  never: [],
  limit: ['limit'],
  regression: ['limit', 'regressed'],
  unusual: ['limit', 'regressed', 'unusual'],
};

/** The worst of several verdicts; undefined if there are none. */
export function findWorst(verdicts: readonly Verdict[]): Verdict | undefined {
  return VERDICTS.find((one) => verdicts.includes(one));
}
