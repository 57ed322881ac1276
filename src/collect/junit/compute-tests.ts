import type { Fault } from '../../model/errors.ts';
import type { SuiteFigures, TestCounts, TestFigures } from '../../model/figures.ts';
import type { CollectedMetric } from '../../model/metric.ts';
import type { JunitReport } from './parse-junit.ts';
import { Tally, totalOf } from './tally.ts';

/** Each suite is seven series: what one run may make of them in somebody's Graphite. */
const MAX_SUITES = 10_000;

/** The reports together: one suite's cases of several reports add up under its name. */
export class TestSum {
  readonly overall: Tally = new Tally();
  readonly suites: Map<string, Tally> = new Map();
  #reports = 0;
  #hasAllSuites = true;

  /** How many reports there are. */
  get reports(): number {
    return this.#reports;
  }

  add(report: JunitReport): void {
    this.#reports += 1;
    this.overall.merge(report.overall);
    for (const [name, tally] of report.suites) this.#suite(name)?.merge(tally);
  }

  /** What is wrong where there were more suites than are counted one by one. */
  get problem(): Omit<Fault, 'location'> | undefined {
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
 * The metrics and the figures of all reports together. `duration_seconds` is the sum of what the cases took, whatever
 * ran side by side; a suite none of whose cases has a time adds its own.
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
  return { metrics, figures: { ...overall, suites } };
}

function toTestCounts({ counts, duration }: Tally): TestCounts {
  const [passed, flaky, skipped, failed, errors] = counts;
  return {
    total: totalOf(counts),
    passed: passed + flaky,
    failed,
    errors,
    skipped,
    flaky,
    durationSeconds: duration.toSeconds(),
  };
}

function toMetrics(nodes: readonly string[], counts: TestCounts): CollectedMetric[] {
  const { total, passed, failed, errors, skipped, flaky, durationSeconds } = counts;
  const values = { total, passed, failed, errors, skipped, flaky, duration_seconds: durationSeconds };
  return Object.entries(values).map(([name, value]) => ({ nodes: [...nodes, name], value }));
}
