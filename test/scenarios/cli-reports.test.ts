import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import type { ChildResult } from '../support/child.ts';
import { runCli } from '../support/cli.ts';
import { createWorkspace } from './act.ts';

const junit =
  '<testsuite name="unit"><testcase name="a" time="0.25"/><testcase name="b" time="0.5"><failure>boom</failure></testcase></testsuite>';
const files = {
  'reports/a.xml': junit,
  'lcov.info': 'SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\n',
  'dist/app.js': 'x'.repeat(2048),
};
const reports = ['--junit', 'reports/*.xml', '--coverage', 'lcov.info', '--size', 'bundle=dist'];

async function report(
  args: readonly string[],
  { env = {}, tree = files }: { env?: Record<string, string>; tree?: Record<string, string> } = {},
): Promise<ChildResult & { readonly lines: string[] }> {
  await using receiver = await startReceiver();
  const cwd = await createWorkspace(tree);
  const where = ['-c', `127.0.0.1:${receiver.port}`, '-g', 'g', '-s', 's', '-t', '1700000000'];
  const run = await runCli([...where, ...args], { cwd, env });
  expect(receiver.badLines).toEqual([]);
  return { ...run, lines: receiver.lines.map(({ text }) => text.replace(/ 1700000000$/, '')) };
}

