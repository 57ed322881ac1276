import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bulkUpdate, type Result, resultOf, type SendOptions, update } from '../../src/index.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { type FaultyServer, startServer } from '../support/faulty-server.ts';
import { RECENT } from '../support/recent.ts';
import { createTempDir, type TempDir } from '../support/temp-dir.ts';

const isWindows = process.platform === 'win32';
const at = RECENT;
const name = /^undelivered-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.txt$/;

function to({ host, port }: Pick<FaultyServer, 'host' | 'port'>, dir: TempDir): SendOptions {
  const spool = join(dir.path, 'made', 'spool');
  return { server: host, port, group: '', source: '', timestamp: at, retries: 0, confirmTimeout: 0.1, spool };
}

/** Metrics, 64 of which make a window, and their lines. */
function makeWindows(count: number): { data: Record<string, number>; batchSize: number; lines: string[] } {
  const names = Array.from({ length: 64 * count }, (_, index) => [`m${index}`, index] as const);
  const lines = names.map(([metric, value]) => `${metric} ${value} ${at}\n`);
  return { data: Object.fromEntries(names), batchSize: 1, lines };
}

async function catchResult(sending: Promise<Result>): Promise<Result> {
  const error: unknown = await sending.then(
    ({ delivery }) => new Error(`it was ${delivery}`),
    (reason: unknown) => reason,
  );
  const result = resultOf(error);
  if (result === undefined) throw error;
  return result;
}

async function readKept({ undeliveredFile = '' }: Result, { path }: TempDir): Promise<string> {
  const folder = join(path, 'made', 'spool');
  const names = await readdir(folder);
  expect(names).toEqual([expect.stringMatching(name)]);
  expect(undeliveredFile).toBe(join(folder, String(names[0])));
  if (!isWindows) {
    const modes = await Promise.all(
      [folder, undeliveredFile].map(async (one) => (await stat(one)).mode & 0o777),
    );
    expect(modes).toEqual([0o700, 0o600]);
  }
  return readFile(undeliveredFile, 'utf8');
}

describe('unconfirmed lines', () => {
  it.each(['resetOnAccept', 'closeOnAccept'] as const)(
    'are kept whole when the server does %s',
    async (kind) => {
      await using server = await startServer({ kind });
      await using dir = await createTempDir();
      const data = { a: 1, 'b;c d': 0.1, e: { f: -2 } };
      const result = await catchResult(bulkUpdate({ ...to(server, dir), data, tags: { os: 'x' } }));
      expect(result).toMatchObject({ delivery: 'failed', lines: 0, undelivered: 3, warnings: [] });
      const text = `a;os=x 1 ${at}\nb_c_d;os=x 0.1 ${at}\ne.f;os=x -2 ${at}\n`;
      expect(await readKept(result, dir)).toBe(text);
    },
  );

  it('are kept when they were sent but not confirmed', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    await using dir = await createTempDir();
    const result = await update({ ...to(server, dir), metric: 'a', value: 1 });
    expect(result).toMatchObject({ delivery: 'sent', lines: 1, undelivered: 1 });
    expect(await readKept(result, dir)).toBe(`a 1 ${at}\n`);
  });

  it('are kept once for all attempts', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    await using dir = await createTempDir();
    const result = await update({ ...to(server, dir), metric: 'a', value: 1, retries: 2 });
    expect(result).toMatchObject({ attempts: 3, undelivered: 1 });
    expect(await readKept(result, dir)).toBe(`a 1 ${at}\n`);
  });

  it('have no file when everything was confirmed, also after retries', async () => {
    await using server = await startServer([{ kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }]);
    await using dir = await createTempDir();
    const result = await update({ ...to(server, dir), metric: 'a', value: 1, retries: 1 });
    expect(result).toMatchObject({ delivery: 'confirmed', undelivered: 0 });
    expect(result).not.toHaveProperty('undeliveredFile');
    expect(await readdir(dir.path)).toEqual([]);
  });

  it('have no file when nothing is to be kept', async () => {
    await using server = await startServer({ kind: 'resetOnAccept' });
    await using dir = await createTempDir();
    for (const spool of ['', undefined]) {
      const options = { ...to(server, dir), spool, metric: 'a', value: 1 };
      const result = await catchResult(update(options));
      expect(result).toMatchObject({ undelivered: 1 });
      expect(result).not.toHaveProperty('undeliveredFile');
    }
    expect(await readdir(dir.path)).toEqual([]);
  });

  it('have a file for each run', async () => {
    await using server = await startServer({ kind: 'resetOnAccept' });
    await using dir = await createTempDir();
    const sending = ['a', 'b', 'c'].map((metric) =>
      catchResult(update({ ...to(server, dir), metric, value: 1 })),
    );
    const files = (await Promise.all(sending)).map(({ undeliveredFile = '' }) => undeliveredFile);
    expect(new Set(files).size).toBe(3);
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    expect(texts).toEqual(['a', 'b', 'c'].map((metric) => `${metric} 1 ${at}\n`));
    expect(await readdir(join(dir.path, 'made', 'spool'))).toHaveLength(3);
  });

  it('are not kept in a dry run', async () => {
    await using dir = await createTempDir();
    await update({ ...to({ host: '127.0.0.1', port: 1 }, dir), dryRun: true, metric: 'a', value: 1 });
    expect(await readdir(dir.path)).toEqual([]);
  });
});

