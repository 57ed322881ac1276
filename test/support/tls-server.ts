import type { AddressInfo } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';

/** A good receiver with TLS. */
export interface TlsServer extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** Connections, with or without a finished handshake. */
  readonly connections: () => number;
  /** What arrived, without connections that carried blanks only, as a sender opens to test a late close. */
  readonly text: () => string;
  /** The errors of handshakes. */
  readonly problems: () => string[];
}

/** Starts a server that reads everything and closes after the client's end. */
export async function startTlsServer(options: TlsOptions): Promise<TlsServer> {
  const sockets = new Set<{ destroy(): unknown }>();
  const texts = new Map<object, string>();
  const problems: string[] = [];
  let connections = 0;
  const server = createServer({ ...options, allowHalfOpen: true } as TlsOptions, (socket) => {
    socket.on('error', () => {});
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => texts.set(socket, (texts.get(socket) ?? '') + text));
    socket.once('end', () => socket.end());
  });
  server.on('tlsClientError', (error: NodeJS.ErrnoException) => problems.push(error.code ?? error.message));
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    text: () => [...texts.values()].filter((text) => text.trim() !== '').join(''),
    problems: () => problems,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
