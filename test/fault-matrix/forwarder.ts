import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { blockUntilOrphan } from './wait.ts';

/** Passes connections on to a port of this machine, and lets the client's bytes wait. */
export interface Forwarder extends AsyncDisposable {
  readonly address: string;
}

/** How a connection is passed on. */
export interface Forwarding {
  /** From which of the client's chunks on its bytes wait until its FIN is there, as for a server that is busy. */
  readonly waitFrom: 'first' | 'second' | 'never';
  /** What the client gets when the server's bytes ended: the server's FIN, or a reset once the client closed its socket. */
  readonly atEnd: 'fin' | 'reset';
}

/** Starts a forwarder to one port. */
export async function startForwarder(port: number, { waitFrom, atEnd }: Forwarding): Promise<Forwarder> {
  const sockets = new Set<Socket>();
  let isUsed = false;
  const server = createServer({ allowHalfOpen: true }, (client) => {
    // Another one carries no lines.
    const isFirst = !isUsed;
    isUsed = true;
    const upstream = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // What the two ends do to each other is part of the game.
      socket.on('error', () => client.resetAndDestroy());
    }
    const waiting: Buffer[] = [];
    let waits = waitFrom === 'first';
    client.on('data', (chunk: Buffer) => {
      if (waits) waiting.push(chunk);
      else upstream.write(chunk);
      waits ||= waitFrom === 'second';
    });
    client.once('end', () => upstream.end(Buffer.concat(waiting)));
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
