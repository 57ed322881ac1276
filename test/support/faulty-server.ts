import { createServer, type Socket } from 'node:net';

/** How a server treats a connection. */
export type Behaviour =
  /** Reads everything and closes after the client's FIN, as a good receiver does. */
  | { readonly kind: 'closeAfterFin' }
  /** Closes at once, without reading. */
  | { readonly kind: 'closeOnAccept' }
  /** Resets at once. */
  | { readonly kind: 'resetOnAccept' }
  /** Reads everything and never closes, even after the client's FIN. */
  | { readonly kind: 'readThenHold' }
  /** Accepts and never reads: only the kernels' buffers take anything. */
  | { readonly kind: 'neverRead' }
  /** Closes after so many bytes, before the client's FIN. Unread bytes are lost. */
  | { readonly kind: 'readHalfThenClose'; readonly bytes: number }
  /** Resets after so many bytes. */
  | { readonly kind: 'resetAfter'; readonly bytes: number }
  /** Reads so many bytes every 10 ms and closes after the client's FIN. */
  | { readonly kind: 'slowReader'; readonly bytesPerTick: number };

/** A server in this process that misbehaves on request, with real sockets. */
export interface FaultyServer extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  readonly connections: () => number;
  /** The data of all connections, as far as it was read. */
  readonly bytes: () => number;
  readonly text: () => string;
  readonly lines: () => string[];
  /** What each connection carried, in the order of the connections, without idle ones. */
  readonly texts: () => string[];
  readonly waitForConnections: (count: number) => Promise<void>;
  readonly waitForBytes: (count: number) => Promise<void>;
}

interface Connection {
  readonly socket: Socket;
  readonly chunks: Buffer[];
  bytes: number;
  /** Whether it has a behaviour: a connection that tests a late close gets none. */
  isUsed: boolean;
}

const tickMs = 10;

/** Starts a server. With a list, each connection gets the next behaviour and the last one repeats. */
export async function startServer(
  behaviour: Behaviour | readonly [Behaviour, ...Behaviour[]],
  { host = '127.0.0.1', port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<FaultyServer> {
  const behaviours: readonly Behaviour[] = 'kind' in behaviour ? [behaviour] : behaviour;
  const connections: Connection[] = [];
  const waiting = new Set<() => void>();
  const changed = (): void => {
    for (const check of waiting) check();
  };
  const total = (): number => connections.reduce((sum, { bytes }) => sum + bytes, 0);
  let used = 0;
  /** Whether a client has ended a connection: on a busy machine, it may test by the next one whether that was too late. */
  let hasEnded = false;
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    const connection: Connection = { socket, chunks: [], bytes: 0, isUsed: false };
    connections.push(connection);
    // A reset by the client is expected.
    socket.on('error', () => {});
    socket.once('end', () => {
      hasEnded = true;
    });
    const use = (): void => {
      connection.isUsed = true;
      behave(connection, behaviours[Math.min(used, behaviours.length - 1)] ?? closeAfterFin, changed);
      used += 1;
    };
    if (hasEnded) onLine(socket, use);
    else use();
    changed();
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('a TCP server has an address and a port');

  const waitUntil = (isDone: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!isDone()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const texts = (): string[] =>
    connections.filter(({ isUsed }) => isUsed).map(({ chunks }) => Buffer.concat(chunks).toString('utf8'));
  const text = (): string => texts().join('');
  return {
    host,
    port: address.port,
    connections: () => connections.filter(({ isUsed }) => isUsed).length,
    bytes: () => text().length,
    text,
    lines: () => texts().flatMap((text) => text.split('\n').filter((line) => line.trim() !== '')),
    texts,
    waitForConnections: (count) => waitUntil(() => connections.length >= count),
    waitForBytes: (count) => waitUntil(() => total() >= count),
    [Symbol.asyncDispose]: async () => {
      for (const { socket } of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const closeAfterFin: Behaviour = { kind: 'closeAfterFin' };

/** Calls `use` with the first line, which is then unread again. A connection with blanks only is a test of the client. */
function onLine(socket: Socket, use: () => void): void {
  const wait = (chunk: Buffer): void => {
    if (chunk.toString('latin1').trim() === '') return;
    socket.off('data', wait).off('end', end).pause().unshift(chunk);
    use();
  };
  const end = (): void => void socket.end();
  socket.on('data', wait).once('end', end).resume();
}

function behave(connection: Connection, behaviour: Behaviour, changed: () => void): void {
  const { socket } = connection;
  const read = (onBytes: () => void = () => {}): void => {
    socket.on('data', (chunk: Buffer) => {
      take(connection, chunk);
      onBytes();
      changed();
    });
    socket.resume();
  };
  switch (behaviour.kind) {
    case 'closeAfterFin':
      socket.once('end', () => socket.end());
      read();
      break;
    case 'closeOnAccept':
      socket.end(() => socket.destroy());
      break;
    case 'resetOnAccept':
      socket.resetAndDestroy();
      break;
    case 'readThenHold':
      read();
      break;
    case 'neverRead':
      break;
    case 'readHalfThenClose':
      read(() => {
        if (connection.bytes < behaviour.bytes) return;
        socket.pause().removeAllListeners('data');
        socket.end(() => socket.destroy());
      });
      break;
    case 'resetAfter':
      read(() => {
        if (connection.bytes >= behaviour.bytes) socket.resetAndDestroy();
      });
      break;
    case 'slowReader':
      readSlowly(connection, behaviour.bytesPerTick, changed);
      break;
  }
}

// Between two ticks the stream keeps at most one chunk of the kernel's data, so the client is slowed down.
function readSlowly(connection: Connection, bytesPerTick: number, changed: () => void): void {
  const { socket } = connection;
  const timer = setInterval(() => {
    const chunk: Buffer | null = socket.read(Math.min(bytesPerTick, socket.readableLength || bytesPerTick));
    if (chunk === null) return;
    take(connection, chunk);
    changed();
  }, tickMs);
  socket.once('end', () => socket.end());
  socket.once('close', () => clearInterval(timer));
  // A listener for 'readable' makes the stream read the next chunk without flowing.
  socket.on('readable', () => {});
}

function take(connection: Connection, chunk: Buffer): void {
  connection.chunks.push(chunk);
  connection.bytes += chunk.length;
}