describe('of several windows', () => {
  it('windows before the failure are not kept; the failed one and the untried ones are', async () => {
    await using server = await startServer([{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }]);
    await using dir = await createTempDir();
    const { lines, ...metrics } = makeWindows(4);
    const result = await catchResult(bulkUpdate({ ...to(server, dir), ...metrics }));
    expect(result).toMatchObject({ lines: 64, undelivered: 192, linesMade: 256, attempts: 2 });
    expect(await readKept(result, dir)).toBe(lines.slice(64).join(''));
    expect(server.text()).toBe(lines.slice(0, 64).join(''));
  });

  it('an unconfirmed window in the middle is kept, and those after it are sent', async () => {
    await using server = await startServer([
      { kind: 'closeAfterFin' },
      { kind: 'readThenHold' },
      { kind: 'closeAfterFin' },
    ]);
    await using dir = await createTempDir();
    const { lines, ...metrics } = makeWindows(3);
    const result = await bulkUpdate({ ...to(server, dir), ...metrics });
    expect(result).toMatchObject({ delivery: 'sent', lines: 192, undelivered: 64, attempts: 3 });
    expect(await readKept(result, dir)).toBe(lines.slice(64, 128).join(''));
  });

  it('the rest of a stream is kept to its end', async () => {
    await using server = await startServer([{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }]);
    await using dir = await createTempDir();
    const { lines, data, batchSize } = makeWindows(4);
    const result = await catchResult(
      bulkUpdate({ ...to(server, dir), data: Object.entries(data).values(), batchSize }),
    );
    expect(result).toMatchObject({ lines: 64, undelivered: 192, linesMade: 256, attempts: 2 });
    expect(await readKept(result, dir)).toBe(lines.slice(64).join(''));
  });

  it('a stream with a bad line keeps what failed before it, and the error names the line', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    await using dir = await createTempDir();
    const { lines, data, batchSize } = makeWindows(1);
    const items = [...Object.entries(data), ['bad', Number.NaN] as const].values();
    const error = (await bulkUpdate({ ...to(server, dir), data: items, batchSize }).catch(
      (reason: unknown) => reason,
    )) as { result: Result };
    expect(error).toMatchObject({ name: 'InputError', faults: [{ value: 'NaN' }] });
    expect(error.result).toMatchObject({ undelivered: 64 });
    expect(await readKept(error.result, dir)).toBe(lines.join(''));
  });

  it('the rest is kept when the run is stopped', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await using dir = await createTempDir();
    const controller = new AbortController();
    const { lines, ...metrics } = makeWindows(3);
    const options = { ...to(server, dir), ...metrics, onProgress: () => controller.abort() };
    const result = await catchResult(bulkUpdate({ ...options, signal: controller.signal }));
    expect(result).toMatchObject({ lines: 64, undelivered: 128 });
    expect(await readKept(result, dir)).toBe(lines.slice(64).join(''));
  });
});

