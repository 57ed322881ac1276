import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { getProgram } from '../support/needs.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

/** A server of one row that no common behaviour covers. */
export interface OwnServer extends AsyncDisposable {
  readonly port: number;
  readonly address: string;
  readonly lines: () => string[];
}

/** A web server that answers every request. */
export function startGunicorn(): Promise<ServerProcess> {
  return startServerProcess({
    host: '127.0.0.1',
    portCount: 1,
    prepare: async ({ dir, ports: [port] }) => {
      const app = "def app(environ, start):\n    start('200 OK', [])\n    return [b'hello']\n";
      await writeFile(join(dir, 'web.py'), app);
      const args = ['-b', `127.0.0.1:${port}`, '-w', '1', '--chdir', dir, '--worker-tmp-dir', dir, 'web:app'];
      return { command: getProgram('gunicorn'), args };
    },
  });
}

/** Reads everything, then resets the connection after the client's FIN. */
export function startResetAfterFin(): Promise<OwnServer> {
  return listen((read) =>
    createServer({ allowHalfOpen: true }, (socket) => {
      read(socket);
      socket.once('end', () => socket.resetAndDestroy());
    }),
  );
}

/** Reads everything, connects to its dead backend at the first bytes, and gives up after our FIN. */
export function startLazyProxy(): Promise<OwnServer> {
  return listen(() =>
    createServer({ allowHalfOpen: true }, (socket) => {
      socket.once('data', () => setTimeout(() => socket.end(), 800));
    }),
  );
}

/** Never reads. Closes its half when `moment` resolves, and drops the unread bytes much later. */
export async function startUnreadHalfClose(moment: (port: number) => Promise<void>): Promise<OwnServer> {
  const server: OwnServer = await listen(() =>
    createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      void moment(server.port).then(() => socket.end());
    }),
  );
  return server;
}

/**
 * Never reads the first connection. `close` ends its half and then closes it, which resets it because of the unread
 * bytes. Later connections are read, and closed after the client's FIN.
 */
export async function startUnreadClose(): Promise<OwnServer & { readonly close: () => Promise<void> }> {
  let first: Socket | undefined;
  const server = await listen((read) =>
    createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      if (first !== undefined) {
        read(socket);
        socket.once('end', () => socket.end()).resume();
      }
      first ??= socket;
    }),
  );
  const close = async (): Promise<void> => {
    if (first === undefined) throw new Error('the server has no connection');
    await new Promise<void>((resolve) => first?.end(resolve));
    first.destroy();
    await once(first, 'close');
  };
  return { ...server, close };
}

/** The same behind TLS, with a `close_notify`. */
export async function startUnreadGoodbye(
  options: TlsOptions,
  moment: (port: number) => Promise<void>,
): Promise<OwnServer> {
  const server: OwnServer = await listen(() =>
    createTlsServer({ ...options, allowHalfOpen: true } as TlsOptions, (socket) => {
      void moment(server.port).then(() => socket.end());
    }),
  );
  return server;
}

async function listen(create: (read: (socket: Socket) => void) => Server): Promise<OwnServer> {
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = create((socket) => socket.on('data', (chunk: Buffer) => chunks.push(chunk)));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // A reset by the client is part of the test.
    socket.on('error', () => {});
  });
  server.on('secureConnection', (socket: Socket) => socket.on('error', () => {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return {
    port: address.port,
    address: `127.0.0.1:${address.port}`,
    lines: () => Buffer.concat(chunks).toString('latin1').split('\n'),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
