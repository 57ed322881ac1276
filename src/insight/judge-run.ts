import { SendError } from '../model/errors.ts';
import type { CheckFigures, MetricVerdict } from '../model/verdict.ts';
import { type CheckedValue, type CheckFacts, computeVerdicts } from './compute-verdicts.ts';
import { findUnusedLimits } from './find-unused-limits.ts';
import { type ReadHistory, seemsToForget } from './read-history.ts';

/** The verdicts on the values of a run, and why some have none. */
export function judgeRun(
  values: readonly CheckedValue[],
  facts: CheckFacts & CheckCircumstances & { readonly graphiteUrl: string | undefined },
): CheckFigures {
  const { leftOut, graphiteUrl } = facts;
  const verdicts = computeVerdicts(values, facts);
  const excluded = values.length - verdicts.metrics.length;
  const unusedLimits = findUnusedLimits(facts.limits, values);
  return {
    ...verdicts,
    leftOut,
    notices: describeCheck(verdicts.metrics, { ...facts, excluded }),
    ...(unusedLimits.length === 0 ? {} : { unusedLimits }),
    ...(graphiteUrl === undefined ? {} : { graphiteUrl }),
  };
}

/** What is known about a check besides its verdicts. */
export interface CheckCircumstances extends ReadHistory {
  readonly leftOut: number;
  /** How many lines a run cannot be judged by: with tags, dated before yesterday, or a second point of a path. */
  readonly skipped?: number;
  /** How many values have a limit with `check: false`. */
  readonly excluded?: number;
  /** What is sent while it is read: each stream by its name, and the number of files to replay. */
  readonly streams?: readonly string[];
  readonly replays?: number;
  readonly nowSeconds: number;
}

/** Why metrics were not judged, one or two sentences for each reason. Responses of Graphite are not quoted. */
export function describeCheck(
  metrics: readonly MetricVerdict[],
  circumstances: CheckCircumstances,
): readonly string[] {
  const { histories, problem, leftOut, nowSeconds } = circumstances;
  const short = metrics.filter(({ verdict }) => verdict === 'short').length;
  return [
    ...(problem === undefined ? [] : [describeProblem(problem, metrics)]),
    ...(short === 0 ? [] : [describeShort(short, metrics.length)]),
    ...(seemsToForget(histories.values(), nowSeconds)
      ? [
          `Graphite seems to keep points for a day only: none that it shows is older. Set a longer retention, as in docs/storage.md.`,
        ]
      : []),
    ...describeUnjudged(metrics.length, circumstances),
    ...(leftOut === 0
      ? []
      : [`${countMetrics(leftOut)} not compared with the history: a run judges the first 1,000.`]),
  ];
}

function describeUnjudged(
  judged: number,
  { skipped = 0, excluded = 0, streams = [], replays = 0 }: CheckCircumstances,
): readonly string[] {
  const [stream, ...others] = streams;
  const name = others.length === 0 ? stream : `${stream} (and ${others.length} more)`;
  const reason =
    (excluded > 0 && 'limits exclude every one') ||
    (skipped > 0 && 'that needs one point, without tags, dated within a day') ||
    (replays > 0 && 'what replay sends is not');
  return [
    ...(name === undefined
      ? []
      : [
          `${name}: not compared with the history, because it is sent while it is read. Metrics given as a map are compared.`,
        ]),
    ...(judged > 0 || reason === false ? [] : [`No metric was compared with the history: ${reason}.`]),
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
