import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { SendError } from '../../src/model/errors.ts';
import type { TlsConfig } from '../../src/options/config.ts';
import { createTcp } from '../../src/send/tcp.ts';
import type { Connection, Ending } from '../../src/send/transport.ts';
import { createAuthority } from '../support/authority.ts';

const limits = { totalMs: 20_000, connectMs: 5000, writeMs: 5000, confirmMs: 5000 };
/** Far more than a close on one machine takes. */
const LATE_MS = 500;
/** What the one behind the first connection does. */
type Act = (socket: Socket) => void;

const closeLate: Act = (socket) => socket.once('end', () => setTimeout(() => socket.end(), LATE_MS));
const closeAtOnce: Act = (socket) => socket.once('end', () => socket.end());

interface Server extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  readonly connections: () => number;
  readonly stopListening: () => void;
  /** Resolves with the next connection. */
  readonly next: () => Promise<void>;
}

/** A server that treats its connections as the list says; the last entry stays. */
async function listen(acts: readonly [Act, ...Act[]], tls?: { cert: string; key: string }): Promise<Server> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let onConnection = (): void => {};
  const accept = (socket: Socket): void => {
    const act = acts[Math.min(connections, acts.length - 1)] as Act;
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.resume();
    act(socket);
    onConnection();
  };
  const server =
    tls === undefined
      ? createServer({ allowHalfOpen: true }, accept)
      : createTlsServer({ ...tls, allowHalfOpen: true } as object, accept);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    stopListening: () => void server.close(),
    next: () =>
      new Promise((resolve) => {
        onConnection = resolve;
      }),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      // It may have stopped listening before.
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** More than an idle connection must stay open after a close that is this late. */
const BLOCKED_MS = 1_500;
const OTHER_LATE_MS = 100;

/** A server of another thread: it closes the first connection late, and the second one after its first bytes. */
const OTHER_SERVER = `const { createServer } = require('node:net');
const { parentPort } = require('node:worker_threads');
let connections = 0;
const server = createServer({ allowHalfOpen: true }, (socket) => {
  connections += 1;
  socket.on('error', () => {}).resume();
  if (connections === 1) socket.once('end', () => setTimeout(() => socket.end(), ${OTHER_LATE_MS}));
  else socket.once('data', () => { parentPort.postMessage('probed'); setTimeout(() => socket.end(), 50); });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

async function startOther() {
  const worker = new Worker(OTHER_SERVER, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    host: '127.0.0.1',
    port,
    /** Resolves when the second connection has sent its first bytes. */
    probed: once(worker, 'message'),
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  };
}

async function send(
  server: { host: string; port: number },
  { signal = new AbortController().signal, tls }: { signal?: AbortSignal; tls?: TlsConfig } = {},
): Promise<Ending> {
  return sendOn(await createTcp(server, { limits, tls })({ signal }));
}

async function sendOn(connection: Connection): Promise<Ending> {
  try {
    await connection.write(Buffer.from('a 1 1700000000\n'));
    return await connection.finish();
  } finally {
    connection.destroy();
  }
}

describe('a server that closes late after our FIN', () => {
  it('is a line receiver if it keeps an idle connection open', async () => {
    await using server = await listen([closeLate, closeAtOnce]);
    expect(await send(server)).toMatchObject({ kind: 'confirmed' });
    expect(server.connections()).toBe(2);
  });

  it.each<[string, Act]>([
    ['closes an idle connection after the same time', (socket) => setTimeout(() => socket.end(), LATE_MS)],
    ['closes an idle connection at once', (socket) => socket.end()],
    ['closes an idle connection after the first bytes', (socket) => socket.once('data', () => socket.end())],
    ['resets an idle connection', (socket) => socket.resetAndDestroy()],
  ])('is none if it %s', async (_, act) => {
    await using server = await listen([closeLate, act]);
    await expect(send(server)).rejects.toMatchObject({
      name: 'SendError',
      retryable: true,
      message: expect.stringMatching(/closed the connection late, and then an idle one:/),
    });
  });

  it('is none if it closes an idle connection while this process gets no processor', async () => {
    const never = new Int32Array(new SharedArrayBuffer(4));
    await using other = await startOther();
    // The close arrives and the time passes before this process can look at either.
    void other.probed.then(() => setImmediate(() => Atomics.wait(never, 0, 0, BLOCKED_MS)));
    await expect(send(other)).rejects.toMatchObject({
      message: expect.stringMatching(/closed the connection late, and then an idle one:/),
    });
  });

  it('is another kind of server if it sends something on an idle connection', async () => {
    await using server = await listen([
      closeLate,
      (socket) => socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n'),
    ]);
    await expect(send(server)).rejects.toMatchObject({ code: 'ANSWERED', retryable: false });
  });

  it('is in doubt if it refuses another connection', async () => {
    const stop = { listening: (): void => {} };
    await using server = await listen([
      (socket) => {
        stop.listening();
        closeLate(socket);
      },
    ]);
    stop.listening = server.stopListening;
    await expect(send(server)).rejects.toMatchObject({ code: 'ECONNREFUSED', retryable: true });
  });

  it('is asked again, and then has to outlast the time before our FIN', async () => {
    const giveUp: Act = (socket) => setTimeout(() => socket.end(), LATE_MS);
    await using server = await listen([closeLate, giveUp]);
    const connect = createTcp(server, { limits, tls: undefined });
    const { signal } = new AbortController();
    await expect(sendOn(await connect({ signal }))).rejects.toThrow('then an idle one:');
    await expect(sendOn(await connect({ signal }))).rejects.toThrow(
      'closed the connection before this side did',
    );
    expect(server.connections()).toBe(3);
  });

  it('is not confirmed if no time is left', async () => {
    await using server = await listen([closeLate, closeAtOnce]);
    const controller = new AbortController();
    const sending = send(server, { signal: controller.signal });
    await server.next();
    await server.next();
    controller.abort(new SendError('The time is over.', { retryable: false, code: 'ETIMEDOUT' }));
    expect(await sending).toEqual({
      kind: 'sent',
      note: expect.stringMatching(
        /closed too late to check .* no proxy whose backend refuses: The time is over/,
      ),
    });
  });

  it('is given up when the run is stopped', async () => {
    await using server = await listen([closeLate, closeAtOnce]);
    const controller = new AbortController();
    const ended = send(server, { signal: controller.signal }).catch((error: unknown) => error);
    await server.next();
    await server.next();
    controller.abort();
    expect(await ended).toMatchObject({ name: 'SendError', code: 'ABORT_ERR' });
  });

  it('is asked with TLS and the same name', async () => {
    const authority = await createAuthority();
    const { cert, key } = await authority.certify({ names: 'DNS:carbon.test' });
    await using server = await listen([closeLate, closeAtOnce], { cert, key });
    const tls = { ca: authority.ca, cert: undefined, key: undefined, serverName: 'carbon.test' };
    expect(await send(server, { tls })).toMatchObject({ kind: 'confirmed' });
    expect(server.connections()).toBe(2);
  });
});
