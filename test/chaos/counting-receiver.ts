import { createServer, type Socket } from 'node:net';

/** The data of one connection. */
export interface Received {
  /** The sender's port. */
  readonly port: number;
  readonly text: string;
  /** How the sender ended it. */
  readonly end: 'fin' | 'reset';
}

/** A receiver that reads everything, and closes after the sender. */
export interface CountingReceiver extends AsyncDisposable {
  readonly port: number;
  /** The connections in their order. Accepts no more, and waits for the open ones to end. */
  readonly finish: () => Promise<Received[]>;
}

interface Connection {
  readonly socket: Socket;
  readonly port: number;
  readonly chunks: Buffer[];
  end: Received['end'];
}

/** Starts a receiver on a free port of the loopback address. */
export async function startCountingReceiver(): Promise<CountingReceiver> {
  const connections: Connection[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const connection: Connection = { socket, port: socket.remotePort ?? 0, chunks: [], end: 'reset' };
    connections.push(connection);
    socket.on('error', () => {});
    socket.on('data', (chunk) => connection.chunks.push(chunk));
    socket.on('end', () => {
      connection.end = 'fin';
      socket.end();
    });
  });
  return {
    port: await listen(server),
    finish: async () => {
      await new Promise((resolve) => server.close(resolve));
      return connections.map(({ port, chunks, end }) => {
        return { port, text: Buffer.concat(chunks).toString('latin1'), end };
      });
    },
    [Symbol.asyncDispose]: async () => {
      for (const { socket } of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Makes a server listen on a free port of the loopback address. */
export async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}
