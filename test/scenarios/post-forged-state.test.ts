import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import {
  canSeeProcesses,
  identifyProcess,
  type ProcessIdentity,
} from '../../src/sampler/process-identity.ts';
import { bareEnv, type RunningChild, startChild } from '../support/child.ts';
import { type ActionRun, runPost } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { runStep, type StepInputs } from './act.ts';
import { isRunning, readHandle, waitForEnd } from './sampler-process.ts';

const scope = 'ci.octo-org.octo-repo.ci.build';
const ofJob = ['success 1', 'failure 0', 'cancelled 0', 'attempt 1'].map(
  (line) => `${scope}.job.${line} 1700000000`,
);
const notMeasured = /^The runner was not measured to the end: its state is not what the step saved\.$/;

/** Runs a step, and the end of its job with a different state from the saved one. */
async function forge(
  inputs: StepInputs,
  change: (run: ActionRun) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>,
): Promise<{ main: ActionRun; post: ActionRun; lines: readonly string[] }> {
  await using receiver = await startReceiver();
  const { run: main } = await runStep({ server: `127.0.0.1:${receiver.port}`, ...inputs });
  const state = { ...main.state, ...(await change(main)) };
  const post = await runPost({ ...main, state });
  expect([post.signal, post.stderr]).toEqual([null, '']);
  return { main, post, lines: receiver.lines.map(({ text }) => text) };
}

/** An unrelated process. */
function startDecoy(): RunningChild & { readonly identity: ProcessIdentity } {
  const child = startChild({
    command: process.execPath,
    args: ['-e', 'setInterval(() => {}, 1000)'],
    env: bareEnv(),
  });
  const identity = identifyProcess(child.pid);
  if (identity === undefined) throw new Error('the decoy did not start');
  return Object.assign(child, { identity });
}

async function fillDecoy(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  for (const name of ['running', 'slots.jsonl', 'mine']) await writeFile(join(folder, name), name);
  return (await readdir(folder)).toSorted();
}

describe.concurrent('a state that differs from the saved one', () => {
  it.each(['', 'garbage', '-5', '0', 'NaN', '1e999', '1700000000000.5', '9'.repeat(400), ' 1700000000000'])(
    'the start of the job %j: its duration is left out, and the rest is sent',
    async (text) => {
      const { post, lines } = await forge({ 'job-metrics': 'true' }, () => ({ 'started-at-ms': text }));
      expect(post.exitCode).toBe(0);
      expect(post.annotations).toEqual({
        notices: ['The duration of the job is left out: its state is not what the step saved.'],
        warnings: [],
        errors: [],
      });
      expect(lines).toEqual(ofJob);
    },
  );

  it.each<[string, (run: ActionRun) => string]>([
    ['no JSON', () => 'garbage ::error::x'],
    ['no handle', () => '{"folder":5}'],
    ['100 KB', () => JSON.stringify({ folder: 'x'.repeat(100_000) })],
    ['deep', () => '['.repeat(50_000)],
    ['the root', () => makeHandle('/')],
    ['the workspace', ({ workspace }) => makeHandle(workspace)],
    ['the temporary folder', ({ tempDir }) => makeHandle(tempDir)],
    ['a way out', ({ tempDir }) => makeHandle(`${tempDir}/carbon-sampler-${randomUUID()}/../..`)],
    ['no folder there', ({ tempDir }) => makeHandle(`${tempDir}/carbon-sampler-/etc`)],
  ])('a sampler that is %s: a notice, and the rest is sent', async (_, makeState) => {
    const { post, lines } = await forge({ 'job-metrics': 'true' }, (run) => ({ sampler: makeState(run) }));
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual({
      notices: [expect.stringMatching(notMeasured)],
      warnings: [],
      errors: [],
    });
    expect(lines.slice(1)).toEqual(ofJob);
  });

  it('only a sampler that cannot be found: nothing is sent, and the job does not fail', async () => {
    const { main, post, lines } = await forge({ 'runner-metrics': 'true' }, () => ({ sampler: 'garbage' }));
    expect([post.exitCode, post.annotations.errors, lines]).toEqual([0, [], []]);
    expect(post.outputs['delivery']).toBe('skipped');
    // No state names it any more. It ends with the runner's worker.
    const { pid } = readHandle(main).process;
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid);
  });

  it.each(['the workspace', 'the temporary folder', 'a folder of a sampler', 'a link to elsewhere'])(
    'a foreign process and its files are left alone: %s',
    async (kind) => {
      await using decoy = startDecoy();
      await using elsewhere = await createTempDir();
      let folder = '';
      let files: string[] = [];
      const { post, lines } = await forge({ 'job-metrics': 'true' }, async ({ workspace, tempDir }) => {
        const own = join(tempDir, `carbon-sampler-${randomUUID()}`);
        const folders: Readonly<Record<string, string>> = {
          'the workspace': workspace,
          'the temporary folder': tempDir,
          'a folder of a sampler': own,
          'a link to elsewhere': own,
        };
        folder = folders[kind] ?? '';
        if (kind === 'a link to elsewhere') await symlink(elsewhere.path, own, 'junction');
        files = await fillDecoy(folder);
        return { sampler: makeHandle(folder, decoy.identity) };
      });
      expect(post.exitCode).toBe(0);
      const isTaken = kind === 'a folder of a sampler';
      // Only Linux shows that the process is another program.
      const isTakenForSampler = !canSeeProcesses() && /^a folder of|^a link/.test(kind);
      const ended = expect.stringMatching(/^The runner was not measured to the end: /);
      expect(post.annotations.notices).toEqual([
        ...(isTakenForSampler ? [] : [ended]),
        ...(isTaken ? [expect.stringMatching(/^What was measured of the runner is not complete: 1 /)] : []),
      ]);
      expect(lines.slice(1)).toEqual(ofJob);
      expect(isRunning(decoy.pid)).toBe(true);
      // The action accepts files with a sampler's names in a folder with a sampler's name.
      const left = isTaken ? ['mine'] : files;
      expect((await readdir(folder)).filter((name) => files.includes(name)).toSorted()).toEqual(left);
      expect(existsSync(join(folder, 'mine'))).toBe(true);
    },
  );

  it('in the environment does not make a step the end of a job', async () => {
    await using receiver = await startReceiver();
    const { run } = await runStep(
      { server: `127.0.0.1:${receiver.port}`, data: 'a: 1' },
      { env: { 'STATE_started-at-ms': '1700000000000', STATE_sampler: '{}' } },
    );
    expect([run.exitCode, run.outputs['delivery']]).toEqual([0, 'confirmed']);
    expect(receiver.lines.map(({ text }) => text)).toEqual(['ci.octo-org.octo-repo.a 1 1700000000']);
  });
});

function makeHandle(folder: string, identity: ProcessIdentity = { pid: 4_194_305 }): string {
  return JSON.stringify({ folder, slotMs: 60_000, startedAtMs: 1_700_000_000_000, process: identity });
}
