import { type CheckFigures, findWorst, type MetricVerdict, type Verdict } from '../model/verdict.ts';
import { type HistoryPoint, judge } from './judge.ts';
import { findLimit, type Limit } from './limits.ts';
import { findLeastChange, findTraits } from './metric-traits.ts';

/** One value of this run. */
export interface CheckedMetric {
  readonly path: string;
  readonly value: number;
}

/** What is known beside the values. */
export interface CheckFacts {
  /** By path, oldest first. Undefined where Graphite gave no answer; a path without points is absent. */
  readonly histories: ReadonlyMap<string, readonly HistoryPoint[]> | undefined;
  readonly limits: readonly Limit[];
  /** Whether the job of this run succeeded; undefined where that is not known yet. */
  readonly isJobSuccess: boolean | undefined;
  /** `job.success` of the same job, oldest first: what a failed job sent is no history. */
  readonly jobSuccess: readonly HistoryPoint[];
  /** Metrics that were left out because there were too many. */
  readonly leftOut: number;
}

const SHOWN_RUNS = 20;
/** How long after a metric its job's `job.success` may be, in seconds. */
const JOB_SPAN_SECONDS = 6 * 3600;

/** Compares every value with its own history and its limits. */
export function computeVerdicts(metrics: readonly CheckedMetric[], facts: CheckFacts): CheckFigures {
  const judged = metrics
    .map((metric) => ({ ...metric, nodes: metric.path.split('.') }))
    .map((metric) => ({ ...metric, limit: findLimit(facts.limits, metric.nodes) }))
    .filter(({ limit }) => limit?.check !== false);
  const verdicts = judged.map((metric) => judgeMetric(metric, { ...facts, metrics: judged.length }));
  const counted = verdicts.filter(({ path }) => isCounted(path, facts));
  return {
    verdict: findWorst(counted.map(({ verdict }) => verdict)) ?? 'unknown',
    metrics: verdicts,
    leftOut: facts.leftOut,
  };
}

/** A job that failed says so by `job.*` and `tests.failed`: that is no news of its metrics. */
function isCounted(path: string, { isJobSuccess }: CheckFacts): boolean {
  return isJobSuccess !== false || !/(?:^|\.)(?:job\.[^.]+|tests\.failed)$/.test(path);
}

function judgeMetric(
  {
    path,
    value,
    nodes,
    limit,
  }: CheckedMetric & { readonly nodes: readonly string[]; readonly limit: Limit | undefined },
  facts: CheckFacts & { readonly metrics: number },
): MetricVerdict {
  const traits = findTraits(nodes);
  const kind = limit?.kind ?? traits.kind;
  const better = limit?.better ?? traits.better;
  const leastChange = limit?.leastChange ?? findLeastChange(nodes, kind);
  const history = selectHistory(path, limit, facts);
  const recent = [...history.slice(1 - SHOWN_RUNS).map(([, one]) => one), value];
  const known = { path, value, better, recent, history: history.length };
  const broken = findBroken(value, limit);
  if (broken !== undefined)
    return { ...known, verdict: 'limit', limit: broken, ...showUsual(history, value) };
  if (facts.histories === undefined) return { ...known, verdict: 'unknown' };
  // What fails fast is not faster.
  if (kind === 'clock' && facts.isJobSuccess === false)
    return { ...known, verdict: 'unknown', ...showUsual(history, value) };
  const { verdict, ...judged } = judge(history, value, { kind, better, leastChange, metrics: facts.metrics });
  return { ...known, ...judged, verdict: verdict satisfies Verdict };
}

function showUsual(history: readonly HistoryPoint[], value: number): Pick<MetricVerdict, 'usual'> {
  const { usual } = judge(history, value);
  return usual === undefined ? {} : { usual };
}

function selectHistory(path: string, limit: Limit | undefined, facts: CheckFacts): readonly HistoryPoint[] {
  const { jobSuccess, histories } = facts;
  const since = limit?.since ?? Number.NEGATIVE_INFINITY;
  const points = histories?.get(path) ?? [];
  return points.filter((point) => point[0] >= since && !isOfFailedJob(point[0], jobSuccess));
}

/** Whether the job's own word that comes next after a point, in time, says that the job failed. */
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
