import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeCoverage } from '../../src/collect/coverage/compute-coverage.ts';
import type { CoverageReport } from '../../src/collect/coverage/coverage-report.ts';
import { parseCoverage } from '../../src/collect/coverage/parse-coverage.ts';
import { computeTests } from '../../src/collect/junit/compute-tests.ts';
import { parseJunit } from '../../src/collect/junit/parse-junit.ts';
import type { CoverageFigure, TestCounts } from '../../src/model/figures.ts';
import { giveNoWay, uniteReports } from './coverage/support.ts';
import { sumReports } from './junit/count.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/reports');
/** The paths in the reports. */
const ROOT = '/home/runner/work/toy/toy';

type Shares = Partial<Record<CoverageFigure['kind'], { covered: number; total: number }>>;

interface Expected {
  tests: ReadonlyArray<{ reports: readonly string[]; counts: TestCounts }>;
  coverage: ReadonlyArray<{ reports: readonly string[]; counts: Shares }>;
}

const tools = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, expected: readExpected(name) }));
const tests = tools.flatMap(({ name, expected }) =>
  expected.tests.map((entry) => ({ tool: name, ...entry })),
);
const coverage = tools.flatMap(({ name, expected }) =>
  expected.coverage.map((entry) => ({ tool: name, ...entry })),
);

it('has reports of many tools, each with expectations', () => {
  expect(tests.length).toBeGreaterThan(15);
  expect(coverage.length).toBeGreaterThan(20);
  for (const { name, expected } of tools) {
    const expectedFor = [...expected.tests, ...expected.coverage].flatMap(({ reports }) => reports);
    expect(listReports(join(FIXTURES, name))).toEqual(expectedFor.toSorted());
  }
});

describe('test reports of real tools', () => {
  it.each(tests)('$tool $reports', async ({ tool, reports, counts }) => {
    const { metrics, figures } = await countTests({ tool, reports, suites: false });
    const { failures = [], slowest = [], ...rest } = figures;
    // Times are added as whole nanoseconds; some tools write fractions of one.
    const seconds = counts.durationSeconds;
    const durationSeconds: unknown = seconds === undefined ? undefined : expect.closeTo(seconds, 6);
    expect(rest).toEqual({ ...counts, durationSeconds, suites: [] });
    // A Go package that cannot be built is not a case.
    const unnamed = tool === 'go' && reports.includes('junit.xml') ? 1 : 0;
    expect(failures.length).toBe(counts.failed + counts.errors - unnamed);
    expect(slowest.length).toBeGreaterThan(0);
    expect(Object.fromEntries(metrics.map(({ nodes, value }) => [nodes.join('/'), value]))).toEqual({
      'tests/total': counts.total,
      'tests/passed': counts.passed,
      'tests/failed': counts.failed,
      'tests/errors': counts.errors,
      'tests/skipped': counts.skipped,
      'tests/flaky': counts.flaky,
      'tests/duration_seconds': durationSeconds,
    });
  });

  it.each(tests)('$tool $reports: no case is in two suites', async ({ tool, reports, counts }) => {
    const { figures } = await countTests({ tool, reports, suites: true });
    const sum = (key: 'total' | 'failed' | 'errors' | 'skipped' | 'flaky'): number =>
      figures.suites.reduce((total, suite) => total + suite[key], 0);
    // Cases of node outside of any suite are in none, nor is a Go package that cannot be built.
    const unbuilt = tool === 'go' && reports.includes('junit.xml') ? 1 : 0;
    expect(counts.total - sum('total')).toBe(tool === 'node' ? 1 : unbuilt);
    expect(counts.errors - sum('errors')).toBe(unbuilt);
    for (const key of ['failed', 'skipped', 'flaky'] as const) expect(sum(key)).toBe(counts[key]);
  });
});

describe('coverage reports of real tools', () => {
  it.each(coverage)('$tool $reports', async ({ tool, reports, counts }) => {
    expect(await toShares(await parseAll(tool, reports))).toEqual(counts);
  });

  it.each(coverage)('$tool $reports given twice counts once', async ({ tool, reports, counts }) => {
    expect(await toShares(await parseAll(tool, [...reports, ...reports]))).toEqual(counts);
  });

  const runs = Map.groupBy(coverage, ({ tool, reports }) => `${tool}/${reports[0]?.split('/').at(-2) ?? ''}`);
  it.each([...runs].filter(([, reports]) => reports.length > 1))(
    'the formats of one run of %s together count each line once',
    async (_, entries) => {
      const reports = await Promise.all(entries.map(({ tool, reports }) => parseAll(tool, reports)));
      expect((await toShares(reports.flat()))['lines']).toEqual(entries[0]?.counts.lines);
    },
  );
});

async function countTests(from: {
  tool: string;
  reports: readonly string[];
  suites: boolean;
}): Promise<ReturnType<typeof computeTests>> {
  const { tool, reports, suites } = from;
  const parsed = reports.map((report) => parseJunit(chunksOf(join(FIXTURES, tool, report)), { suites }));
  return computeTests(sumReports(await Promise.all(parsed)));
}

async function parseAll(tool: string, reports: readonly string[]): Promise<CoverageReport[]> {
  return await Promise.all(
    reports.map((path) => parseCoverage(chunksOf(join(FIXTURES, tool, path)), { root: ROOT, path })),
  );
}

/** A kind without items counts as absent. */
async function toShares(reports: readonly CoverageReport[]): Promise<Shares> {
  const { figures: all } = await computeCoverage(uniteReports(...reports), giveNoWay);
  const figures = all.filter(({ total }) => total > 0);
  return Object.fromEntries(figures.map(({ kind, covered, total }) => [kind, { covered, total }]));
}

/** In small chunks whose length divides nothing, so that tokens cross the boundaries. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const bytes = readFileSync(path);
  for (let start = 0; start < bytes.length; start += 97) yield bytes.subarray(start, start + 97);
}

function readExpected(tool: string): Expected {
  return JSON.parse(readFileSync(join(FIXTURES, tool, 'expected.json'), 'utf8')) as Expected;
}

function listReports(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !path.startsWith('project/') && path !== 'expected.json')
    .toSorted();
}
