import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { bulkUpdate, type SendOptions, update } from '../../src/index.ts';
import { type FaultyServer, startServer } from '../support/faulty-server.ts';
import { reservePorts } from '../support/ports.ts';

const metric = { metric: 'a', value: 1 };

function at({ host, port }: Pick<FaultyServer, 'host' | 'port'>): SendOptions {
  return { server: host, port, source: 's', confirmTimeout: 0.1 };
}

describe('retries', () => {
  it('send the same bytes again, with the original time', async () => {
    await using server = await startServer([
      { kind: 'readThenHold' },
      { kind: 'readThenHold' },
      { kind: 'closeAfterFin' },
    ]);
    const result = await bulkUpdate({ ...at(server), data: { a: 1, b: 0.1, c: -5 }, retries: 2 });
    expect(result).toMatchObject({
      delivery: 'confirmed',
      attempts: 3,
      lines: 3,
      batches: 1,
      undelivered: 0,
    });
    const [first] = server.texts();
    expect(first).toMatch(/^systems\.s\.a 1 \d+\nsystems\.s\.b 0\.1 \d+\nsystems\.s\.c -5 \d+\n$/);
    expect(server.texts()).toEqual([first, first, first]);
    expect(result.bytes).toBe(first?.length);
  });

  it.each([
    { kind: 'resetOnAccept' },
    { kind: 'closeOnAccept' },
    { kind: 'resetAfter', bytes: 1 },
    { kind: 'readHalfThenClose', bytes: 1 },
  ] as const)('succeed when the server first does %j', async (behaviour) => {
    // More than one write, so that the early close comes before our end.
    const data = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`m${index}`, index]));
    await using server = await startServer([behaviour, { kind: 'closeAfterFin' }]);
    const result = await bulkUpdate({ ...at(server), data, confirmTimeout: 10 });
    expect(result).toMatchObject({ delivery: 'confirmed', attempts: 2, lines: 30_000, undelivered: 0 });
    expect(server.texts()[1]?.length).toBe(result.bytes);
  });

  it('succeed when the server was restarted in between', async () => {
    await using reserved = await reservePorts(1);
    const [port = 0] = reserved.ports;
    const old = await startServer({ kind: 'resetOnAccept' }, { port });
    const sending = update({ ...at(old), ...metric, retries: 20 });
    await old.waitForConnections(1);
    await old[Symbol.asyncDispose]();
    await using server = await startServer({ kind: 'closeAfterFin' }, { port });
    const result = await sending;
    expect(result.delivery).toBe('confirmed');
    expect(result.attempts).toBeGreaterThan(1);
    expect(server.lines()).toHaveLength(1);
  });

  it('succeed when nothing listened at first', async () => {
    await using reserved = await reservePorts(1);
    const [port = 0] = reserved.ports;
    // It is listed second, so the first attempt was refused before.
    const other = await startServer({ kind: 'resetOnAccept' });
    const place = { server: `127.0.0.1:${port}, 127.0.0.1:${other.port}`, source: 's' };
    const sending = update({ ...place, ...metric, retries: 20 });
    await other.waitForConnections(1);
    await using server = await startServer({ kind: 'closeAfterFin' }, { port });
    await other[Symbol.asyncDispose]();
    expect(await sending).toMatchObject({ delivery: 'confirmed', server: `127.0.0.1:${port}` });
    expect(server.lines()).toHaveLength(1);
  });

  it('happen three times by default', async () => {
    await using server = await startServer({ kind: 'resetOnAccept' });
    await expect(update({ ...at(server), ...metric })).rejects.toMatchObject({
      result: { attempts: 4, undelivered: 1 },
    });
    expect(server.connections()).toBe(4);
  });

  it.each([0, '0', 1])('can be set to %j', async (retries) => {
    await using server = await startServer({ kind: 'readThenHold' });
    const result = await update({ ...at(server), ...metric, retries: retries as number });
    expect(result).toMatchObject({
      delivery: 'sent',
      attempts: Number(retries) + 1,
      undelivered: 1,
      lines: 1,
    });
    expect(server.connections()).toBe(Number(retries) + 1);
  });

  it('end with the total time', async () => {
    await using server = await startServer({ kind: 'resetOnAccept' });
    const sending = update({ ...at(server), ...metric, retries: 100, timeout: 0.5 });
    await expect(sending).rejects.toMatchObject({ name: 'SendError', result: { delivery: 'failed' } });
    expect(server.connections()).toBeLessThan(100);
  });

  it('report the repaired failures, each message once', async () => {
    const [resetting, closing] = [{ kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }] as const;
    await using server = await startServer([resetting, resetting, { kind: 'readThenHold' }, closing]);
    const result = await update({ ...at(server), ...metric, confirmTimeout: 1 });
    const name = `${server.host}:${server.port}`;
    expect(result).toMatchObject({ delivery: 'confirmed', attempts: 4 });
    expect(result.connectionErrors).toEqual([
      expect.stringMatching(new RegExp(`^${name} (?:reset|closed) the connection .+\\.`)),
      `${name} did not close in time.`,
    ]);
  });

  it('are not reported when the first attempt was as good as the outcome', async () => {
    const data = Object.fromEntries(Array.from({ length: 160 }, (_, index) => [`m${index}`, index]));
    await using server = await startServer([{ kind: 'readThenHold' }, { kind: 'closeAfterFin' }]);
    const result = await bulkUpdate({ ...at(server), data, batchSize: 1, retries: 0 });
    expect(result).toMatchObject({ delivery: 'sent', attempts: 3 });
    expect(result).not.toHaveProperty('connectionErrors');
  });

  it('do not make a failure of a window that was written whole', async () => {
    await using server = await startServer([{ kind: 'readThenHold' }, { kind: 'resetOnAccept' }]);
    const result = await update({ ...at(server), ...metric, retries: 1 });
    expect(result).toMatchObject({ delivery: 'sent', attempts: 2, undelivered: 1 });
    expect(result.connectionErrors?.length).toBe(2);
  });

  it('count for each window, and never send confirmed windows again', async () => {
    await using server = await startServer([
      { kind: 'closeAfterFin' },
      { kind: 'resetOnAccept' },
      { kind: 'closeAfterFin' },
    ]);
    const data = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`m${index}`, index]));
    const result = await bulkUpdate({ ...at(server), data, batchSize: 1, confirmTimeout: 10 });
    expect(result).toMatchObject({ delivery: 'confirmed', attempts: 3, lines: 100, batches: 100 });
    expect([server.lines().length, new Set(server.lines()).size]).toEqual([100, 100]);
  });

  it('do not happen when the server sends data', async () => {
    await using web = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    let connections = 0;
    web.on('connection', () => {
      connections += 1;
    });
    const { port } = web.address() as AddressInfo;
    await expect(update({ ...at({ host: '127.0.0.1', port }), ...metric })).rejects.toMatchObject({
      retryable: false,
      result: { attempts: 1, undelivered: 1 },
    });
    expect(connections).toBe(1);
  });

  it('do not happen for bad input', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await expect(update({ ...at(server), metric: 'a', value: 'x' })).rejects.toMatchObject({
      name: 'InputError',
      result: { attempts: 0, undelivered: 0 },
    });
    expect(server.connections()).toBe(0);
  });
});
