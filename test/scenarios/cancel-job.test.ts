import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { startApiServer } from '../github/api-server.ts';
import { type FaultyServer, startServer } from '../support/faulty-server.ts';
import { type ActionRun, runPost } from '../support/runner.ts';
import { readKept, runStep } from './act.ts';
import { isRunning, readHandle } from './sampler-process.ts';

const scope = 'ci.octo-org.octo-repo.ci.build';
const inputs = { 'job-metrics': 'true', 'runner-metrics': 'true' };

function toServer({ port }: { readonly port: number }): string {
  return `127.0.0.1:${port}`;
}

/** Hangs while the step sends, and works at the end of the job. */
const HANGS_ONCE = [{ kind: 'readThenHold' }, { kind: 'closeAfterFin' }] as const;

/** Runs the end of a job after a step, and returns what its server had in the end. */
async function endJob(
  run: ActionRun,
  server: FaultyServer,
): Promise<{ post: ActionRun; lines: readonly string[] }> {
  const post = await runPost(run, { jobStatus: 'cancelled' });
  return { post, lines: server.lines() };
}

function expectWholeEnd({ post, lines }: Awaited<ReturnType<typeof endJob>>): void {
  expect([post.exitCode, post.signal, post.stderr]).toEqual([0, null, '']);
  expect(post.annotations.warnings).toEqual([]);
  for (const metric of ['success 0', 'failure 0', 'cancelled 1', 'attempt 1'])
    expect(lines).toContain(`${scope}.job.${metric} 1700000000`);
  expect(lines.some((line) => line.startsWith(`${scope}.job.duration_seconds `))).toBe(true);
  expect(lines.some((line) => line.startsWith(`${scope}.runner.disk_used_bytes.mean `))).toBe(true);
}

// Windows has no signals.
describe.runIf(process.platform !== 'win32')('a cancelled job', () => {
  /** A step that hangs while it sends, until `signal`. */
  async function hang(server: FaultyServer, signal: NodeJS.Signals): Promise<ActionRun> {
    const { run } = await runStep(
      { server: toServer(server), data: 'a: 1', timeout: '600', ...inputs },
      { kill: { signal, after: server.waitForBytes(1) } },
    );
    return run;
  }

  it('while its step sends: the step keeps its lines, and the end of the job is reported as usual', async () => {
    await using server = await startServer(HANGS_ONCE);
    const run = await hang(server, 'SIGINT');
    expect([run.exitCode, run.signal, run.annotations.errors.length]).toEqual([1, null, 1]);
    expect(await readKept(run)).toBe('ci.octo-org.octo-repo.a 1 1700000000\n');
    const { pid } = readHandle(run).process;
    expect(isRunning(pid)).toBe(true);
    expectWholeEnd(await endJob(run, server));
    expect(isRunning(pid)).toBe(false);
  });

  it('while its step sends and is killed: the end of the job is reported as usual', async () => {
    await using server = await startServer(HANGS_ONCE);
    const run = await hang(server, 'SIGKILL');
    expect([run.exitCode, run.signal]).toEqual([null, 'SIGKILL']);
    const { pid } = readHandle(run).process;
    expect(isRunning(pid)).toBe(true);
    expectWholeEnd(await endJob(run, server));
    expect(isRunning(pid)).toBe(false);
  });

  it('while its step and all its processes are killed: the measurements so far are sent', async () => {
    await using server = await startServer(HANGS_ONCE);
    const run = await hang(server, 'SIGKILL');
    process.kill(readHandle(run).process.pid, 'SIGKILL');
    const { post, lines } = await endJob(run, server);
    expect([post.exitCode, post.annotations]).toEqual([
      0,
      {
        notices: [expect.stringMatching(/^The runner was not measured to the end: /)],
        warnings: [],
        errors: [],
      },
    ]);
    expect(lines).toContain(`${scope}.job.cancelled 1 1700000000`);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s while the end of the job sends to a hanging server',
    async (signal) => {
      await using server = await startServer({ kind: 'readThenHold' });
      const { run } = await runStep({ server: toServer(server), ...inputs });
      const { pid } = readHandle(run).process;
      const post = await runPost(run, {
        jobStatus: 'cancelled',
        kill: { signal, after: server.waitForBytes(1) },
      });
      expect([post.exitCode, post.signal, post.annotations.errors]).toEqual([0, null, []]);
      expect(post.annotations.warnings).toEqual([
        expect.stringMatching(/^Metrics were not delivered\. Sending was stopped\. .*kept for replay/),
      ]);
      const kept = await readKept(post);
      expect(kept).toContain(`${scope}.job.cancelled 1 1700000000\n`);
      expect(kept).toContain(`${scope}.runner.disk_used_bytes.mean `);
      expect(post.outputs['undelivered']).toBe(String(kept.split('\n').length - 1));
      expect(isRunning(pid)).toBe(false);
    },
  );

  it.each(['SIGINT', 'SIGTERM'] as const)('%s while the end of the job waits for GitHub', async (signal) => {
    await using receiver = await startReceiver();
    let asked = (): void => {};
    const moment = new Promise<void>((resolve) => {
      asked = resolve;
    });
    await using api = await startApiServer(() => () => asked());
    const { run } = await runStep(
      { server: toServer(receiver), 'github-token': 'ghs_of-this-test', ...inputs },
      { github: { api_url: api.url }, checkRunId: '77' },
    );
    const { pid } = readHandle(run).process;
    const post = await runPost(run, {
      jobStatus: 'cancelled',
      kill: { signal, after: moment },
    });
    expect([post.exitCode, post.signal, post.annotations.errors]).toEqual([0, null, []]);
    expect(post.annotations.notices).toEqual([expect.stringMatching(/^github-token: .*the run was stopped/)]);
    expect(post.annotations.warnings).toEqual([
      expect.stringMatching(/^Metrics were not delivered\. Sending was stopped\. .*kept for replay/),
    ]);
    expect(await readKept(post)).toContain(`${scope}.job.cancelled 1 1700000000\n`);
    expect([receiver.lines, isRunning(pid)]).toEqual([[], false]);
  });

  it('while it measures large files: reports no defect, and keeps what is known', async () => {
    await using receiver = await startReceiver();
    const { run } = await runStep({
      server: toServer(receiver),
      when: 'post',
      sizes: 'big: big.bin',
      'job-metrics': 'true',
      'github-token': 'ghs_of-this-test',
    });
    const file = join(run.workspace, 'big.bin');
    await writeFile(file, '');
    // Far more than can be compressed in the time. On the disk it takes no space.
    await truncate(file, 1024 ** 4);
    let answered = (): void => {};
    const moment = new Promise<void>((resolve) => {
      answered = resolve;
    });
    await using api = await startApiServer(() => (response) => {
      response.writeHead(404).end('{}', answered);
    });
    const post = await runPost(run, {
      github: { api_url: api.url },
      checkRunId: '77',
      jobStatus: 'cancelled',
      kill: { signal: 'SIGINT', after: moment },
    });
    expect([post.exitCode, post.signal, post.stderr]).toEqual([0, null, '']);
    expect(post.annotations.errors).toEqual([]);
    expect(post.stdout).not.toContain('defect');
    expect(await readKept(post)).toContain(`${scope}.job.cancelled 1 1700000000\n`);
    expect(receiver.lines).toEqual([]);
  });
});
