import { computeTests, TestSum } from '../../../src/collect/junit/compute-tests.ts';
import { type JunitReport, parseJunit } from '../../../src/collect/junit/parse-junit.ts';
import type { TestFigures } from '../../../src/model/figures.ts';
import { inChunks } from '../xml/documents.ts';

/** The totals of several reports. */
export async function countReports(
  documents: readonly string[],
  options = { suites: true },
): Promise<TestFigures> {
  const reports = [];
  for (const document of documents) {
    reports.push(await parseJunit(inChunks(Buffer.from(document)), options));
  }
  return computeTests(sumReports(reports)).figures;
}

/** Reports, added up as a run does it. */
export function sumReports(reports: readonly JunitReport[]): TestSum {
  const sum = new TestSum();
  for (const report of reports) sum.add(report);
  return sum;
}

/** The counts of one report as `passed+flaky/failed/errors/skipped`, which is short enough for tables. */
export async function countShortly(document: string): Promise<string> {
  return toShort(await countReports([document]));
}

export function toShort(counts: Omit<TestFigures, 'suites'>): string {
  const { total, passed, flaky, failed, errors, skipped } = counts;
  if (total !== passed + failed + errors + skipped || flaky > passed)
    return `no sum: ${JSON.stringify(counts)}`;
  return `${passed - flaky}+${flaky}/${failed}/${errors}/${skipped}`;
}
