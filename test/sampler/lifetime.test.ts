import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { identifyProcess, isAlive } from '../../src/sampler/process-identity.ts';
import { parseSamplerHandle } from '../../src/sampler/sampler-handle.ts';
import { type SamplerOptions, startSampler } from '../../src/sampler/start-sampler.ts';
import { stopSampler } from '../../src/sampler/stop-sampler.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { script, startTestSampler } from './samplers.ts';

const isLinux = process.platform === 'linux';
const stop = (handle: Parameters<typeof stopSampler>[0], waitMs = 10_000) =>
  stopSampler(handle, { nowMs: Date.now(), waitMs });
/** Longer than any test, so what happens does not wait for a sample. */
const never = { intervalMs: 300_000 };
/** macOS does not report how much memory is available. */
const memory = process.platform === 'darwin' ? [] : (['memoryPercent', 'memoryUsedBytes'] as const);
const figures = ['cpuPercent', 'diskPercent', 'diskUsedBytes', ...memory];
/** What makes a system one that loses every event of its files, as macOS may do. */
const DEAF_MACOS = `import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
Object.defineProperty(process, 'platform', { value: 'darwin' });
fs.watch = () => Object.assign(new EventEmitter(), { close() {} });
syncBuiltinESMExports();
await import(${JSON.stringify(pathToFileURL(script).href)});
`;

describe('a job from its beginning to its end', () => {
  it('is measured, and leaves neither process nor file', async () => {
    // So long that hardly any run reaches the end of one.
    const slotMs = 3_600_000;
    await using sampler = await startTestSampler({ slotMs });
    await sampler.waitForSlot(/cpuPercent/);
    const report = await stop(sampler.handle);
    expect(report).toMatchObject({ wasRunning: true, hasEnded: true, badLines: 0 });
    expect(sampler.runs()).toBe(false);
    expect(existsSync(sampler.options.folder)).toBe(false);
    const [slot] = report.slots;
    expect(Object.keys(slot?.tallies ?? {})).toEqual(expect.arrayContaining(figures));
    for (const figure of ['diskUsedBytes', ...memory.filter((name) => name === 'memoryUsedBytes')] as const) {
      expect(slot?.tallies[figure]?.weight, figure).toBeGreaterThan(1);
      expect(slot?.tallies[figure]?.max, figure).toBeGreaterThan(10_000_000);
    }
    expect(slot?.startedAtMs).toBe(Math.floor(sampler.handle.startedAtMs / slotMs) * slotMs);
  });

  it('has a slot with every figure, however short it is', async () => {
    await using sampler = await startTestSampler(never);
    const report = await stop(sampler.handle);
    expect(report).toMatchObject({ wasRunning: true, hasEnded: true, badLines: 0 });
    const names = report.slots.flatMap(({ tallies }) => Object.keys(tallies));
    expect(names).toEqual(expect.arrayContaining(figures));
    expect(existsSync(sampler.options.folder)).toBe(false);
  });

  it('has a slot for each part of the wall clock', async () => {
    await using sampler = await startTestSampler({ intervalMs: 20, slotMs: 100 });
    await sampler.waitForSlot(/(?:.*\n){4}/);
    const { slots } = await stop(sampler.handle);
    expect(slots.length).toBeGreaterThanOrEqual(4);
    expect(slots.map(({ startedAtMs }) => startedAtMs % 100)).toEqual(slots.map(() => 0));
    const starts = slots.map(({ startedAtMs }) => startedAtMs);
    expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
  });

  it('is not disturbed by a second start', async () => {
    await using sampler = await startTestSampler();
    expect(await startSampler(sampler.options)).toBeUndefined();
    await sampler.waitForSlot(/cpuPercent/);
    expect(await stop(sampler.handle)).toMatchObject({ wasRunning: true, hasEnded: true });
  });

  it('may be stopped twice', async () => {
    await using sampler = await startTestSampler();
    await stop(sampler.handle);
    expect(await stop(sampler.handle)).toEqual({
      slots: [],
      badLines: 0,
      wasRunning: false,
      hasEnded: true,
    });
  });

  it('the handle can be written as text and read back', async () => {
    await using sampler = await startTestSampler(never);
    expect(parseSamplerHandle(JSON.stringify(sampler.handle))).toEqual(sampler.handle);
    expect(sampler.handle.process.startedAt === undefined).toBe(!isLinux);
  });
});

