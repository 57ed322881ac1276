import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bulkUpdate, CarbonClient, type Progress, resultOf, update } from '../../src/index.ts';
import { startServer } from '../support/faulty-server.ts';
import { publishWritten } from '../support/publish-written.ts';
import { createTempDir } from '../support/temp-dir.ts';

/** The default reason of `fetch`. */
const aborted = { name: 'AbortError', code: DOMException.ABORT_ERR };

describe('an AbortSignal', () => {
  it('that is already aborted opens no connection', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const reason = new Error('no more');
    const signal = AbortSignal.abort(reason);
    const attempt = update({ server: server.host, port: server.port, metric: 'a', value: 1, signal });
    await expect(attempt).rejects.toBe(reason);
    expect(server.bytes()).toBe(0);
  });

  it('ends the wait for the confirmation, and the running window has failed', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const controller = new AbortController();
    const { host, port } = server;
    const attempt = update({ server: host, port, metric: 'a', value: 1, signal: controller.signal });
    await server.waitForBytes(1);
    const reason = 'no more';
    controller.abort(reason);
    await expect(attempt).rejects.toBe(reason);
  });

  it('ends a stalled write', async () => {
    await using server = await startServer({ kind: 'neverRead' });
    const controller = new AbortController();
    const client = new CarbonClient({ server: server.host, port: server.port, signal: controller.signal });
    const names = Array.from({ length: 40_000 }, (_, index) => [`${'n'.repeat(150)}${index}`, 1]);
    const attempt = client.bulkUpdate(Object.fromEntries(names), { batchSize: 1000 });
    await server.waitForConnections(1);
    controller.abort();
    await expect(attempt).rejects.toMatchObject(aborted);
  });

  it('between two windows: onProgress has reported what was confirmed', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const controller = new AbortController();
    const data = Object.fromEntries(Array.from({ length: 64_000 }, (_, index) => [`m${index}`, 1]));
    const { host, port } = server;
    const { signal } = controller;
    const progress: Progress[] = [];
    const onProgress = (done: Progress): void => {
      progress.push(done);
      controller.abort();
    };
    const attempt = bulkUpdate({ server: host, port, data, signal, onProgress });
    await expect(attempt).rejects.toMatchObject(aborted);
    const result = resultOf(controller.signal.reason);
    expect(result).toMatchObject({ delivery: 'failed', lines: 32_000, linesMade: 64_000 });
    expect(progress).toEqual([{ lines: 32_000, bytes: server.bytes() }]);
    expect(server.lines()).toHaveLength(32_000);
  });

  it('ends the wait for an iterable that yields nothing more', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const controller = new AbortController();
    async function* items(): AsyncGenerator<readonly [string, number]> {
      yield ['a', 1];
      queueMicrotask(() => controller.abort());
      await new Promise(() => {});
    }
    const { host, port } = server;
    const attempt = bulkUpdate({ server: host, port, data: items(), signal: controller.signal });
    await expect(attempt).rejects.toMatchObject(aborted);
  });

  it('keeps what a stream has yielded so far, although it fills no window', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await using dir = await createTempDir();
    const controller = new AbortController();
    async function* items(): AsyncGenerator<readonly [string, number]> {
      for (let index = 0; index < 100; index++) yield [`m${index}`, index];
      controller.abort();
      await new Promise(() => {});
    }
    const place = {
      server: server.host,
      port: server.port,
      group: 'g',
      source: '',
      timestamp: 1_700_000_000,
    };
    const error = await bulkUpdate({
      ...place,
      data: items(),
      spool: dir.path,
      signal: controller.signal,
    }).catch((reason: unknown) => reason);
    expect(error).toBe(controller.signal.reason);
    const result = { delivery: 'failed', lines: 0, linesMade: 100, undelivered: 100, kept: 100 };
    expect(resultOf(error)).toMatchObject(result);
    const [file = ''] = await readdir(dir.path);
    const lines = Array.from({ length: 100 }, (_, index) => `g.m${index} ${index} 1700000000\n`);
    expect(await readFile(join(dir.path, file), 'utf8')).toBe(lines.join(''));
    expect(server.bytes()).toBe(0);
  });

  it('ends the wait for a pipe whose text is checked whole', async () => {
    const controller = new AbortController();
    async function* text(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"a": 1,');
      controller.abort();
      await new Promise(() => {});
    }
    const attempt = publishWritten(
      { server: '127.0.0.1:1', dataFile: '-', dataFormat: 'data', signal: controller.signal },
      { face: 'cli', nowMs: 0, stdin: text() },
    );
    await expect(attempt).rejects.toMatchObject({
      name: 'SendError',
      code: 'ABORT_ERR',
      result: { delivery: 'failed', linesMade: 0 },
    });
  });

  it('keeps the formatted part of a file, and prints where the rest begins', async () => {
    await using dir = await createTempDir();
    const controller = new AbortController();
    async function* text(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a 1\nb 2\nc');
      controller.abort();
      yield Buffer.from(' 3\n');
    }
    const later = join(dir.path, 'later.txt');
    await writeFile(later, 'd 4\n');
    const spool = join(dir.path, 'spool');
    const place = { server: '127.0.0.1:1', group: 'g', source: '', timestamp: 1_700_000_000 };
    const job = { metrics: [{ nodes: ['job', 'success'], value: 1 }], figures: {} };
    const error = await publishWritten(
      { ...place, dataFile: ['-', later], scope: '', spool, signal: controller.signal },
      { face: 'action', nowMs: 0, stdin: text(), collect: async () => job },
    ).catch((reason: unknown) => reason);
    const message = `Sending was stopped. The rest of data-file - begins at line 3. Not read: data-file ${later}.`;
    expect(error).toMatchObject({
      code: 'ABORT_ERR',
      message,
      result: { linesMade: 3, undelivered: 3, kept: 3 },
    });
    const [file = ''] = await readdir(spool);
    expect(await readFile(join(spool, file), 'utf8')).toBe(
      'g.a 1 1700000000\ng.b 2 1700000000\ng.job.success 1 1700000000\n',
    );
  });

  it('takes no more of a synchronous iterable', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await using dir = await createTempDir();
    const controller = new AbortController();
    function* items(): Generator<readonly [string, number]> {
      for (let index = 0; ; index++) yield [`m${index}`, index];
    }
    const place = { server: server.host, port: server.port, batchSize: 10, windowSize: 1, spool: dir.path };
    const onProgress = (): void => controller.abort();
    const { signal } = controller;
    const attempt = bulkUpdate({ ...place, data: items(), signal, onProgress });
    await expect(attempt).rejects.toMatchObject(aborted);
    expect(resultOf(signal.reason)).toMatchObject({ lines: 10, linesMade: 10 });
  });

  it('ends a dry run that waits for the output of its lines', async () => {
    const controller = new AbortController();
    const onDryRun = (): Promise<void> => {
      controller.abort();
      return new Promise(() => {});
    };
    const attempt = update({ dryRun: true, metric: 'a', value: 1, signal: controller.signal, onDryRun });
    await expect(attempt).rejects.toMatchObject(aborted);
  });

  it('with its own time limit', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const signal = AbortSignal.timeout(50);
    const attempt = update({ server: server.host, port: server.port, metric: 'a', value: 1, signal });
    await expect(attempt).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('that ends two runs with one reason returns neither result', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const signal = AbortSignal.abort();
    const options = { server: server.host, port: server.port, metric: 'a', value: 1, signal };
    await expect(update(options)).rejects.toBe(signal.reason);
    expect(resultOf(signal.reason)).toMatchObject({ delivery: 'failed', lines: 0, linesMade: 1 });
    await expect(update(options)).rejects.toBe(signal.reason);
    expect(resultOf(signal.reason)).toBeUndefined();
  });

  it('that is used for many calls keeps nothing of them in memory', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const { signal } = new AbortController();
    const client = new CarbonClient({ server: server.host, port: server.port, signal });
    // More than ten listeners on one target give a warning, and a warning fails a test here.
    for (let index = 0; index < 30; index++) await client.update(`m${index}`, 1);
    expect(server.lines()).toHaveLength(30);
  });
});
