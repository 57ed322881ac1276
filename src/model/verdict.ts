/** What the history says of a value, the worst first. */
export const VERDICTS = ['limit', 'regressed', 'unusual', 'improved', 'ok', 'short', 'unknown'] as const;

/**
 * `limit`: beyond a `min` or `max` of the user. `regressed`, `improved`: several runs agree, or what is counted changed.
 * `unusual`: this run stands out. `ok`: as usual. `short`: too few runs. `unknown`: Graphite did not answer.
 */
export type Verdict = (typeof VERDICTS)[number];

/** One metric of a run beside its own history. */
export interface MetricVerdict {
  readonly path: string;
  readonly value: number;
  readonly verdict: Verdict;
  /** Which direction is better: a guess by the name, or the user's word. */
  readonly better: 'lower' | 'higher' | 'neither';
  /** The change against what it was compared with: 0.17 is +17 %. */
  readonly change?: number;
  /** The 10th and the 90th percentile of the last 40 runs. */
  readonly usual?: readonly [low: number, high: number];
  /** Epoch seconds: when the first of the runs that agree was. */
  readonly since?: number;
  /** How many runs agree, this one included. */
  readonly runs?: number;
  /** The limit that the value is beyond. */
  readonly limit?: { readonly name: 'min' | 'max'; readonly value: number };
  /** The series whose history it was compared with: its own, or the same one of another group. */
  readonly comparedWith: string;
  /** Whether it decides the verdict of the run; what a failed job says of its failure does not. */
  readonly isCounted: boolean;
  /** The last runs, this one included, oldest first: at most twenty. */
  readonly recent: readonly number[];
  /** How many runs of the past were found. */
  readonly history: number;
}

/** What a run's check found. */
export interface CheckFigures {
  /** The worst verdict that counts; `unknown` where nothing was judged. */
  readonly verdict: Verdict;
  /** In the order of the run. */
  readonly metrics: readonly MetricVerdict[];
  /** The paths of those that regressed, and of those that are unusual, among what counts. */
  readonly regressed: readonly string[];
  readonly unusual: readonly string[];
  /** The paths for which `fail-on` fails the step. */
  readonly failing: readonly string[];
  /** Metrics that could have been judged and were not, because there were too many. */
  readonly leftOut: number;
  /** What the user should know of the history, in our words. */
  readonly notices: readonly string[];
  /** Where Graphite draws a series, as far as a link from a job summary may lead there; with a slash at its end. */
  readonly graphiteUrl?: string;
}

/** Which verdicts each choice of `fail-on` names. */
export const FAILING: Readonly<Record<'never' | 'limit' | 'regression' | 'unusual', readonly Verdict[]>> = {
  never: [],
  limit: ['limit'],
  regression: ['limit', 'regressed'],
  unusual: ['limit', 'regressed', 'unusual'],
};

/** The worst of several verdicts; undefined where there is none. */
export function findWorst(verdicts: readonly Verdict[]): Verdict | undefined {
  return VERDICTS.find((one) => verdicts.includes(one));
}
