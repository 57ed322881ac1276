import type { Problem } from '../../model/errors.ts';
import type { SuiteFigures, TestCounts, TestFigures } from '../../model/figures.ts';
import type { CollectedMetric } from '../../model/metric.ts';
import { NotableCases } from './notable-cases.ts';
import type { JunitReport } from './parse-junit.ts';
import { Tally, totalOf } from './tally.ts';

/** Each suite is seven series, so this limits how many new series one run creates in Graphite. */
const MAX_SUITES = 10_000;

/** The reports together: the cases of a suite in several reports add up under its name. */
export class TestSum {
  readonly overall: Tally = new Tally();
  readonly suites: Map<string, Tally> = new Map();
  readonly notable: NotableCases = new NotableCases();
  #reports = 0;
  #hasAllSuites = true;
  #unknownTimes = 0;
  #firstUnknownTime = '';

  /** The number of reports. */
  get reports(): number {
    return this.#reports;
  }

  add(report: JunitReport): void {
    this.#reports += 1;
    const { overall, suites, times } = report;
    if (this.#unknownTimes === 0) this.#firstUnknownTime = times.firstUnknown;
    this.#unknownTimes += times.unknown;
    this.overall.merge(overall);
    this.notable.merge(report.notable);
    for (const [name, tally] of suites) this.#suite(name)?.merge(tally);
  }

  /** What was not understood although the cases were counted. */
  get doubt(): Problem | undefined {
    const count = this.#unknownTimes;
    if (count === 0) return undefined;
    const times = count === 1 ? 'a time is' : `${count} times are`;
    return {
      rule: `${times} not understood and left out; the first`,
      value: this.#firstUnknownTime,
      cure: 'A time is seconds (1.5), a number with ns, us, ms, s, m or h, PT1.5S or 00:01:02.5.',
    };
  }

  /** The fault if there were more suites than are counted one by one. */
  get problem(): Problem | undefined {
    if (this.#hasAllSuites) return undefined;
    const rule = `at most ${MAX_SUITES} suites are counted one by one, the first of all reports; the others are in the sum alone`;
    return { rule, cure: 'Set junit-suites to false, or name fewer reports.' };
  }

  #suite(name: string): Tally | undefined {
    let sum = this.suites.get(name);
    if (sum === undefined && this.suites.size < MAX_SUITES) {
      sum = new Tally();
      this.suites.set(name, sum);
    }
    if (sum === undefined) this.#hasAllSuites = false;
    return sum;
  }
}

/**
 * The metrics and figures of all reports together. `duration_seconds` is the sum of all cases' times, even if they ran
 * in parallel. A suite without any case time adds its own time. The metric is absent if cases ran and none of their
 * times is known.
 */
export function computeTests(sum: TestSum): { metrics: CollectedMetric[]; figures: TestFigures } {
  const overall = toTestCounts(sum.overall);
  const suites: SuiteFigures[] = Array.from(sum.suites, ([name, tally]) => ({
    name,
    ...toTestCounts(tally),
  }));
  const metrics = [
    ...toMetrics(['tests'], overall),
    ...suites.flatMap((suite) => toMetrics(['tests', 'suite', suite.name], suite)),
  ];
  const { failures, slowest } = sum.notable;
  const figures = {
    ...overall,
    suites,
    ...(failures.length === 0 ? {} : { failures }),
    ...(slowest.length === 0 ? {} : { slowest }),
  };
  return { metrics, figures };
}

function toTestCounts({ counts, duration, hasDuration }: Tally): TestCounts {
  const [skipped, passed, flaky, failed, errors] = counts;
  return {
    total: totalOf(counts),
    passed: passed + flaky,
    failed,
    errors,
    skipped,
    flaky,
    ...(hasDuration ? { durationSeconds: duration.toSeconds() } : {}),
  };
}

function toMetrics(nodes: readonly string[], counts: TestCounts): CollectedMetric[] {
  const { total, passed, failed, errors, skipped, flaky, durationSeconds } = counts;
  const values = { total, passed, failed, errors, skipped, flaky, duration_seconds: durationSeconds };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ nodes: [...nodes, name], value }],
  );
}
