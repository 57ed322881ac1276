import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatSlotRecord, RECORD_BYTES } from '../../src/collect/runner/slot-records.ts';
import { parseStart } from '../../src/sampler/process-identity.ts';
import { parseSamplerHandle, type SamplerHandle } from '../../src/sampler/sampler-handle.ts';
import { MAX_SLOTS, SlotWriter } from '../../src/sampler/slot-writer.ts';
import { stopSampler } from '../../src/sampler/stop-sampler.ts';
import { createTempDir } from '../support/temp-dir.ts';

const start = 1_699_999_980_000;
const nowMs = start + 30_000;
const isWindows = process.platform === 'win32';
const slot = { startedAtMs: start, tallies: { cpuPercent: { sum: 10, weight: 5, max: 3 } } };
const none = { slots: [], badLines: 0, wasRunning: false, hasEnded: true };

/** A sampler that ended long ago, and a file that the job put in place of its file. */
async function stopWith(prepare: (file: string, folder: string) => unknown) {
  await using dir = await createTempDir();
  const folder = join(dir.path, 'samples');
  await mkdir(folder);
  await prepare(join(folder, 'slots.jsonl'), folder);
  const handle: SamplerHandle = {
    folder,
    slotMs: 60_000,
    startedAtMs: start,
    process: { pid: 4_194_305 },
  };
  const report = await stopSampler(handle, { nowMs });
  return { report, isRemoved: !existsSync(folder) };
}

describe('what a job can put in place of the file', () => {
  it('a valid file is read and removed', async () => {
    const { report, isRemoved } = await stopWith((file) => writeFile(file, formatSlotRecord(slot)));
    expect([report, isRemoved]).toEqual([{ ...none, slots: [slot] }, true]);
  });

  it('nothing', async () => {
    expect(await stopWith(() => {})).toEqual({ report: none, isRemoved: true });
  });

  it('a truncated file', async () => {
    const text = formatSlotRecord(slot)
      .repeat(2)
      .slice(0, RECORD_BYTES + 20);
    const { report } = await stopWith((file) => writeFile(file, text));
    expect(report).toEqual({ ...none, slots: [slot], badLines: 1 });
  });

  it('a file with a hole', async () => {
    const text = `${'\0'.repeat(RECORD_BYTES)}\n${formatSlotRecord(slot)}`;
    const { report } = await stopWith((file) => writeFile(file, text));
    expect(report).toEqual({ ...none, slots: [slot], badLines: 1 });
  });

  it('a directory', async () => {
    const { report } = await stopWith((file) => mkdir(file));
    expect(report).toEqual(none);
  });

  it('a directory that blocks the sampler from ending', async () => {
    const { report } = await stopWith((_, folder) => mkdir(join(folder, 'running')));
    expect(report).toEqual(none);
  });

  it.skipIf(isWindows)('a pipe without a writer', async () => {
    const { report } = await stopWith((file) => execFileSync('mkfifo', [file]));
    expect(report).toEqual(none);
  });

  it.skipIf(isWindows)('a link to a foreign file, which is not changed', async () => {
    await using dir = await createTempDir();
    const target = join(dir.path, 'target');
    await writeFile(target, formatSlotRecord(slot));
    const { report, isRemoved } = await stopWith((file) => symlink(target, file));
    expect([report, isRemoved]).toEqual([none, true]);
    expect(await readFile(target, 'utf8')).toBe(formatSlotRecord(slot));
  });

  it.skipIf(isWindows)('an endless device', async () => {
    const { report } = await stopWith((file) => symlink('/dev/zero', file));
    expect(report).toEqual(none);
  });

  it('a file of 64 GB', async () => {
    const { report } = await stopWith(async (file) => {
      await using handle = await open(file, 'w');
      await handle.write(formatSlotRecord(slot));
      await handle.truncate(64e9);
    });
    expect(report).toEqual({ ...none, slots: [slot], badLines: 1 });
  });

  it('millions of lines', async () => {
    const { report } = await stopWith((file) => writeFile(file, '{}\n'.repeat(3_000_000)));
    expect(report).toEqual({ ...none, badLines: 3_000_000 });
  });

  it('leaves other files in the folder alone', async () => {
    const { isRemoved } = await stopWith((_, folder) => writeFile(join(folder, 'mine'), ''));
    expect(isRemoved).toBe(false);
  });
});

