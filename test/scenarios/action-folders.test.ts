import { describe, expect, it } from 'vitest';
import { makeTree } from '../read/make-tree.ts';
import { runCli } from '../support/cli.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { act } from './act.ts';

const SCOPE = 'ci.octo-org.octo-repo.ci.build';
const suite = (tests: number, end = ''): string =>
  `<testsuite name="unit">${'<testcase time="1"/>'.repeat(tests)}${end}</testsuite>`;
const lcov = (...hits: number[]): string =>
  `SF:src/index.js\n${hits.map((hit, index) => `DA:${index + 1},${hit}\n`).join('')}end_of_record\n`;
const files = {
  'packages/api/reports/junit.xml': suite(2),
  'packages/api/reports/more.xml': suite(1),
  'packages/web/reports/junit.xml': suite(5, '<testcase name="bad" time="1"><failure/></testcase>'),
  'packages/api/lcov.info': lcov(1, 1, 1, 0),
  'packages/web/lcov.info': lcov(1, 0, 0, 0, 0, 0),
  'junit.xml': suite(7),
};
const scope = '{workflow}.{job}.{path}';

/** The value of each path below the scope. */
function toValues(lines: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    lines.map((line) => {
      const [path = '', value] = line.split(' ');
      return [path.replace(`${SCOPE}.`, ''), Number(value)];
    }),
  );
}

describe.concurrent('{path} in the scope', () => {
  it('counts the tests of each folder separately, and all of them in the summary', async () => {
    const { run, lines, printed } = await act({ junit: '**/*.xml', scope }, { files });
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(lines).toHaveLength(21);
    expect(toValues(lines)).toMatchObject({
      'packages.api.reports.tests.total': 3,
      'packages.web.reports.tests.total': 6,
      'packages.web.reports.tests.failed': 1,
      'tests.total': 7,
    });
    expect(run.summary).toMatch(/1 of 16 tests failed/);
  });

  it('keeps equal source files of two packages apart, without a warning', async () => {
    const inputs = { coverage: 'packages/*/lcov.info' };
    const { printed, lines, run } = await act({ ...inputs, scope }, { files });
    expect(printed).toEqual([]);
    expect(toValues(lines)).toMatchObject({
      'packages.api.coverage.lines.covered': 3,
      'packages.api.coverage.lines.total': 4,
      'packages.web.coverage.lines.covered': 1,
      'packages.web.coverage.lines.total': 6,
    });
    expect(run.summary).toMatch(/coverage 40\.0 %/);
    const together = await act(inputs, { files });
    expect(together.printed).toEqual([
      expect.stringMatching(/^warning coverage: .* counts once .*put \{path\} into the scope/),
    ]);
  });

  it('is empty for what has no folder', async () => {
    const inputs = { sizes: 'all: packages/**', scope: '{path}.{job}.x' };
    const { lines } = await act({ ...inputs, junit: 'junit.xml' }, { files });
    expect(Object.keys(toValues(lines))).toEqual(
      expect.arrayContaining([
        'ci.octo-org.octo-repo.build.x.tests.total',
        'ci.octo-org.octo-repo.build.x.size.all.files',
      ]),
    );
  });

  it('is a part of each node where the scope has text around it', async () => {
    const junit = 'packages/api/reports/*';
    const { lines, printed } = await act({ junit, scope: 'of-{path}-here' }, { files });
    expect(lines[0]).toContain('.of-packages.api.reports-here.tests.total 3 ');
    expect(printed).toEqual([]);
    const other = await act({ junit, scope: 'of {path}' }, { files });
    expect(other.printed).toEqual([
      'notice A name was changed to what every receiver keeps: "of {path}" → of_{path}.',
    ]);
  });

  it('warns of each package without a test, by its folder', async () => {
    const empty = { 'a/r.xml': '<testsuites/>', 'b/r.xml': suite(1), 'c/r.xml': '<testsuites/>' };
    const { printed, run } = await act({ junit: '*/r.xml', scope }, { files: empty });
    expect(run.exitCode).toBe(0);
    expect(printed).toEqual([
      expect.stringMatching(
        /^warning junit: the report in a has no test\. .*\njunit: the report in c has no test\./,
      ),
    ]);
  });

  it('makes each part of a hostile folder one name', async () => {
    const hostile = { 'a.b c/::error::x/日本/r.xml': suite(1), 'a_b c/::error::x/日本/r.xml': suite(2) };
    const { lines, printed, run } = await act({ junit: '**/r.xml', scope: '{path}' }, { files: hostile });
    expect(run.exitCode).toBe(0);
    expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(14);
    for (const line of lines)
      expect(line).toMatch(
        /^ci\.octo-org\.octo-repo\.a_b_c_[0-9a-f]{6}\.::error::x\.__[0-9a-f]{6}\.tests\.\w+ \d/,
      );
    expect(printed.map((text) => text.split(' ')[0])).toEqual(['notice', 'warning']);
  });
});

describe('{path} of the command line', () => {
  const args = ['--dry-run', '-g', '', '-s', '', '--scope', '{path}', '--junit', 'reports/*.xml'];

  it('is relative to the current folder, and in CI to the checkout', async () => {
    await using dir = await createTempDir();
    await makeTree(dir.path, { 'packages/api/reports/r.xml': suite(1), link: { link: './' } });
    const cwd = `${dir.path}/packages/api`;
    const outside = await runCli(args, { cwd });
    expect(outside.stdout).toMatch(/^reports\.tests\.total 1 /);
    for (const workspace of [dir.path, `${dir.path}/link`]) {
      const env = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace };
      const inside = await runCli(args, { cwd, env });
      expect(inside.stdout).toContain('packages.api.reports.tests.total 1 ');
    }
  });

  it('is relative to the current folder also for a path through a link to it', async () => {
    await using dir = await createTempDir();
    await makeTree(dir.path, { 'w/reports/r.xml': suite(1), link: { link: 'w/' } });
    const run = await runCli([...args.slice(0, -1), `${dir.path}/link/reports/*.xml`], {
      cwd: `${dir.path}/link`,
    });
    expect(run.stdout).toMatch(/^reports\.tests\.total 1 /);
  });

  it('is the whole folder of a report outside of the checkout', async () => {
    await using dir = await createTempDir();
    await makeTree(dir.path, { 'out/r.xml': suite(1), 'w/x': '' });
    const run = await runCli([...args.slice(0, -1), `${dir.path}/out/r.xml`], { cwd: `${dir.path}/w` });
    expect(run.stdout).toMatch(/^\S+\.out\.tests\.total 1 /);
  });

  it('counts a thousand folders at most', async () => {
    await using dir = await createTempDir();
    const names = Array.from({ length: 1001 }, (_, index) => `r/${index}/r.xml`);
    await makeTree(dir.path, Object.fromEntries(names.map((name) => [name, suite(1)])));
    const run = await runCli([...args.slice(0, -1), 'r/*/r.xml', '--json'], { cwd: dir.path });
    const { linesMade, warnings } = JSON.parse(run.stdout) as { linesMade: number; warnings: string[] };
    expect([run.exitCode, linesMade]).toEqual([0, 7000]);
    expect(warnings).toEqual([expect.stringMatching(/^junit: at most 1000 folders .* got "1001"/)]);
  });
});
