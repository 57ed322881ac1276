import { computeTests, TestSum } from '../collect/junit/compute-tests.ts';
import { parseJunit } from '../collect/junit/parse-junit.ts';
import { escapeInvisible, type Problem } from '../model/errors.ts';
import type { CollectedMetric } from '../model/metric.ts';
import type { Options } from '../options/options.ts';
import { placeIn } from './group-reports.ts';
import type { Counted, ReportReader } from './report-reader.ts';

/** Counts the tests of the reports that `junit` names. */
export async function readTests(
  options: Options,
  reader: ReportReader,
): Promise<Counted<'tests'> | undefined> {
  const { junitSuites: suites, ifNoTests } = options;
  const { workspace } = reader;
  const roots = [...(workspace === undefined ? [] : [workspace]), process.cwd()];
  const whole = new TestSum();
  const metrics: CollectedMetric[] = [];
  for (const { folder, files } of await reader.findGroups('junit')) {
    const sum = folder === undefined ? whole : new TestSum();
    const isWhole = await reader.parseEach(
      { option: 'junit', files },
      {
        parse: (chunks) => parseJunit(chunks, { suites, roots }),
        add: (report) => {
          sum.add(report);
          if (sum !== whole) whole.add(report);
        },
      },
    );
    if (!isWhole) return undefined;
    if (sum.problem !== undefined) reader.addProblem({ location: 'junit', ...sum.problem });
    if (sum.reports === 0) continue;
    const counted = computeTests(sum);
    if (counted.figures.total === 0)
      reader.addByPolicy(ifNoTests, { location: 'junit', ...noTestsIn(sum.reports, folder) });
    metrics.push(...placeIn(folder, counted.metrics));
  }
  if (whole.reports === 0) return undefined;
  if (whole.doubt !== undefined) reader.addWarning({ location: 'junit', ...whole.doubt });
  return { metrics, figures: computeTests(whole).figures, reports: whole.reports };
}

function noTestsIn(reports: number, folder: string | undefined): Problem {
  const place = folder === undefined || folder === '' ? '' : ` in ${escapeInvisible(folder)}`;
  const where = reports === 1 ? `the report${place} has` : `the ${reports} reports${place} have`;
  return {
    rule: `${where} no test`,
    cure: 'Did the tests run? Set if-no-tests to ignore where that is right, or to fail.',
  };
}