describe.concurrent('reports on the command line', () => {
  it('are sent, and printed as a table before the verdict', async () => {
    const { exitCode, stdout, stderr, lines } = await report(reports);
    expect([exitCode, stderr, lines.length]).toEqual([0, '', 13]);
    expect(lines.slice(0, 3)).toEqual(['g.s.tests.total 2', 'g.s.tests.passed 1', 'g.s.tests.failed 1']);
    expect(lines).toContain('g.s.tests.duration_seconds 0.75');
    expect(lines).toContain('g.s.coverage.lines.percent 50');
    expect(lines).toContain('g.s.size.bundle.bytes 2048');
    const shown = stdout.trimEnd().split('\n');
    expect(shown.at(-1)).toMatch(/^Confirmed: 13 metrics in 1 batch .* First path: g\.s\.tests\.total$/);
    expect(stdout).toMatch(/g\.s\.tests\.duration_seconds +0\.75 +s\n/);
    expect(stdout).toMatch(/^Tests +2 in .*, from 1 report: /m);
    expect(stdout).toMatch(/^Coverage +lines .*, from 1 report$/m);
    expect(stdout).toMatch(/^ {10}failed b \(unit\): boom$/m);
    // No terminal, so no colours.
    expect(stdout).not.toContain('\u001b');
  });

  it('are figures in the JSON', async () => {
    const { stdout } = await report([...reports, '--junit-suites', '--json']);
    const { delivery, figures, lines } = JSON.parse(stdout) as Record<string, unknown>;
    const counts = { total: 2, passed: 1, failed: 1, errors: 0, skipped: 0, flaky: 0, durationSeconds: 0.75 };
    expect({ delivery, lines, figures }).toEqual({
      delivery: 'confirmed',
      lines: 20,
      figures: {
        tests: {
          ...counts,
          suites: [{ name: 'unit', ...counts }],
          failures: [{ name: 'b', parent: 'unit', message: 'boom' }],
          slowest: [
            { name: 'b', parent: 'unit', durationSeconds: 0.5 },
            { name: 'a', parent: 'unit', durationSeconds: 0.25 },
          ],
        },
        coverage: [{ kind: 'lines', covered: 1, total: 2 }],
        sizes: [{ name: 'bundle', bytes: 2048, gzipBytes: expect.any(Number), files: 1 }],
        reports: { junit: 1, coverage: 1 },
      },
    });
  });

  it('are below the job of the CI system if there is one, and below a given scope', async () => {
    const github = {
      CI: 'true',
      GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/ci.yml@refs/heads/main',
      GITHUB_JOB: 'test',
    };
    const gitlab = { CI: 'true', CI_JOB_NAME: 'test: [linux, 3.11]' };
    expect((await report(reports, { env: github })).lines[0]).toBe('g.s.ci.test.tests.total 2');
    expect((await report(reports, { env: gitlab })).lines[0]).toBe('g.s.test.linux-3_11.tests.total 2');
    expect((await report([...reports, '--scope', 'a.{job}'], { env: github })).lines[0]).toBe(
      'g.s.a.test.tests.total 2',
    );
  });

  it('are separate in the legs of a matrix', async () => {
    const env = {
      CI: 'true',
      GITHUB_JOB: 'test',
      GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/ci.yml@refs/x',
    };
    const matrix = '{"os":"ubuntu-24.04","node":22,"include":{"a":1}}';
    const { lines } = await report([...reports, '--matrix', matrix], { env });
    expect(lines[0]).toBe('g.s.ci.test.ubuntu-24_04-22-1.tests.total 2');
  });

  it('include the attempt of the job', async () => {
    const { lines } = await report(['--job-status', 'passed', '--job-attempt', '3']);
    expect(lines.at(-1)).toBe('g.s.job.attempt 3');
    expect((await report(['--job-status', 'passed', '--job-attempt', 'x'])).exitCode).toBe(2);
  });

  it('include the status of a GitLab job', async () => {
    const args = ['--job-status', 'failed', '--job-started-at', '2023-11-14T22:00:00Z'];
    const { exitCode, lines } = await report(args);
    expect([exitCode, lines.slice(1)]).toEqual([
      0,
      ['g.s.job.success 0', 'g.s.job.failure 1', 'g.s.job.cancelled 0'],
    ]);
    expect(lines[0]).toMatch(/^g\.s\.job\.duration_seconds \d+(?:\.\d+)?$/);
  });

  it('give a warning when broken, or fail with 2 after the rest was sent', async () => {
    const tree = { ...files, 'reports/b.xml': '<testsuite>' };
    const warned = await report(reports, { tree });
    expect([warned.exitCode, warned.lines.length]).toEqual([0, 13]);
    expect(warned.stderr).toMatch(/^--junit reports\/b\.xml: /);
    const failed = await report([...reports, '--on-bad-report', 'fail'], { tree });
    expect([failed.exitCode, failed.lines.length]).toEqual([2, 13]);
    expect(failed.stderr).toMatch(/^carbonclient: --junit reports\/b\.xml: .* Everything else was sent\.$/m);
    expect(failed.stdout).toContain('Confirmed: 13 metrics');
  });

  it('give a warning when they are not counted, also with --quiet', async () => {
    const tree = { ...files, 'reports/b.xml': '{"numTotalTests":1}' };
    const quiet = await report([...reports, '--quiet'], { tree });
    expect([quiet.exitCode, quiet.lines.length, quiet.stdout]).toEqual([0, 13, '']);
    expect(quiet.stderr).toMatch(/^--junit reports\/b\.xml: .* this is Jest's .* It is not counted\.\n$/);
  });

  it('have no duration and one warning when their times are not understood', async () => {
    const suite = '<testsuite><testcase name="a" time="soon"/><testcase name="b" time="late"/></testsuite>';
    const { exitCode, lines, stderr } = await report(['--junit', 'a.xml'], { tree: { 'a.xml': suite } });
    expect([exitCode, lines.map((line) => line.split(' ')[0])]).toEqual([
      0,
      ['total', 'passed', 'failed', 'errors', 'skipped', 'flaky'].map((name) => `g.s.tests.${name}`),
    ]);
    expect(stderr).toMatch(/^--junit: 2 times are not understood and left out; the first, got "soon"\./m);
  });

  it('fail with 2 when missing, unless an option allows it', async () => {
    const missing = await report(['--junit', 'no*.xml', '-m', 'a', '-v', '1']);
    expect([missing.exitCode, missing.lines]).toEqual([2, ['g.s.a 1']]);
    const ignored = await report([
      '--junit',
      'no*.xml',
      '-m',
      'a',
      '-v',
      '1',
      '--if-no-files-found',
      'ignore',
    ]);
    expect([ignored.exitCode, ignored.stderr, ignored.lines]).toEqual([0, '', ['g.s.a 1']]);
  });

  it('are refused with the cure when the shell expanded the glob', async () => {
    const { exitCode, stderr, lines } = await report(['--junit', 'reports/a.xml', 'reports/b.xml']);
    expect([exitCode, lines]).toEqual([2, []]);
    expect(stderr).toContain(
      'there are only options and no arguments, got "reports/b.xml". Did the shell expand a glob?',
    );
  });

  it('are reported as missing together with a failed delivery', async () => {
    const args = ['-c', '127.0.0.1:1', '--retries', '0', '-m', 'a', '-v', '1', '--junit', 'no.xml'];
    const { exitCode, stderr } = await report(args);
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/refused[\s\S]*junit: no file matches/)]);
  });

  it.each(['dist', '=dist', ' =dist'])('need a name for each size: %j', async (size) => {
    const { exitCode, stderr } = await report(['--size', size]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(`--size: a size is name=glob, got "${size}". Write it like bundle=dist.`),
    ]);
  });
});
