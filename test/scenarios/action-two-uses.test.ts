import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { startApiServer } from '../github/api-server.ts';
import { runPost } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { actJob, createWorkspace, runStep, type Step, type StepRun } from './act.ts';
import { isRunning, readHandle } from './sampler-process.ts';

const scope = 'ci.octo-org.octo-repo.ci.build';
const junit = '<testsuite name="unit"><testcase name="a"/></testsuite>';

describe('two uses in one job', () => {
  it('have their own start, process, files and end, whichever ends first', async () => {
    await using receiver = await startReceiver();
    await using dir = await createTempDir();
    const tempDir = join(dir.path, 'temp');
    const cwd = await createWorkspace({});
    const use = (name: string, step: Step = {}): Promise<StepRun> =>
      runStep(
        {
          server: `127.0.0.1:${receiver.port}`,
          scope: name,
          data: `${name}: 1`,
          'job-metrics': 'true',
          'runner-metrics': 'true',
        },
        { cwd, tempDir, ...step },
      );
    const take = (): string[] => receiver.lines.slice(taken).map(({ text }) => text);
    let taken = 0;
    const first = await use('first');
    const second = await use('second', { jobStatus: 'failure' });
    expect(take()).toEqual(['first', 'second'].map((name) => `ci.octo-org.octo-repo.${name} 1 1700000000`));
    const [one, two] = [readHandle(first.run), readHandle(second.run)];
    expect(one.folder).not.toBe(two.folder);
    for (const { run, own, other } of [
      { run: second.run, own: { name: 'second', handle: two }, other: one },
      { run: first.run, own: { name: 'first', handle: one }, other: undefined },
    ]) {
      taken = receiver.lines.length;
      const post = await runPost(run);
      expect([post.exitCode, post.stderr, post.annotations]).toEqual([
        0,
        '',
        { notices: [], warnings: [], errors: [] },
      ]);
      const lines = take();
      for (const line of lines) expect(line.startsWith(`ci.octo-org.octo-repo.${own.name}.`)).toBe(true);
      const failed = own.name === 'second' ? 1 : 0;
      expect(lines).toContain(`ci.octo-org.octo-repo.${own.name}.job.failure ${failed} 1700000000`);
      expect(lines.some((line) => line.includes('.runner.disk_percent.max '))).toBe(true);
      expect(isRunning(own.handle.process.pid)).toBe(false);
      if (other !== undefined) expect(isRunning(other.process.pid)).toBe(true);
    }
    expect((await readdir(tempDir)).filter((name) => name.startsWith('carbon-'))).toEqual([]);
  });
});

describe.concurrent('unusual environments', () => {
  it('finds files in the current directory, which is not the workspace', async () => {
    const elsewhere = await createWorkspace({ 'junit.xml': '<html/>' });
    const { main, post, postLines } = await actJob(
      { when: 'post', junit: 'junit.xml', 'runner-metrics': 'true' },
      {
        github: { workspace: elsewhere },
        between: async ({ run }) => {
          await mkdir(run.workspace, { recursive: true });
          await writeFile(join(run.workspace, 'junit.xml'), junit);
        },
      },
    );
    expect([main.run.exitCode, post.run.exitCode, post.printed]).toEqual([0, 0, []]);
    expect(postLines[0]).toBe(`${scope}.tests.total 1 1700000000`);
  });

  it('uses the old commands when the runner has no files for state, outputs and summary', async () => {
    await using receiver = await startReceiver();
    const server = `127.0.0.1:${receiver.port}`;
    const inputs = { server, 'job-metrics': 'true', 'runner-metrics': 'true', timestamp: '1700000000' };
    const { runAction } = await import('../support/runner.ts');
    const main = await runAction({ inputs, hasNoFiles: true });
    expect([main.exitCode, main.stderr, main.annotations.errors]).toEqual([0, '', []]);
    const state = Object.fromEntries(
      main.commands
        .filter(({ name }) => name === 'save-state')
        .map(({ properties, data }) => [properties['name'] ?? '', data]),
    );
    expect(Object.keys(state).filter((name) => !name.startsWith('input'))).toEqual([
      'started-at-ms',
      'sampler',
    ]);
    const { pid } = readHandle({ state }).process;
    expect(isRunning(pid)).toBe(true);
    const post = await runPost({ ...main, state });
    expect([post.exitCode, post.stderr, post.annotations]).toEqual([
      0,
      '',
      { notices: [], warnings: [], errors: [] },
    ]);
    const lines = receiver.lines.map(({ text }) => text);
    expect(lines).toContain(`${scope}.job.success 1 1700000000`);
    expect(lines.some((line) => line.startsWith(`${scope}.runner.cpu_percent.max `))).toBe(true);
    expect(isRunning(pid)).toBe(false);
  });

  it('reaches Carbon, and an API in no_proxy, although the environment names a proxy', async () => {
    await using api = await startApiServer(() => ({ status: 404, body: {} }));
    const proxy = 'http://127.0.0.1:1';
    const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy'];
    const { post, postLines } = await actJob(
      { 'job-metrics': 'true', 'github-token': 'ghs_of-this-test' },
      {
        env: { ...Object.fromEntries(names.map((name) => [name, proxy])), no_proxy: '127.0.0.1' },
        github: { api_url: api.url },
        checkRunId: '77',
      },
    );
    expect([post.run.exitCode, api.asked.length, postLines.length]).toEqual([0, 1, 5]);
  });
});
