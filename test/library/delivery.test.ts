import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { bulkUpdate, type SendOptions, update } from '../../src/index.ts';
import { startChild } from '../support/child.ts';
import { type Behaviour, type FaultyServer, startServer } from '../support/faulty-server.ts';

const evidence = process.platform === 'linux' ? 'kernel' : 'close';

/** More than 6 MB in one window, which no kernel buffers whole. */
const much = Object.fromEntries(
  Array.from({ length: 40_000 }, (_, index) => [`${'n'.repeat(150)}${index}`, index]),
);
const oneWindow = { batchSize: 1000, data: much };

/** The target of one attempt. retries.test.ts tests further attempts. */
function at(server: Pick<FaultyServer, 'host' | 'port'>): SendOptions {
  return { server: server.host, port: server.port, source: 's', retries: 0 };
}

function makeData(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, index]));
}

describe('confirmed', () => {
  it.each<[string, Behaviour, number]>([
    ['one metric', { kind: 'closeAfterFin' }, 1],
    ['many', { kind: 'closeAfterFin' }, 5000],
    ['a slow reader', { kind: 'slowReader', bytesPerTick: 20_000 }, 20_000],
  ])('%s', async (_, behaviour, count) => {
    await using server = await startServer(behaviour);
    const result = await bulkUpdate({ ...at(server), data: makeData(count) });
    expect(result).toMatchObject({ delivery: 'confirmed', evidence, lines: count, bytes: server.bytes() });
    expect(server.lines()).toHaveLength(count);
  });

  it('when a reader is slower than the limit of one write', async () => {
    await using server = await startServer({ kind: 'slowReader', bytesPerTick: 40_000 });
    const result = await bulkUpdate({ ...at(server), ...oneWindow, writeTimeout: 1 });
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 40_000, bytes: server.bytes() });
  });
});

describe('sent', () => {
  it('when everything was written and no close came in time', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const result = await update({ ...at(server), metric: 'a', value: 1, confirmTimeout: 0.05 });
    expect(result).toMatchObject({ delivery: 'sent', lines: 1, batches: 1, undelivered: 1 });
    expect(result.bytes).toBe(server.bytes());
    expect(result).not.toHaveProperty('evidence');
  });

  it('when a server reads nothing and the kernels take everything', async () => {
    await using server = await startServer({ kind: 'neverRead' });
    const result = await update({ ...at(server), metric: 'a', value: 1, confirmTimeout: 0.05 });
    expect([result.delivery, server.bytes()]).toEqual(['sent', 0]);
  });

  it('when one of several windows is unconfirmed, without evidence for the run', async () => {
    await using server = await startServer([{ kind: 'closeAfterFin' }, { kind: 'readThenHold' }]);
    const result = await bulkUpdate({ ...at(server), data: makeData(32_001), confirmTimeout: 0.05 });
    expect(result).toMatchObject({ delivery: 'sent', lines: 32_001, batches: 65, undelivered: 1 });
    expect(result).not.toHaveProperty('evidence');
  });

  it('when everything was written and the total time was over', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const result = await update({ ...at(server), metric: 'a', value: 1, timeout: 0.2 });
    expect(result).toMatchObject({ delivery: 'sent', lines: 1 });
  });
});