describe('a spool that is not a folder', () => {
  async function expectFault(spool: string, rule: string): Promise<void> {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const sending = update({ server: server.host, port: server.port, spool, metric: 'a', value: 1 });
    await expect(sending).rejects.toMatchObject({
      name: 'InputError',
      count: 1,
      faults: [{ location: 'spool', rule, value: spool, cure: expect.stringMatching(/^Name a folder/) }],
      result: { attempts: 0 },
    });
    expect(server.connections()).toBe(0);
  }

  it('a file is an error, and nothing is sent', async () => {
    await using dir = await createTempDir();
    const file = join(dir.path, 'file');
    await writeFile(file, 'mine');
    await expectFault(file, 'it is a folder, not a file');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  if (!isWindows) {
    it.each(['', '/', '/.'])('a link to a folder is an error, written "link%s"', async (end) => {
      await using dir = await createTempDir();
      await mkdir(join(dir.path, 'elsewhere'));
      await symlink('elsewhere', join(dir.path, 'link'));
      await expectFault(`${join(dir.path, 'link')}${end}`, 'it is a folder, not a link');
      expect(await readdir(join(dir.path, 'elsewhere'))).toEqual([]);
    });

    it('a link to nothing is an error', async () => {
      await using dir = await createTempDir();
      await symlink('nowhere', join(dir.path, 'link'));
      await expectFault(join(dir.path, 'link'), 'it is a folder, not a link');
      expect(await readdir(dir.path)).toEqual(['link']);
    });
  }

  it.each<[string, (path: string) => string]>([
    ['a folder in a file', (path) => join(path, 'file', 'spool')],
    ['a name that is too long', (path) => join(path, 'n'.repeat(5000))],
    ['a name with NUL', (path) => `${path}\0`],
  ])('%s is reported by one clear error, at the start or when it is needed', async (_, makeSpool) => {
    await using server = await startServer({ kind: 'resetOnAccept' });
    await using dir = await createTempDir();
    await writeFile(join(dir.path, 'file'), 'mine');
    const spool = makeSpool(dir.path);
    const error: unknown = await update({ ...to(server, dir), spool, metric: 'a', value: 1 }).catch(
      (reason: unknown) => reason,
    );
    expect(['InputError', 'SendError']).toContain((error as Error).name);
    expect((error as Error).message).toMatch(/^spool: |could not be kept in "/);
    expect((error as { result?: Result }).result).not.toHaveProperty('undeliveredFile');
  });
});

// No other system has such folders.
if (process.platform === 'linux') {
  // A long one is cut: it may be a secret that was given in the wrong place.
  it.each(['/proc/x', '/proc/x/y', '/sys/x/y', `/proc/${'x'.repeat(200)}`])(
    'a spool that the system refuses to create, %s, ends with an error',
    async (spool) => {
      const child = startChild({
        command: process.execPath,
        args: [join(import.meta.dirname, 'make-spool.ts'), spool],
        env: bareEnv(),
      });
      const { exitCode, stdout, stderr } = await finishChild(child);
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(
        /^What was not delivered could not be kept in "[^"]{1,110}".*: E\w+: [^/]+\. Name another folder as spool\.\n$/,
      );
    },
  );
}

describe('a spool that cannot be written', () => {
  const message =
    /^What was not delivered could not be kept in ".+": EEXIST: [^/]+\. Name another folder as spool\.$/;

  it('is reported together with the failed delivery', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    await using dir = await createTempDir();
    const spool = join(dir.path, 'spool');
    const controller = new AbortController();
    const options = { ...to(server, dir), spool, confirmTimeout: 10, signal: controller.signal };
    const sending = update({ ...options, metric: 'a', value: 1 });
    await server.waitForBytes(1);
    await writeFile(spool, 'a file in its place');
    controller.abort();
    const error: unknown = await sending.catch((reason: unknown) => reason);
    expect(error).toBe(controller.signal.reason);
    const result = resultOf(error);
    expect(result).toMatchObject({ delivery: 'failed', undelivered: 1, warnings: [expect.any(String)] });
    const [stopped, kept] = result?.warnings[0]?.split(/(?<=stopped\.) /) ?? [];
    expect([stopped, kept]).toEqual(['Sending was stopped.', expect.stringMatching(message)]);
    expect(result).not.toHaveProperty('undeliveredFile');
    expect(await readFile(spool, 'utf8')).toBe('a file in its place');
  });

  it('is a warning when everything was sent', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    await using dir = await createTempDir();
    const spool = join(dir.path, 'spool');
    const sending = update({ ...to(server, dir), spool, confirmTimeout: 3, metric: 'a', value: 1 });
    await server.waitForBytes(1);
    await writeFile(spool, 'a file in its place');
    const result = await sending;
    expect(result).toMatchObject({ delivery: 'sent', undelivered: 1 });
    expect(result.warnings).toEqual([expect.stringMatching(message)]);
    expect(result).not.toHaveProperty('undeliveredFile');
  });
});

it.skipIf(isWindows)('keeps nothing behind a link that replaced the folder', async () => {
  await using server = await startServer({ kind: 'readThenHold' });
  await using dir = await createTempDir();
  const spool = join(dir.path, 'spool');
  const elsewhere = join(dir.path, 'elsewhere');
  await mkdir(elsewhere);
  const controller = new AbortController();
  const options = { ...to(server, dir), spool, confirmTimeout: 10, signal: controller.signal };
  const sending = update({ ...options, metric: 'a', value: 1 });
  await server.waitForBytes(1);
  await symlink(elsewhere, spool);
  controller.abort();
  await expect(sending).rejects.toBe(controller.signal.reason);
  const message = /could not be kept in .*: it is no longer a folder\./;
  expect(resultOf(controller.signal.reason)?.warnings).toEqual([expect.stringMatching(message)]);
  expect(await readdir(elsewhere)).toEqual([]);
});
