import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { bulkUpdate, update } from '../../src/index.ts';
import { type Behaviour, type FaultyServer, startServer } from '../support/faulty-server.ts';
import { findClosedPort } from '../support/ports.ts';

const metric = { metric: 'a', value: 1, source: 's' };

function nameOf({ host, port }: FaultyServer): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** 64 lines make one window. */
function makeWindows(count: number): { data: Record<string, number>; batchSize: number } {
  const names = Array.from({ length: 64 * count }, (_, index) => [`m${index}`, index] as const);
  return { data: Object.fromEntries(names), batchSize: 1 };
}

/** More than 6 MB in one window, which no kernel buffers whole. */
const much = {
  batchSize: 1000,
  data: Object.fromEntries(
    Array.from({ length: 40_000 }, (_, index) => [`${'n'.repeat(150)}${index}`, index]),
  ),
};

describe('a list of servers', () => {
  it('is used in order of preference', async () => {
    await using first = await startServer({ kind: 'closeAfterFin' });
    await using second = await startServer({ kind: 'closeAfterFin' });
    const result = await update({ ...metric, server: `${nameOf(first)},${nameOf(second)}` });
    expect(result).toMatchObject({ delivery: 'confirmed', server: nameOf(first) });
    expect([first.connections(), second.connections()]).toEqual([1, 0]);
  });

  it('tries the next server when the first refuses, without counting a retry', async () => {
    await using second = await startServer({ kind: 'closeAfterFin' }, { host: '::1' });
    const server = `${await findClosedPort()} , ${nameOf(second)}`;
    const result = await update({ ...metric, server, retries: 0 });
    expect(result).toMatchObject({
      delivery: 'confirmed',
      server: nameOf(second),
      // Each connection that was tried counts.
      attempts: 2,
      connectionErrors: [
        expect.stringMatching(/^127\.0\.0\.1:\d+ refused the connection.+\(ECONNREFUSED\)$/),
      ],
      undelivered: 0,
    });
    expect(second.lines()).toHaveLength(1);
  });

  it('tries the next server when the name of the first is unknown', async () => {
    await using second = await startServer({ kind: 'closeAfterFin' });
    const server = `no-such-host.invalid,${nameOf(second)}`;
    expect(await update({ ...metric, server })).toMatchObject({
      delivery: 'confirmed',
      server: nameOf(second),
    });
  });

  it('uses the port of the options for entries without a port', async () => {
    await using second = await startServer({ kind: 'closeAfterFin' });
    const server = `${await findClosedPort()},127.0.0.1`;
    const result = await update({ ...metric, server, port: second.port });
    expect(result).toMatchObject({ delivery: 'confirmed', server: nameOf(second) });
  });

  it('names every server when none can be reached', async () => {
    const [one, other] = [await findClosedPort(), await findClosedPort()];
    await expect(update({ ...metric, server: `${one},${other}`, retries: 0 })).rejects.toMatchObject({
      name: 'SendError',
      code: 'ECONNREFUSED',
      retryable: true,
      message: expect.stringMatching(
        new RegExp(`^No server could be reached\\. ${one} refused .+ ${other} refused .+\\(ECONNREFUSED\\)$`),
      ),
      result: { delivery: 'failed', server: `${one}, ${other}`, attempts: 2, undelivered: 1 },
    });
    const sending = update({ ...metric, server: `${one},${other}`, retries: 2 });
    await expect(sending).rejects.toMatchObject({ result: { attempts: 6 } });
  });

  it.each<Behaviour>([
    { kind: 'resetOnAccept' },
    { kind: 'closeOnAccept' },
    { kind: 'resetAfter', bytes: 1 },
    { kind: 'readHalfThenClose', bytes: 1 },
    { kind: 'neverRead' },
  ])('uses the next one at the first retry when the first accepts and then does %j', async (behaviour) => {
    await using first = await startServer(behaviour);
    await using second = await startServer({ kind: 'closeAfterFin' });
    await using third = await startServer({ kind: 'closeAfterFin' });
    const server = [first, second, third].map(nameOf).join(',');
    const result = await bulkUpdate({ ...much, source: 's', server, retries: 1, writeTimeout: 0.2 });
    expect(result).toMatchObject({
      delivery: 'confirmed',
      server: nameOf(second),
      attempts: 2,
      lines: 40_000,
      undelivered: 0,
    });
    expect([first.connections(), second.connections(), third.connections()]).toEqual([1, 1, 0]);
    expect(second.bytes()).toBe(result.bytes);
  });

  it.each(['neverRead', 'readThenHold'] as const)(
    'uses the next one when the first takes everything and does not confirm it: %s',
    async (kind) => {
      await using first = await startServer({ kind });
      await using second = await startServer({ kind: 'closeAfterFin' });
      const place = { server: `${nameOf(first)},${nameOf(second)}`, confirmTimeout: 0.1 };
      const result = await bulkUpdate({ ...makeWindows(3), ...place, source: 's' });
      // The first server's limit is waited for once, and not for each window.
      expect(result).toMatchObject({ delivery: 'confirmed', lines: 192, attempts: 4, undelivered: 0 });
      expect([first.connections(), second.connections()]).toEqual([1, 3]);
      expect(second.text().startsWith(first.text())).toBe(true);
    },
  );

  it('is tried in a circle', async () => {
    await using first = await startServer([{ kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }]);
    await using second = await startServer({ kind: 'resetOnAccept' });
    const server = `${nameOf(first)},${await findClosedPort()},${nameOf(second)}`;
    const result = await update({ ...metric, server });
    expect(result).toMatchObject({ delivery: 'confirmed', server: nameOf(first), attempts: 4 });
    expect([first.connections(), second.connections()]).toEqual([2, 1]);
  });

  it('uses the next server when the first is not Carbon, and does not try the first again', async () => {
    await using web = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    let visits = 0;
    web.on('connection', () => {
      visits += 1;
    });
    await using second = await startServer([{ kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }]);
    const server = `127.0.0.1:${(web.address() as AddressInfo).port},${nameOf(second)}`;
    const result = await update({ ...metric, server });
    expect(result).toMatchObject({ delivery: 'confirmed', server: nameOf(second), attempts: 3 });
    expect(visits).toBe(1);
  });

  it('sends nothing twice when the first server breaks in the middle', async () => {
    await using first = await startServer([{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }]);
    await using second = await startServer({ kind: 'closeAfterFin' });
    const server = `${nameOf(first)},${nameOf(second)}`;
    const result = await bulkUpdate({ ...makeWindows(3), source: 's', server });
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 192, attempts: 4, undelivered: 0 });
    expect([first.lines().length, second.lines().length]).toEqual([64, 128]);
    expect(new Set([...first.lines(), ...second.lines()]).size).toBe(192);
  });

  it('sends nothing twice: what one confirmed is not sent to another', async () => {
    const first = await startServer({ kind: 'closeAfterFin' });
    await using second = await startServer({ kind: 'closeAfterFin' });
    let gone: PromiseLike<void> | undefined;
    const result = await bulkUpdate({
      ...makeWindows(3),
      source: 's',
      server: `${nameOf(first)},${nameOf(second)}`,
      onProgress: () => {
        gone ??= first[Symbol.asyncDispose]();
      },
    });
    await gone;
    expect(result).toMatchObject({
      delivery: 'confirmed',
      lines: 192,
      undelivered: 0,
      server: `${nameOf(first)}, ${nameOf(second)}`,
    });
    expect([first.lines().length, second.lines().length]).toEqual([64, 128]);
    expect(new Set([...first.lines(), ...second.lines()]).size).toBe(192);
  });

  it.each(['', ',', 'carbon,', ',carbon', 'carbon,,other', 'carbon, ,other'])(
    'refuses %j, and sends nothing',
    async (server) => {
      await expect(update({ ...metric, server })).rejects.toMatchObject({
        name: 'InputError',
        faults: [{ location: 'server' }],
        result: { attempts: 0 },
      });
    },
  );
});