describe('failed', () => {
  it.each<[string, Behaviour, number]>([
    ['a close on accept', { kind: 'closeOnAccept' }, 1],
    ['a close on accept, with much to send', { kind: 'closeOnAccept' }, 32_000],
    ['a reset on accept', { kind: 'resetOnAccept' }, 1],
    ['a reset on accept, with much to send', { kind: 'resetOnAccept' }, 32_000],
    ['a reset after a few bytes', { kind: 'resetAfter', bytes: 1 }, 32_000],
    ['a reset after many bytes', { kind: 'resetAfter', bytes: 500_000 }, 32_000],
  ])('%s', async (_, behaviour, count) => {
    await using server = await startServer(behaviour);
    const attempt = bulkUpdate({ ...at(server), data: makeData(count), confirmTimeout: 2 });
    await expect(attempt).rejects.toMatchObject({
      name: 'SendError',
      retryable: true,
      result: {
        delivery: 'failed',
        lines: 0,
        batches: 0,
        bytes: 0,
        attempts: 1,
        undelivered: count,
        linesMade: count,
      },
    });
  });

  // The rest is more than the kernels buffer, so the server's close always comes before our end.
  it.each([1, 500_000, 1_000_000])('on a close after %d bytes, before our end', async (bytes) => {
    await using server = await startServer({ kind: 'readHalfThenClose', bytes });
    await expect(bulkUpdate({ ...at(server), ...oneWindow })).rejects.toMatchObject({ name: 'SendError' });
  });

  it('on a stalled write', async () => {
    await using server = await startServer({ kind: 'neverRead' });
    const attempt = bulkUpdate({ ...at(server), ...oneWindow, writeTimeout: 0.2 });
    await expect(attempt).rejects.toMatchObject({
      code: 'ETIMEDOUT',
      retryable: true,
      message: expect.stringContaining('accepted no bytes for 0.2 s'),
    });
  });

  it('with a reset, because a FIN would end a truncated line', async () => {
    const ending = Promise.withResolvers<string>();
    await using server = createServer({ pauseOnConnect: true }, (socket) => {
      socket.on('error', ({ code }: NodeJS.ErrnoException) => ending.resolve(String(code)));
      socket.on('end', () => ending.resolve('a FIN'));
      void attempt.catch(() => socket.resume());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const place = at({ host: '127.0.0.1', port });
    const attempt = bulkUpdate({ ...place, ...oneWindow, writeTimeout: 0.2 });
    await expect(attempt).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(await ending.promise).toBe('ECONNRESET');
  });

  it('when writing takes longer than the total time', async () => {
    await using server = await startServer({ kind: 'neverRead' });
    const attempt = bulkUpdate({ ...at(server), ...oneWindow, timeout: 0.2 });
    await expect(attempt).rejects.toMatchObject({
      code: 'ETIMEDOUT',
      retryable: false,
      message: expect.stringContaining('within 0.2 s'),
    });
  });

  it.each<[string, (socket: Socket) => void]>([
    ['greets', (socket) => void socket.write('220 mail.example.com ESMTP\r\n')],
    [
      'answers the lines',
      (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n')),
    ],
    ['answers our end', (socket) => void socket.once('end', () => socket.end('bye'))],
  ])('when a server %s', async (_, behave) => {
    const sockets: Socket[] = [];
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      sockets.push(socket.on('error', () => {}).resume());
      behave(socket);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { address: host, port } = server.address() as AddressInfo;
    try {
      await expect(update({ ...at({ host, port }), metric: 'a', value: 1 })).rejects.toMatchObject({
        name: 'SendError',
        retryable: false,
        message: expect.stringContaining('no Carbon line receiver'),
      });
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
    }
  });

  // Linux drops the first packet of a connection if the queue of the listening socket is full.
  if (process.platform === 'linux') {
    it('when no server accepts the connection', async () => {
      const script = `const server = require('node:net').createServer();
        server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
          require('node:fs').writeSync(1, String(server.address().port) + ' ');
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
        });`;
      await using deaf = startChild({ command: process.execPath, args: ['-e', script], env: {} });
      const port = Number((await deaf.waitForOutput(/(\d+) /))[1]);
      const waiting = [1, 2].map(() => connect({ host: '127.0.0.1', port }));
      try {
        await Promise.all(waiting.map((socket) => once(socket, 'connect')));
        const place = at({ host: '127.0.0.1', port });
        const attempt = update({ ...place, metric: 'a', value: 1, connectTimeout: 0.2 });
        await expect(attempt).rejects.toMatchObject({
          code: 'ETIMEDOUT',
          retryable: true,
          message: expect.stringContaining('did not accept a connection within 0.2 s'),
        });
      } finally {
        for (const socket of waiting) socket.destroy();
      }
    });
  }
});
