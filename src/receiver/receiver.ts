import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { type ByteSink, LineCounter, LineReader } from './line-reader.ts';
import type { BadLine, ReceivedLine } from './parse-line.ts';
import { type ReceiverCounts, Tally } from './tally.ts';
/// <reference lib="esnext.disposable" preserve="true" />

/** The remote end of one connection. */
export interface ReceiverConnection {
  /** The client's IP address. */
  readonly address: string;
  readonly port: number;
}

/** Where to listen, what to keep and which hooks to call. Errors of hooks are not caught. */
export interface ReceiverOptions {
  /** An address of this machine or a name of one, IPv6 without brackets. Default `127.0.0.1`. */
  readonly host?: string | undefined;
  /** 0 to 65535; 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /**
   * Whether `lines` and `badLines` are filled, default `true`: memory then grows with every line. With `false` and
   * neither `onLine` nor `onBadLine`, lines are counted by their LF and not checked.
   */
  readonly keep?: boolean | undefined;
  /** Called for each good line, in the order of arrival, before its connection is closed. */
  onLine?: ((line: ReceivedLine) => void) | undefined;
  /** Called for each bad line, in the order of arrival. */
  onBadLine?: ((bad: BadLine) => void) | undefined;
  onConnection?: ((connection: ReceiverConnection) => void) | undefined;
  /** Called once per connection when it has ended; `error` if the connection broke, such as by a reset. */
  onClose?: ((connection: ReceiverConnection, error: Error | undefined) => void) | undefined;
}

/** A listening receiver. Its properties are live: they grow while lines arrive. */
export interface Receiver extends AsyncDisposable {
  /** The IP address that it listens on. */
  readonly host: string;
  readonly port: number;
  /** Every good line in the order of arrival; empty with `keep: false`. */
  readonly lines: readonly ReceivedLine[];
  /** Every bad line in the order of arrival; empty with `keep: false`. */
  readonly badLines: readonly BadLine[];
  readonly counts: ReceiverCounts;
  /**
   * Stops reading from all connections until `resume`, so that clients wait; lines that were read before are still
   * reported.
   */
  pause(): void;
  resume(): void;
  /** Ends open connections without waiting for their clients, then the server; may be called again. */
  close(): Promise<void>;
}

/**
 * Starts a Carbon line receiver. It reads each connection until the client's FIN and only then closes its own side. So
 * a client may take this close as the confirmation that everything was read.
 *
 * Rejects with Node's own error if it cannot listen (`code` is `EADDRINUSE`, `EACCES`, `ENOTFOUND` …). Rejects with a
 * `RangeError` for a port out of range and a `TypeError` for an empty host. No client makes it throw.
 */
export async function startReceiver(options: ReceiverOptions = {}): Promise<Receiver> {
  const { host = '127.0.0.1', port = 0, keep = true } = options;
  // Node would listen on all addresses of the machine for an empty host.
  if (host === '') throw new TypeError('host must not be empty; leave it out for 127.0.0.1');
  const tally = new Tally({ ...options, keep });
  const onlyCounted = !keep && options.onLine === undefined && options.onBadLine === undefined;
  const open = new Map<Socket, Promise<void>>();

  let isPaused = false;

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    tally.counts.connections += 1;
    const sink = onlyCounted ? new LineCounter(tally) : new LineReader(tally);
    const gone = receive({ socket, sink, options });
    if (isPaused) socket.pause();
    open.set(
      socket,
      gone.then(() => void open.delete(socket)),
    );
  });
  server.listen({ host, port });
  await once(server, 'listening');
  // A failed accept, such as without file descriptors, affects only that client.
  server.on('error', () => {});

  let closed: Promise<unknown> | undefined;
  const close = async (): Promise<void> => {
    closed ??= stop(server, open);
    await closed;
  };
  const pause = (): void => {
    isPaused = true;
    for (const socket of open.keys()) socket.pause();
  };
  const resume = (): void => {
    isPaused = false;
    for (const socket of open.keys()) socket.resume();
  };
  const { lines, badLines, counts } = tally;
  const live = { lines, badLines, counts, pause, resume };
  return { ...readAddress(server), ...live, close, [Symbol.asyncDispose]: close };
}

/** Resolves when the connection has ended, in any way. */
function receive(connection: { socket: Socket; sink: ByteSink; options: ReceiverOptions }): Promise<void> {
  const { socket, sink, options } = connection;
  const peer = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
  options.onConnection?.(peer);
  let failure: Error | undefined;
  socket.on('data', (chunk: Buffer) => sink.push(chunk));
  socket.on('end', () => {
    sink.end('a line must end with LF, and the connection ended before it');
    socket.end();
  });
  socket.on('error', (error) => {
    failure = error;
  });
  return new Promise((resolve) => {
    socket.on('close', () => {
      resolve();
      sink.end('a line must end with LF, and the connection broke off before it');
      options.onClose?.(peer, failure);
    });
  });
}

async function stop(server: Server, open: ReadonlyMap<Socket, Promise<void>>): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of open.keys()) socket.destroy();
  // The server may be closed before its last sockets report it.
  await Promise.all([stopped, ...open.values()]);
}

function readAddress(server: Server): { host: string; port: number } {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no TCP address');
  return { host: address.address, port: address.port };
}
