import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPost } from '../support/runner.ts';
import { actJob, runStep, type StepRun } from './act.ts';

const scope = 'ci.octo-org.octo-repo.ci.build';
const isLinux = process.platform === 'linux';

interface Handle {
  readonly folder: string;
  readonly process: { readonly pid: number };
}

function readHandle({ run }: StepRun): Handle {
  return JSON.parse(run.state['sampler'] ?? '') as Handle;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that ended still has its number while its parent does not wait for it.
    return !isLinux || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('runner-metrics', () => {
  it('measures from the step to the end of the job, and then ends the process', async () => {
    let pid = 0;
    const { main, post, postLines } = await actJob(
      { 'runner-metrics': 'true' },
      {
        between: async (step) => {
          const handle = readHandle(step);
          pid = handle.process.pid;
          expect(isAlive(pid)).toBe(true);
        },
      },
    );
    expect([main.run.exitCode, main.printed]).toEqual([0, []]);
    expect([post.run.exitCode, post.printed]).toEqual([0, []]);
    expect(isAlive(pid)).toBe(false);
    const names = new Set(postLines.map((line) => line.split(' ')[0]?.replace(`${scope}.runner.`, '')));
    // macOS does not report how much memory is available.
    const memory = process.platform === 'darwin' ? [] : ['memory_used_bytes', 'memory_percent'];
    for (const name of ['cpu_percent', ...memory, 'disk_used_bytes', 'disk_percent'])
      for (const kind of ['mean', 'max']) expect(names).toContain(`${name}.${kind}`);
    for (const line of postLines) expect(Number(line.split(' ')[2]) % 60).toBe(0);
    expect(readdirSync(main.run.tempDir).filter((name) => name.startsWith('carbon-sampler'))).toEqual([]);
  });

  it.runIf(isLinux)('gives the process only those variables of the step that it needs', async () => {
    const secrets = { MY_SECRET: 'hush', ACTIONS_RUNTIME_TOKEN: 'hush', RUNNER_TRACKING_ID: 'github_1' };
    await actJob(
      { 'runner-metrics': 'true', 'graphite-token': 'hush' },
      {
        env: secrets,
        between: async (step) => {
          const { pid } = readHandle(step).process;
          const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
          expect(environment).not.toContain('hush');
          expect(environment).toContain('RUNNER_TRACKING_ID=github_1');
        },
      },
    );
  });

  it('sends the available slots when the process was killed, and warns', async () => {
    const { post } = await actJob(
      { 'runner-metrics': 'true', 'job-metrics': 'true' },
      { between: async (step) => void process.kill(readHandle(step).process.pid, 'SIGKILL') },
    );
    expect(post.run.exitCode).toBe(0);
    expect(post.printed).toEqual([expect.stringMatching(/^notice The runner was not measured to the end: /)]);
  });

  it('ignores what another step writes in place of its files', async () => {
    const { post, postLines } = await actJob(
      { 'runner-metrics': 'true', 'job-metrics': 'true' },
      {
        between: async (step) => {
          const { folder, process: child } = readHandle(step);
          process.kill(child.pid, 'SIGKILL');
          const [file] = readdirSync(folder).filter((name) => name !== 'running');
          await rm(folder, { recursive: true, force: true });
          await mkdir(folder);
          await writeFile(
            join(folder, file ?? 'slots'),
            `{"startedAtMs":1,"x\\ny 1 2":{"sum":1}}\n${'x'.repeat(1e6)}`,
          );
        },
      },
    );
    expect(post.run.exitCode).toBe(0);
    for (const line of postLines) expect(line).toContain(`${scope}.job.`);
  });

  it('reports wrong times in the step and starts nothing', async () => {
    const { run } = await runStep({
      server: '127.0.0.1:1',
      'runner-metrics': 'true',
      'runner-metrics-interval': '0',
      'runner-metrics-slot': 'x',
    });
    expect([run.exitCode, run.state['sampler']]).toEqual([1, undefined]);
    expect(run.annotations.errors[0]).toMatch(
      /2 faults[\s\S]*runner-metrics-interval[\s\S]*runner-metrics-slot/,
    );
  });

  it('starts no process and leaves no folder by default', async () => {
    const { run } = await runStep({ server: '127.0.0.1:1', 'job-metrics': 'true' });
    expect([run.exitCode, run.state['sampler']]).toEqual([0, undefined]);
    expect(readdirSync(run.tempDir).filter((name) => name.startsWith('carbon-sampler'))).toEqual([]);
    // Otherwise its folder is visible here.
    const { run: measured } = await runStep({
      server: '127.0.0.1:1',
      'runner-metrics': 'true',
      retries: '0',
    });
    await using _ = { [Symbol.asyncDispose]: async () => void (await runPost(measured)) };
    expect(readdirSync(measured.tempDir).filter((name) => name.startsWith('carbon-sampler'))).toHaveLength(1);
  });
});
