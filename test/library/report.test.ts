import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CarbonClient, InputError, report } from '../../src/index.ts';
import { startServer } from '../support/faulty-server.ts';
import { RECENT } from '../support/recent.ts';
import { createTempDir } from '../support/temp-dir.ts';

const at = RECENT;
const place = { group: 'g', source: 's', timestamp: at };
const cases = '<testcase name="a" time="0.1"/><testcase name="b" time="0.2"><failure/></testcase>';

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = (await createTempDir('report-')).path;
  await mkdir(inFolder('dist'));
  await writeFile(inFolder('a.xml'), `<testsuite name="unit">${cases}</testsuite>`);
  await writeFile(inFolder('bad.xml'), '<testsuite>');
  await writeFile(inFolder('lcov.info'), 'SF:src/a.js\nDA:1,1\nDA:2,0\nend_of_record\n');
  await writeFile(inFolder('dist/a.js'), 'x'.repeat(1000));
});
afterAll(() => rm(folder, { recursive: true }));

/** The lines of a dry run, without their time. */
async function makeLines(options: Parameters<typeof report>[0]): Promise<readonly string[]> {
  const { points } = await report({ ...place, dryRun: true, ...options });
  return points.map(({ path, value }) => `${path} ${value}`);
}

describe('report', () => {
  it('sends what reports, files and the job contain, together with named metrics', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const { host, port } = server;
    const result = await report({
      ...place,
      server: host,
      port,
      metric: 'named',
      value: 7,
      scope: 'nightly',
      junit: inFolder('a.xml'),
      junitSuites: true,
      coverage: [inFolder('lcov.info')],
      sizes: { bundle: [inFolder('dist')] },
      jobStatus: 'failed',
    });
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 24, warnings: [] });
    const lines = server.lines().map((line) => line.replace(` ${at}`, ''));
    expect(lines.slice(0, 8)).toEqual([
      'g.s.named 7',
      'g.s.nightly.tests.total 2',
      'g.s.nightly.tests.passed 1',
      'g.s.nightly.tests.failed 1',
      'g.s.nightly.tests.errors 0',
      'g.s.nightly.tests.skipped 0',
      'g.s.nightly.tests.flaky 0',
      'g.s.nightly.tests.duration_seconds 0.3',
    ]);
    expect(lines.slice(8)).toEqual(
      expect.arrayContaining([
        'g.s.nightly.tests.suite.unit.failed 1',
        'g.s.nightly.coverage.lines.percent 50',
        'g.s.nightly.size.bundle.bytes 1000',
        'g.s.nightly.job.failure 1',
      ]),
    );
    expect(result.figures).toMatchObject({ tests: { total: 2 }, coverage: [{ covered: 1 }] });
  });

  it('has no scope by default, and adds no metric', async () => {
    expect(await makeLines({ coverage: inFolder('lcov.info') })).toEqual([
      'g.s.coverage.lines.covered 1',
      'g.s.coverage.lines.total 2',
      'g.s.coverage.lines.percent 50',
    ]);
  });

  it('is a method of the client, and overrides its options', async () => {
    const lines: string[] = [];
    const client = new CarbonClient({ ...place, dryRun: true, onDryRun: (text) => lines.push(text) });
    await client.report({ coverage: inFolder('lcov.info'), source: 'other', group: undefined });
    expect(lines.join('').split('\n')[0]).toBe(`g.other.coverage.lines.covered 1 ${at}`);
  });

  it('warns about a report that cannot be counted, or fails after the rest was sent', async () => {
    const options = { ...place, dryRun: true, junit: [inFolder('*.xml')] };
    const { warnings, linesMade } = await report(options);
    expect([linesMade, warnings]).toEqual([7, [expect.stringMatching(/^junit .*bad\.xml: this is not/)]]);
    const error: unknown = await report({ ...options, onBadReport: 'fail' }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).result).toMatchObject({ delivery: 'dry-run', linesMade: 7 });
  });

  it('ends with a stopped delivery, also while it reads files', async () => {
    const stopped = AbortSignal.abort();
    for (const source of [{ sizes: { a: inFolder('dist') } }, { junit: inFolder('a.xml') }]) {
      await expect(report({ ...place, dryRun: true, signal: stopped, ...source })).rejects.toBe(
        stopped.reason,
      );
    }
  });

  it('makes series of at most ten thousand suites, and counts the others in the totals', async () => {
    const suites = Array.from({ length: 6000 }, (_, index) => index);
    for (const file of ['x', 'y']) {
      const text = suites.map(
        (index) => `<testsuite name="${file}${index}"><testcase name="a" time="1"/></testsuite>`,
      );
      await writeFile(inFolder(`${file}.suites`), `<testsuites>${text.join('')}</testsuites>`);
    }
    const junit = [inFolder('x.suites'), inFolder('y.suites')];
    const { figures, linesMade, warnings } = await report({
      ...place,
      dryRun: true,
      junit,
      junitSuites: true,
    });
    expect([figures?.tests?.total, figures?.tests?.suites.length, linesMade]).toEqual([
      12_000, 10_000, 70_007,
    ]);
    expect(warnings).toEqual([expect.stringMatching(/^junit: at most 10000 suites are counted one by one/)]);
    const { warnings: none } = await report({ ...place, dryRun: true, junit });
    expect(none).toEqual([]);
  });

  it('yields to other work with ten thousand written paths', async () => {
    const suites = Array.from({ length: 3000 }, (_, index) => index);
    const text = suites.map(
      (index) => `<testsuite name="s${index}"><testcase name="a" time="1"/></testsuite>`,
    );
    await writeFile(inFolder('clash.suites'), `<testsuites>${text.join('')}</testsuites>`);
    const figures = ['total', 'passed', 'failed', 'errors'];
    const data = Object.fromEntries(
      suites.flatMap((index) => figures.map((figure) => [`tests.suite.s${index}.${figure}`, 1])),
    );
    const reports = { junit: inFolder('clash.suites'), junitSuites: true };
    const { linesMade, warnings, points } = await report({ ...place, dryRun: true, data, ...reports });
    expect(linesMade).toBe(12_000 + 21_007);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^Names that would be one path .*"total" → tests\.suite\.s0\.total_[0-9a-f]{6}, .* and 11990 more\./,
      ),
    ]);
    expect(points).not.toEqual([]);
  });
});
