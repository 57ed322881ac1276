import { type CheckFigures, FAILING, findWorst, type MetricVerdict, type Verdict } from '../model/verdict.ts';
import { findLimit, type Limit } from '../options/find-limit.ts';
import { compareWithHistory, type HistoryPoint, isNoisy, type JudgeOptions } from './judge.ts';
import { findLeastChange, findTraits } from './metric-traits.ts';
import type { RunValue } from './run-values.ts';

/** One value of this run, and the series whose history it is compared with. */
export interface CheckedValue extends RunValue {
  readonly comparedWith: string;
}

/** What is known besides the values. */
export interface CheckFacts {
  /** By series, oldest first; a series without points is absent. */
  readonly histories: ReadonlyMap<string, readonly HistoryPoint[]>;
  /** The series that Graphite was asked for and answered. */
  readonly asked: ReadonlySet<string>;
  readonly limits: readonly Limit[];
  readonly failOn: keyof typeof FAILING;
  /**
   * Whether the values are the next runs of their histories; false for a pull request that is compared with the
   * default branch.
   */
  readonly isOwnHistory: boolean;
  /** Whether the job of this run succeeded; undefined if it is not known yet. */
  readonly isJobSuccess: boolean | undefined;
  /** `job.success` of the same job, oldest first: metrics of failed jobs do not count as history. */
  readonly jobSuccess: readonly HistoryPoint[];
}

/** A value with everything that decides its verdict. */
interface Judged extends CheckedValue {
  readonly limit: Limit | undefined;
  readonly kind: NonNullable<JudgeOptions['kind']>;
  readonly better: NonNullable<JudgeOptions['better']>;
  readonly leastChange: NonNullable<JudgeOptions['leastChange']>;
  /** Undefined if it was not read. */
  readonly history: readonly HistoryPoint[] | undefined;
  readonly isCounted: boolean;
}

const SHOWN_RUNS = 20;
/** How long after a metric its job's `job.success` may be, in seconds. */
const JOB_SPAN_SECONDS = 6 * 3600;

/** Compares every value with its own history and its limits. */
export function computeVerdicts(
  values: readonly CheckedValue[],
  facts: CheckFacts,
): Omit<CheckFigures, 'leftOut' | 'notices'> {
  const judged = values
    .map((value) => describe(value, facts))
    .filter(({ limit }) => limit === undefined || limit.check);
  // With more values, chance findings are more likely, so each test is stricter.
  const noisy = judged.filter((one) => isComparable(one, facts) && isNoisy(one.history ?? [], one.kind));
  const metrics = judged.map((one) => judgeMetric(one, { ...facts, metrics: Math.max(1, noisy.length) }));
  const counted = metrics.filter((metric) => metric.isCounted);
  const list = (verdicts: readonly Verdict[]): readonly string[] =>
    counted.filter(({ verdict }) => verdicts.includes(verdict)).map(({ path }) => path);
  return {
    verdict: findWorst(counted.map(({ verdict }) => verdict)) ?? 'unknown',
    metrics,
    regressed: list(['regressed']),
    unusual: list(['unusual']),
    failing: list(FAILING[facts.failOn]),
  };
}

function describe(value: CheckedValue, facts: CheckFacts): Judged {
  const nodes = value.name.split('.');
  const path = value.path.split('.');
  const limit = findLimit(facts.limits, { nodes: path, prefixNodes: path.length - nodes.length });
  const traits = findTraits(nodes);
  const kind = limit?.kind ?? traits.kind;
  return {
    ...value,
    limit,
    kind,
    better: limit?.better ?? traits.better,
    leastChange: limit?.leastChange ?? findLeastChange(nodes, kind),
    history: facts.asked.has(value.comparedWith)
      ? selectHistory({ ...value, since: limit?.since }, facts)
      : undefined,
    // Metrics that reflect a failed job are not news.
    isCounted: facts.isJobSuccess !== false || !/^(?:job\.[^.]+|tests\.failed)$/.test(value.name),
  };
}

/** Whether a value can be compared with its history: a job that fails early is not a faster job. */
function isComparable({ history, kind }: Judged, { isJobSuccess }: CheckFacts): boolean {
  return history !== undefined && (kind === 'exact' || isJobSuccess !== false);
}

function judgeMetric(one: Judged, facts: CheckFacts & { readonly metrics: number }): MetricVerdict {
  const { path, value, comparedWith, kind, better, leastChange, limit, isCounted, history = [] } = one;
  const recent = [...history.slice(1 - SHOWN_RUNS).map(([, past]) => past), value];
  const known = { path, value, better, comparedWith, isCounted, recent, history: history.length };
  const { isOwnHistory: isNextRun, metrics } = facts;
  const options = { kind, better, leastChange, metrics, isNextRun };
  const { verdict, ...judgement } = compareWithHistory({ history, value }, options);
  const { usual } = judgement;
  const shown = usual === undefined ? known : { ...known, usual };
  const broken = findBroken(value, limit);
  if (broken !== undefined) return { ...shown, verdict: 'limit', limit: broken };
  return isComparable(one, facts) ? { ...shown, ...judgement, verdict } : { ...shown, verdict: 'unknown' };
}

function selectHistory(
  {
    comparedWith,
    timestamp,
    since = Number.NEGATIVE_INFINITY,
  }: CheckedValue & { readonly since: number | undefined },
  { jobSuccess, histories }: CheckFacts,
): readonly HistoryPoint[] {
  const points = histories.get(comparedWith) ?? [];
  return points.filter(([time]) => time >= since && time <= timestamp && !isOfFailedJob(time, jobSuccess));
}

/** Whether the next `job.success` after a point says that the job failed. */
function isOfFailedJob(time: number, jobSuccess: readonly HistoryPoint[]): boolean {
  let [low, high] = [0, jobSuccess.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((jobSuccess[middle] as HistoryPoint)[0] < time) low = middle + 1;
    else high = middle;
  }
  const next = jobSuccess[low];
  return next !== undefined && next[0] - time <= JOB_SPAN_SECONDS && next[1] === 0;
}

function findBroken(value: number, limit: Limit | undefined): MetricVerdict['limit'] {
  if (limit?.min !== undefined && value < limit.min) return { name: 'min', value: limit.min };
  if (limit?.max !== undefined && value > limit.max) return { name: 'max', value: limit.max };
  return undefined;
}
