import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../fault-matrix/wait.ts';
import { startServer } from '../support/faulty-server.ts';
import { type ActionRun, runPost } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { actJob, runStep } from './act.ts';
import { isRunning, readHandle, waitForEnd } from './sampler-process.ts';

const nowhere = '127.0.0.1:1';
/** Each sample checks whether the job still runs. */
const inputs = { 'runner-metrics': 'true', 'runner-metrics-interval': '1' };

describe('the sampler', () => {
  it('does not delay the step, because it has none of its streams', async () => {
    const { run } = await runStep({ server: nowhere, ...inputs });
    const { pid } = readHandle(run).process;
    expect([run.exitCode, isRunning(pid)]).toEqual([0, true]);
    if (process.platform === 'linux')
      for (const stream of ['0', '1', '2'])
        expect(await readlink(`/proc/${pid}/fd/${stream}`)).toBe('/dev/null');
    await runPost(run, { inputs: { ...run.options.inputs, server: nowhere, retries: '0' } });
    expect(isRunning(pid)).toBe(false);
  });

  it.each([
    ['sent', {}],
    ['could not be sent', { server: nowhere, retries: '0' }],
    ['could not be kept either', { server: nowhere, retries: '0', spool: '/dev/null/none' }],
    ['was only shown', { 'dry-run': 'true' }],
    ['was bad', { 'data-file': 'none.json', when: 'post' }],
  ])('ends when what it measured %s', async (_, changes) => {
    let pid = 0;
    const { main } = await actJob(
      { ...inputs, ...changes },
      {
        between: async (step) => {
          // An impossible spool is bad input from the start, so nothing was started.
          pid = step.run.state['sampler'] === undefined ? 0 : readHandle(step.run).process.pid;
        },
      },
    );
    if (pid === 0) expect([main.run.exitCode, main.run.state]).toEqual([1, {}]);
    else expect(isRunning(pid)).toBe(false);
    expect(readHandleFolder(main.run)).toBe(false);
  });

  it('ends after a step that failed on bad input', async () => {
    const { run } = await runStep({ server: nowhere, data: 'a: x', ...inputs });
    const { pid } = readHandle(run).process;
    expect([run.exitCode, isRunning(pid)]).toEqual([1, true]);
    const post = await runPost(run, {
      jobStatus: 'failure',
      inputs: { ...run.options.inputs, server: nowhere, retries: '0' },
    });
    expect([post.exitCode, isRunning(pid), readHandleFolder(run)]).toEqual([0, false, false]);
  });

  it('ends when the temporary folder of the job is removed, which the end of the job survives', async () => {
    const { main, post } = await actJob(inputs, {
      between: async ({ run }) => {
        const { pid } = readHandle(run).process;
        await waitUntil(() => existsSync(join(readHandle(run).folder, 'slots.jsonl')), 'it measured');
        await rm(run.tempDir, { recursive: true });
        await waitForEnd(pid);
        await mkdir(run.tempDir);
      },
    });
    expect([main.run.exitCode, post.run.exitCode, post.run.stderr]).toEqual([0, 0, '']);
    expect(post.printed).toEqual([expect.stringMatching(/^notice The runner was not measured to the end: /)]);
  });

  // Windows starts no program by the first line of a script.
  it.runIf(process.platform !== 'win32').each([
    ['the step did its work', 'closeAfterFin'],
    ['the step was killed', 'readThenHold'],
  ] as const)(
    'ends with the worker of the runner when %s and the end of the job never runs',
    async (_, kind) => {
      await using server = await startServer({ kind });
      await using dir = await createTempDir();
      const worker = join(dir.path, 'worker');
      const pidFile = join(dir.path, 'pid');
      await writeFile(worker, makeWorker(pidFile));
      await chmod(worker, 0o755);
      const killStep = async (): Promise<void> => {
        await server.waitForBytes(1);
        if (kind === 'readThenHold') process.kill(Number(await readFile(pidFile, 'utf8')), 'SIGKILL');
      };
      const [{ run }] = await Promise.all([
        runStep({ server: `127.0.0.1:${server.port}`, data: 'a: 1', ...inputs }, { node: worker }),
        killStep(),
      ]);
      expect(run.exitCode).toBe(kind === 'readThenHold' ? 9 : 0);
      await waitForEnd(readHandle(run).process.pid);
    },
  );
});

/** A program that replaces the runner's worker. It starts Node, prints its number, and ends with it. */
function makeWorker(pidFile: string): string {
  return `#!${process.execPath}
const child = require('node:child_process').spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit' });
require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
child.on('exit', (exitCode) => { process.exitCode = exitCode ?? 9; });
`;
}

function readHandleFolder(run: ActionRun): boolean {
  return run.state['sampler'] !== undefined && existsSync(readHandle(run).folder);
}
