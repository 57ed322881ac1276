import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { createTempDir } from '../support/temp-dir.ts';

const GITLAB = {
  CI: 'true',
  GITLAB_CI: 'true',
  CI_PROJECT_PATH: 'acme/widgets',
  CI_COMMIT_BRANCH: 'main',
  CI_DEFAULT_BRANCH: 'main',
  CI_JOB_NAME: 'test: [20, linux]',
  CI_JOB_STATUS: 'failed',
  CI_JOB_STARTED_AT: '2023-11-14T22:00:00Z',
};
const AZURE = {
  TF_BUILD: 'True',
  BUILD_REPOSITORY_NAME: 'acme/widgets',
  BUILD_SOURCEBRANCH: 'refs/heads/main',
  SYSTEM_STAGENAME: 'build',
  SYSTEM_PHASENAME: 'test',
  SYSTEM_JOBNAME: '__default',
  SYSTEM_JOBATTEMPT: '2',
  AGENT_JOBSTATUS: 'Succeeded',
};

/** The lines of a dry run, without their time, and the other output. */
async function preview(args: readonly string[], env: Readonly<Record<string, string>>) {
  await using cwd = await createTempDir();
  const run = await runCli(['--dry-run', ...args], { env, cwd: cwd.path });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  return { ...run, lines: lines.map((line) => line.replace(/ \d+$/, '')) };
}

describe.concurrent('in a job of a CI system', () => {
  it('a run that names nothing sends what the system reports about its job', async () => {
    const { lines, exitCode } = await preview([], GITLAB);
    expect([exitCode, lines.map((line) => line.replace(/(_seconds) [\d.]+$/, '$1'))]).toEqual([
      0,
      ['duration_seconds', 'success 0', 'failure 1', 'cancelled 0'].map(
        (line) => `ci.acme.widgets.test.20-linux.job.${line}`,
      ),
    ]);
  });

  it('the words of Azure for the end of a job are understood', async () => {
    const { lines, exitCode } = await preview([], AZURE);
    expect([exitCode, lines]).toEqual([
      0,
      ['success 1', 'failure 0', 'cancelled 0', 'attempt 2'].map(
        (line) => `ci.acme.widgets.build.test.job.${line}`,
      ),
    ]);
  });

  it('a named metric is sent alone, with the source and the group of the system', async () => {
    const args = ['-m', 'a', '-v', '1'];
    expect((await preview(args, GITLAB)).lines).toEqual(['ci.acme.widgets.a 1']);
    const branch = { ...GITLAB, CI_COMMIT_BRANCH: 'fix' };
    expect((await preview(args, branch)).lines).toEqual(['ci-branches.acme.widgets.a 1']);
    const request = { ...GITLAB, CI_MERGE_REQUEST_IID: '7' };
    expect((await preview(args, request)).lines).toEqual(['ci-pull-requests.acme.widgets.a 1']);
  });

  it('options override the system', async () => {
    const args = ['-g', 'g', '-s', 's', '--scope', '', '--job-status', 'passed', '--job-attempt', '3'];
    const { lines } = await preview(args, GITLAB);
    expect(lines[0]).toMatch(/^g\.s\.job\.duration_seconds /);
    expect(lines.slice(1)).toEqual(
      ['success 1', 'failure 0', 'cancelled 0', 'attempt 3'].map((line) => `g.s.job.${line}`),
    );
  });

  it('nothing is sent about a job that still runs', async () => {
    const { exitCode, stderr } = await preview([], { ...GITLAB, CI_JOB_STATUS: 'running' });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/there is nothing to send/)]);
  });

  it('an unknown word is a warning, and the rest is sent', async () => {
    const { exitCode, lines, stderr } = await preview([], { ...AZURE, AGENT_JOBSTATUS: 'Odd' });
    expect([exitCode, lines]).toEqual([0, ['ci.acme.widgets.build.test.job.attempt 2']]);
    expect(stderr).toMatch(/^--job-status: must be success, failure or cancelled, got "Odd"\. /m);
  });

  it('carbonclient run sends only its command', async () => {
    const args = ['run', '--dry-run', '--name', 'x', '--', process.execPath, '-e', ''];
    const { exitCode, stdout, stderr } = await runCli(args, { env: AZURE });
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toContain('job.success');
    expect(stdout + stderr).toContain('ci.acme.widgets.build.test.step.x.success 1');
  });

  it('the random name of a machine is used as source with a warning that names the option', async () => {
    const args = ['-m', 'a', '-v', '1'];
    const source = (hostname().split('.')[0] ?? '').replace(/[^A-Za-z0-9_:-]+/g, '_');
    for (const env of [{ CI: 'true' }, { DRONE: 'true' }, { TEAMCITY_VERSION: '2025.07' }]) {
      const { lines, stderr, exitCode } = await preview(args, env);
      expect([exitCode, lines]).toEqual([0, [`ci.${source}.a 1`]]);
      expect(stderr).toMatch(/^--source: it is not given, /m);
      expect((await preview([...args, '-s', 'x'], env)).stderr).not.toContain('--source');
    }
    expect((await preview(args, {})).stderr).not.toContain('--source');
  });
});

describe.concurrent('options from the environment', () => {
  it('are those of the flags, which override them', async () => {
    const env = { CARBON_GROUP: 'g', CARBON_SOURCE: 's', CARBON_TAGS: 'os: linux', CARBON_DRY_RUN: 'true' };
    const run = await runCli(['-m', 'a', '-v', '1', '-s', 'x'], { env });
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^g\.x\.a;os=linux 1 \d+\n$/) });
  });

  it('name the variable in their faults', async () => {
    const { exitCode, stderr } = await preview(['-m', 'a', '-v', '1'], { CARBON_RETRIES: 'many' });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/CARBON_RETRIES: must be a whole number/)]);
  });

  it('are the place for a secret: a flag gives a warning that does not print it', async () => {
    const args = ['-m', 'a', '-v', '1'];
    const flag = await preview([...args, '--api-key', 'S3CRET'], {});
    expect(flag.stderr).toMatch(/^--api-key: it is on the command line, .* CARBON_API_KEY\.$/m);
    expect(flag.stdout + flag.stderr).not.toContain('S3CRET');
    expect((await preview(args, { CARBON_API_KEY: 'S3CRET' })).stderr).not.toContain('--api-key');
  });
});
