import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { blockUntilOrphan } from './wait.ts';

/** Forwards connections to a port of this machine, and can delay the client's bytes. */
export interface Forwarder extends AsyncDisposable {
  readonly address: string;
}

/** How a connection is forwarded. */
export interface Forwarding {
  /** The first chunk that is delayed until the client's FIN has arrived, as on a busy server. */
  readonly waitFrom: 'first' | 'second' | 'never';
  /**
   * What the client gets after the server's last byte: the server's FIN, or a reset once the client closed its socket.
   */
  readonly atEnd: 'fin' | 'reset';
}

/** How long the client's bytes wait after its FIN. */
const BUSY_MS = 600;

/** Starts a forwarder to one port. */
export async function startForwarder(port: number, { waitFrom, atEnd }: Forwarding): Promise<Forwarder> {
  const sockets = new Set<Socket>();
  let isUsed = false;
  const server = createServer({ allowHalfOpen: true }, (client) => {
    // A second one carries no lines.
    const isFirst = !isUsed;
    isUsed = true;
    const upstream = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // An error of either end is part of the test.
      socket.on('error', () => client.resetAndDestroy());
    }
    const waiting: Buffer[] = [];
    let waits = isFirst && waitFrom === 'first';
    client.on('data', (chunk: Buffer) => {
      if (waits) waiting.push(chunk);
      else upstream.write(chunk);
      waits ||= isFirst && waitFrom === 'second';
    });
    const busyMs = waits || waitFrom === 'second' ? BUSY_MS : 0;
    client.once('end', () => setTimeout(() => upstream.end(Buffer.concat(waiting)), busyMs));
    const last: Buffer[] = [];
    upstream.on('data', (chunk: Buffer) => {
      if (atEnd === 'reset' && isFirst && client.readableEnded) last.push(chunk);
      else client.write(chunk);
    });
    upstream.once('end', () => {
      if (atEnd === 'fin' || !isFirst) {
        client.end();
        return;
      }
      client.write(Buffer.concat(last));
      blockUntilOrphan(client.remotePort ?? 0);
      client.resetAndDestroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return {
    address: `127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
