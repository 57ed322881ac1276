import { SendError } from '../model/errors.ts';
import type { CheckFigures, MetricVerdict } from '../model/verdict.ts';
import { type CheckedValue, type CheckFacts, computeVerdicts } from './compute-verdicts.ts';
import { type ReadHistory, seemsToForget } from './read-history.ts';

/** The verdicts on the values of a run, and why some have none. */
export function judgeRun(
  values: readonly CheckedValue[],
  facts: CheckFacts & CheckCircumstances & { readonly graphiteUrl: string | undefined },
): CheckFigures {
  const { leftOut, graphiteUrl } = facts;
  const verdicts = computeVerdicts(values, facts);
  const notices = describeCheck(verdicts.metrics, facts);
  return { ...verdicts, leftOut, notices, ...(graphiteUrl === undefined ? {} : { graphiteUrl }) };
}

/** What is known about a check besides its verdicts. */
export interface CheckCircumstances extends ReadHistory {
  readonly leftOut: number;
  /** How many lines a run cannot be judged by: with tags, dated before yesterday, or a second point of a path. */
  readonly skipped?: number;
  readonly nowSeconds: number;
}

/** Why metrics were not judged, one or two sentences for each reason. Responses of Graphite are not quoted. */
export function describeCheck(
  metrics: readonly MetricVerdict[],
  { histories, problem, leftOut, skipped = 0, nowSeconds }: CheckCircumstances,
): readonly string[] {
  const short = metrics.filter(({ verdict }) => verdict === 'short').length;
  return [
    ...(problem === undefined ? [] : [describeProblem(problem, metrics)]),
    ...(short === 0 ? [] : [describeShort(short, metrics.length)]),
    ...(seemsToForget(histories.values(), nowSeconds)
      ? [
          `Graphite seems to keep points for a day only: none that it shows is older. Set a longer retention, as in docs/storage.md.`,
        ]
      : []),
    ...(metrics.length > 0 || skipped === 0
      ? []
      : ['No metric was compared with the history: that needs one point, without tags, dated within a day.']),
    ...(leftOut === 0
      ? []
      : [`${countMetrics(leftOut)} not compared with the history: a run judges the first 1,000.`]),
  ];
}

function describeProblem(problem: unknown, metrics: readonly MetricVerdict[]): string {
  const reason =
    problem instanceof SendError ? problem.message : 'The answer of Graphite was not understood.';
  const unread = metrics.filter(({ verdict, usual }) => verdict === 'unknown' && usual === undefined).length;
  return `The history of ${unread === 1 ? '1 metric' : `${unread} metrics`} was not read, so there is no verdict. ${reason}`;
}

function describeShort(short: number, all: number): string {
  const what =
    short === all ? countMetrics(short) : `${short} of ${all} metrics ${short === 1 ? 'was' : 'were'}`;
  return `${what} not judged: Graphite has too few earlier runs. What is measured needs 10, what is counted and steady 3.`;
}

function countMetrics(count: number): string {
  return count === 1 ? '1 metric was' : `${count} metrics were`;
}
