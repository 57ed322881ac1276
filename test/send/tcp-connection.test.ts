import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createTcp } from '../../src/send/tcp.ts';
import type { Ending } from '../../src/send/transport.ts';
import { type Behaviour, startServer } from '../support/faulty-server.ts';

const limits = { totalMs: 5000, connectMs: 5000, writeMs: 5000, confirmMs: 5000 };

// An unhandled rejection fails the whole test run, as it would end the process of a user.
it.each(['before our FIN', 'with our FIN on its way', 'while the close is waited for'])(
  'a run that is stopped %s fails once, and leaves nothing open',
  async (moment) => {
    const before = countSockets();
    await using server = await startServer({ kind: 'readThenHold' });
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    const { signal } = controller;
    const connection = await createTcp(server, { limits, tls: undefined })({ signal });
    await connection.write(Buffer.from('a 1 1700000000\n'));
    if (moment === 'before our FIN') abort();
    const ended = connection.finish().catch((error: unknown) => error);
    if (moment === 'with our FIN on its way') abort();
    if (moment === 'while the close is waited for') {
      await server.waitForBytes(15);
      abort();
    }
    expect(await ended).toMatchObject({ name: 'SendError', code: 'ABORT_ERR' });
    connection.destroy();
    await server[Symbol.asyncDispose]();
    // An open socket keeps the process from ending.
    await expect.poll(countSockets).toBe(before);
  },
);

function countSockets(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
}

async function send(server: { host: string; port: number }, text = 'a 1 1700000000\n'): Promise<Ending> {
  const { signal } = new AbortController();
  const connection = await createTcp(server, { limits, tls: undefined })({ signal });
  try {
    await connection.write(Buffer.from(text));
    return await connection.finish();
  } finally {
    connection.destroy();
  }
}

describe('a server that ends the connection before this side does', () => {
  it.each<[Behaviour, RegExp]>([
    [{ kind: 'closeOnAccept' }, /closed the connection before this side did.* A port for pickles or cache/],
    [{ kind: 'readHalfThenClose', bytes: 1 }, /closed the connection before this side did/],
    [{ kind: 'resetOnAccept' }, /reset the connection before this side did.* a proxy whose backend refuses/],
    [
      { kind: 'resetAfter', bytes: 1 },
      /reset the connection before this side did.* TLS port \(turn tls on\)/,
    ],
  ])('is not a line receiver: %j', async (behaviour, message) => {
    await using server = await startServer(behaviour);
    await expect(send(server)).rejects.toMatchObject({
      name: 'SendError',
      retryable: true,
      message: expect.stringMatching(message),
    });
  });

  it('is not trusted at the next attempt either', async () => {
    await using server = await startServer({ kind: 'readHalfThenClose', bytes: 1 });
    const connect = createTcp(server, { limits, tls: undefined });
    const { signal } = new AbortController();
    const endings: unknown[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const connection = await connect({ signal });
      await connection.write(Buffer.from('a 1 1700000000\n'));
      endings.push(await connection.finish().catch((error: Error) => error.name));
    }
    expect(endings).toEqual(Array.from({ length: 5 }, () => 'SendError'));
  });

  it('is trusted again once a line receiver replaced it', async () => {
    await using server = await startServer([{ kind: 'resetAfter', bytes: 1 }, { kind: 'closeAfterFin' }]);
    const connect = createTcp(server, { limits, tls: undefined });
    const { signal } = new AbortController();
    const first = await connect({ signal });
    await first.write(Buffer.from('a 1 1700000000\n'));
    await expect(first.finish()).rejects.toMatchObject({ code: 'ECONNRESET' });
    const second = await connect({ signal });
    await second.write(Buffer.from('a 1 1700000000\n'));
    expect(await second.finish()).toMatchObject({ kind: 'confirmed' });
  });
});

describe('a server that answers', () => {
  it.each([
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n', 'It is a web server. Check the port'],
    ['a TLS port', '\x15\x03\x03\x00\x02\x02\x46', 'It uses TLS: turn tls on.'],
    ['another one', 'hello\n', 'receiver does. Check the port'],
  ])('is named by its kind: %s', async (_, answer, message) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(answer, 'latin1'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      await expect(send({ host: '127.0.0.1', port })).rejects.toMatchObject({
        retryable: false,
        message: expect.stringContaining(message),
      });
    } finally {
      server.close();
    }
  });
});