describe('the sampler ends', () => {
  it('when its file is removed, without waiting for the next sample', async () => {
    await using sampler = await startTestSampler(never);
    await sampler.waitForSlot();
    await rm(join(sampler.options.folder, 'running'));
    await sampler.waitForEnd();
  });

  it('soon on macOS, if the system loses the event', async () => {
    await using dir = await createTempDir();
    const deaf = join(dir.path, 'deaf.mjs');
    await writeFile(deaf, DEAF_MACOS);
    await using sampler = await startTestSampler({ ...never, script: deaf });
    await sampler.waitForSlot();
    // Without the time of its start, it is not ended by force.
    const { pid } = sampler.handle.process;
    const report = await stop({ ...sampler.handle, process: { pid } }, 2_000);
    expect(report).toMatchObject({ wasRunning: true, hasEnded: true });
  });

  it('when its folder is removed', async () => {
    await using sampler = await startTestSampler();
    await sampler.waitForSlot();
    await rm(sampler.options.folder, { recursive: true });
    await sampler.waitForEnd();
    expect(existsSync(sampler.options.folder)).toBe(false);
  });

  it('when its parent is killed', async () => {
    await using parent = startChild({
      command: process.execPath,
      args: ['-e', 'setInterval(() => {}, 1000)'],
      env: bareEnv(),
    });
    await using sampler = await startTestSampler({ parentPid: parent.pid });
    await sampler.waitForSlot(/cpuPercent/);
    expect(sampler.runs()).toBe(true);
    parent.kill('SIGKILL');
    await sampler.waitForEnd();
    expect((await stop(sampler.handle)).slots.length).toBeGreaterThan(0);
  });

  it('when its time is over', async () => {
    await using sampler = await startTestSampler({ ...never, maxLifetimeMs: 100 });
    await sampler.waitForEnd();
    const report = await stop(sampler.handle);
    expect(report).toMatchObject({ wasRunning: false, hasEnded: true, badLines: 0 });
    expect(report.slots.length).toBeGreaterThan(0);
  });

  it.runIf(process.platform !== 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'at %s, with its last sample',
    async (signal) => {
      await using sampler = await startTestSampler(never);
      await sampler.waitForSlot();
      sampler.kill(signal);
      await sampler.waitForEnd();
      const { slots, badLines } = await stop(sampler.handle);
      expect([slots.flatMap(({ tallies }) => tallies.cpuPercent ?? []).length, badLines]).toEqual([1, 0]);
    },
  );

  it('when its folder is removed before it begins', async () => {
    await using dir = await createTempDir();
    const config = {
      folder: join(dir.path, 'none'),
      diskPath: '/',
      intervalMs: 1,
      slotMs: 1,
      maxLifetimeMs: 1,
    };
    const child = startChild({
      command: process.execPath,
      args: [script, JSON.stringify(config)],
      env: bareEnv(),
    });
    expect((await finishChild(child)).exitCode).toBe(1);
  });

  it.each(['', '{}', 'null', '[]', '{"folder":"/"}'])('when its argument is %j', async (argument) => {
    const child = startChild({ command: process.execPath, args: [script, argument], env: bareEnv() });
    expect((await finishChild(child)).exitCode).toBe(1);
  });
});

describe('a sampler that was killed', () => {
  it('has lost no sample', async () => {
    await using sampler = await startTestSampler();
    await sampler.waitForSlot(/cpuPercent/);
    sampler.kill('SIGKILL');
    await sampler.waitForEnd();
    const report = await stop(sampler.handle);
    expect(report).toMatchObject({ wasRunning: false, hasEnded: true, badLines: 0 });
    const names = report.slots.flatMap(({ tallies }) => Object.keys(tallies));
    expect(names).toEqual(expect.arrayContaining(figures));
  });

  it.runIf(isLinux)('is not confused with a later process of the same id', async () => {
    await using sampler = await startTestSampler(never);
    await sampler.waitForSlot();
    const handle = { ...sampler.handle, process: { pid: sampler.handle.process.pid, startedAt: '1' } };
    expect(await stop(handle, 0)).toMatchObject({ wasRunning: false, hasEnded: true });
  });

  it.runIf(isLinux)('or hangs, is ended by force, and its file is read', async () => {
    await using sampler = await startTestSampler();
    await sampler.waitForSlot(/cpuPercent/);
    sampler.kill('SIGSTOP');
    const report = await stop(sampler.handle, 50);
    expect(report).toMatchObject({ wasRunning: true, hasEnded: true, badLines: 0 });
    expect(report.slots.length).toBeGreaterThan(0);
  });
});