describe('SlotWriter', () => {
  it('writes a slot again in its place and the next one after it', async () => {
    await using dir = await createTempDir();
    const path = join(dir.path, 'slots');
    const writer = new SlotWriter(path);
    const later = { ...slot, startedAtMs: start + 60_000 };
    const grown = { ...later, tallies: { cpuPercent: { sum: 20, weight: 10, max: 3 } } };
    for (const one of [slot, later, grown]) writer.write(one);
    writer.close();
    expect(await readFile(path, 'latin1')).toBe(formatSlotRecord(slot) + formatSlotRecord(grown));
    expect(() => new SlotWriter(path)).toThrow('EEXIST');
  });

  it('stops at its limit', async () => {
    await using dir = await createTempDir();
    const path = join(dir.path, 'slots');
    const writer = new SlotWriter(path);
    for (let index = 0; index < MAX_SLOTS + 10; index += 1) {
      expect(writer.isFull).toBe(index > MAX_SLOTS);
      writer.write({ ...slot, startedAtMs: index });
    }
    writer.close();
    expect((await readFile(path)).length).toBe(MAX_SLOTS * RECORD_BYTES);
  });
});

describe('parseSamplerHandle', () => {
  const good = { folder: '/tmp/a', slotMs: 60_000, startedAtMs: start, process: { pid: 7, startedAt: '9' } };

  it('accepts exactly what was written', () => {
    expect(parseSamplerHandle(JSON.stringify({ ...good, more: 1 }))).toEqual(good);
    const { startedAt: _, ...bare } = good.process;
    expect(parseSamplerHandle(JSON.stringify({ ...good, process: bare }))).toEqual({
      ...good,
      process: bare,
    });
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a number', 5],
    ['no folder', { ...good, folder: undefined }],
    ['an empty folder', { ...good, folder: '' }],
    ['a slot of no length', { ...good, slotMs: 0 }],
    ['a start that is text', { ...good, startedAtMs: '5' }],
    ['no process', { ...good, process: undefined }],
    ['a process that is none', { ...good, process: { pid: -1 } }],
    ['half a process', { ...good, process: { pid: 1.5 } }],
    ['a start of the process that is a number', { ...good, process: { pid: 7, startedAt: 9 } }],
  ])('refuses %s', (_, handle) => {
    expect(parseSamplerHandle(JSON.stringify(handle))).toBeUndefined();
  });

  it('throws for no text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseSamplerHandle(text)).toBeUndefined();
      }),
    );
  });
});

describe('parseStart', () => {
  const stat = (name: string, state: string): string =>
    `42 (${name}) ${state} 1 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 4 0 987654 1000 200`;

  it.each(['node', 'a b', 'x) R 1 (', ') ) )', ''])('of a process called %j', (name) => {
    expect(parseStart(stat(name, 'S'))).toBe('987654');
  });

  it.each(['Z', 'X', 'x'])('finds none in state %s: it has ended', (state) => {
    expect(parseStart(stat('node', state))).toBeUndefined();
  });

  it.each(['', '42', '42 (node) S 1', 'x'.repeat(5000)])('finds none in %j', (text) => {
    expect(parseStart(text)).toBeUndefined();
  });
});

test.runIf(process.platform === 'linux')('finds a start of this process', async () => {
  const ticks = Number(parseStart(await readFile('/proc/self/stat', 'latin1')));
  const [uptime = ''] = (await readFile('/proc/uptime', 'latin1')).split(' ');
  expect(ticks).toBeGreaterThan(0);
  expect(ticks / 100).toBeLessThan(Number(uptime));
});
