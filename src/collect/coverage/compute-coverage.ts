import type { CoverageFigure } from '../../model/figures.ts';
import type { CollectedMetric } from '../../model/metric.ts';
import { COVERAGE_KINDS, type Counts } from './coverage-report.ts';
import type { CoverageUnion } from './union/coverage-union.ts';
import { settleModules } from './union/settle-modules.ts';

/**
 * The coverage of all reports of a run together, each source line once. `giveWay` is awaited regularly, so that the
 * caller can handle a signal. @throws {BadReportError} if the reports are too large together.
 */
export async function computeCoverage(
  union: CoverageUnion,
  giveWay: () => Promise<void>,
): Promise<{ metrics: CollectedMetric[]; figures: CoverageFigure[] }> {
  const figures = [...union.count(await settleModules(union, giveWay))].map(([kind, counts]) => ({
    kind,
    ...counts,
  }));
  return { metrics: figures.flatMap(toMetrics), figures };
}

/** The figures of several parts that share no source file. */
export function sumCoverage(parts: ReadonlyArray<readonly CoverageFigure[]>): CoverageFigure[] {
  return COVERAGE_KINDS.flatMap((kind) => {
    const figures = parts.flat().filter((figure) => figure.kind === kind);
    if (figures.length === 0) return [];
    const sum = (key: 'covered' | 'total'): number => figures.reduce((all, figure) => all + figure[key], 0);
    return [{ kind, covered: sum('covered'), total: sum('total') }];
  });
}

/**
 * The covered share in percent, rounded half up to two decimals; 100 only if everything is covered. Undefined if
 * there is nothing to cover.
 */
export function computePercent({ covered, total }: Counts): number | undefined {
  if (total === 0) return undefined;
  if (covered === total) return 100;
  const hundredths = (BigInt(covered) * 20_000n + BigInt(total)) / (2n * BigInt(total));
  return Math.min(Number(hundredths), 9999) / 100;
}

function toMetrics({ kind, covered, total }: CoverageFigure): CollectedMetric[] {
  const values = { covered, total, percent: computePercent({ covered, total }) };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ nodes: ['coverage', kind, name], value }],
  );
}
