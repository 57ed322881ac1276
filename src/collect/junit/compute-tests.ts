import type { SuiteFigures, TestCounts, TestFigures } from '../../figures.ts';
import type { CollectedMetric } from '../collected.ts';
import type { JunitReport } from './parse-junit.ts';
import { Tally, totalOf } from './tally.ts';

/** The reports together: one suite's cases of several reports add up under its name. */
export function mergeJunit(reports: Iterable<JunitReport>): JunitReport {
  const overall = new Tally();
  const suites = new Map<string, Tally>();
  for (const report of reports) {
    overall.merge(report.overall);
    for (const [name, tally] of report.suites) {
      const sum = suites.get(name) ?? new Tally();
      suites.set(name, sum);
      sum.merge(tally);
    }
  }
  return { overall, suites };
}

/**
 * The metrics and the figures of all reports together. `duration_seconds` is the sum of what the cases took, whatever
 * ran side by side; a suite none of whose cases has a time adds its own.
 */
export function computeTests(
  reports: Iterable<JunitReport>,
  options: { suites: boolean },
): { metrics: CollectedMetric[]; figures: TestFigures } {
  const merged = mergeJunit(reports);
  const overall = toTestCounts(merged.overall);
  const suites: SuiteFigures[] = options.suites
    ? Array.from(merged.suites, ([name, tally]) => ({ name, ...toTestCounts(tally) }))
    : [];
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