describe('the step that starts it', () => {
  const stepOf = (options: SamplerOptions): string => `
    const { startSampler } = await import(${JSON.stringify(
      String(pathToFileURL(join(import.meta.dirname, '../../src/sampler/start-sampler.ts'))),
    )});
    console.log(JSON.stringify(await startSampler(${JSON.stringify(options)})));`;

  it('ends with its streams, and the sampler continues', async () => {
    await using dir = await createTempDir();
    const options: SamplerOptions = {
      folder: join(dir.path, 'samples'),
      script,
      diskPath: dir.path,
      intervalMs: 5000,
      slotMs: 60_000,
      parentPid: process.pid,
      env: bareEnv(),
      nowMs: Date.now(),
    };
    const step = startChild({
      command: process.execPath,
      args: ['--input-type=module', '-e', stepOf(options)],
      env: bareEnv(),
    });
    const { exitCode, stdout, stderr } = await finishChild(step);
    expect([exitCode, stderr]).toEqual([0, '']);
    const handle = parseSamplerHandle(stdout);
    if (handle === undefined) throw new Error(`no handle: ${stdout}`);
    expect(isAlive(handle.process)).toBe(true);
    const report = await stop(handle);
    expect(report).toMatchObject({ wasRunning: true, hasEnded: true });
    expect(report.slots.length).toBeGreaterThan(0);
  });

  it.runIf(isLinux)('passes it no secret, no stream and no folder of the job', async () => {
    const secrets = { INPUT_SERVER: 'secret', GITHUB_TOKEN: 'secret', ACTIONS_RUNTIME_TOKEN: 'secret' };
    const env = { ...bareEnv(), ...secrets, NODE_OPTIONS: '--no-such-flag', RUNNER_TRACKING_ID: 'github_1' };
    await using sampler = await startTestSampler({ ...never, env });
    await sampler.waitForSlot();
    const proc = `/proc/${sampler.handle.process.pid}`;
    const variables = (await readFile(`${proc}/environ`, 'utf8')).split('\0').filter(Boolean);
    expect(variables.map((variable) => variable.split('=')[0]).toSorted()).toEqual([
      'PATH',
      'RUNNER_TRACKING_ID',
    ]);
    expect(variables).toContain('RUNNER_TRACKING_ID=github_1');
    const streams = [0, 1, 2].map((number) => readlink(`${proc}/fd/${number}`));
    expect(await Promise.all(streams)).toEqual(['/dev/null', '/dev/null', '/dev/null']);
    expect(await readlink(`${proc}/cwd`)).toBe('/');
    expect(await readFile(`${proc}/cmdline`, 'utf8')).not.toContain('secret');
  });

  it.runIf(isLinux)('gives it its own session, and the system wakes it when a file is removed', async () => {
    await using sampler = await startTestSampler(never);
    await sampler.waitForSlot();
    const { pid } = sampler.handle.process;
    const [, session] = /\) [A-Z] \d+ (\d+ \d+) /.exec(await readFile(`/proc/${pid}/stat`, 'utf8')) ?? [];
    expect(session).toBe(`${pid} ${pid}`);
    const files = await readdir(`/proc/${pid}/fd`);
    const targets = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`)));
    expect(targets).toContain('anon_inode:inotify');
  });

  it.each([0, 1, -1, Number.NaN, 4_194_305])(
    'may have a parent that cannot be seen: %d',
    async (parentPid) => {
      expect(identifyProcess(parentPid)).toBeUndefined();
      await using sampler = await startTestSampler({ parentPid });
      await sampler.waitForSlot(/cpuPercent/);
      expect(await stop(sampler.handle)).toMatchObject({ wasRunning: true, hasEnded: true });
    },
  );

  it('reports a folder that cannot be created', async () => {
    await using dir = await createTempDir();
    const folder = join(dir.path, 'none', 'samples');
    const times = { intervalMs: 5000, slotMs: 60_000, nowMs: Date.now() };
    const options = { ...times, script, diskPath: '/', parentPid: 1, env: bareEnv() };
    const error = await startSampler({ ...options, folder }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'SamplerError' });
    expect(String(error)).toMatch(
      /^SamplerError: The runner's metrics cannot be sampled in ".*none": ENOENT/,
    );
    await writeFile(join(dir.path, 'file'), '');
    expect(await startSampler({ ...options, folder: join(dir.path, 'file') })).toBeUndefined();
    expect(await readdir(dir.path)).toEqual(['file']);
  });
});
