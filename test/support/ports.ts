import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Ports that were free a moment ago. No other test of this machine gets them until this is disposed of. */
export interface ReservedPorts extends AsyncDisposable {
  readonly ports: readonly number[];
}

/** Finds free ports for programs that cannot choose a port themselves. */
export async function reservePorts(count: number, host = '127.0.0.1'): Promise<ReservedPorts> {
  const locks: Server[] = [];
  const ports: number[] = [];
  while (ports.length < count) {
    const port = await findFreePort(host);
    const lock = await lockPort(port);
    if (lock === 'taken') continue;
    if (lock) locks.push(lock);
    ports.push(port);
  }
  return {
    ports,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(locks.map((lock) => new Promise((resolve) => lock.close(resolve))));
    },
  };
}

/**
 * An address without a listener while this process runs. It is this side of an open connection, so no server can get
 * the port. A port that was just closed could be taken.
 */
export async function findClosedPort(): Promise<string> {
  const server = createServer((socket) => socket.unref()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.unref();
  server.unref();
  return `127.0.0.1:${socket.localPort}`;
}

/** Below the range from which Linux assigns ports, so no other test gets one of these by chance. */
const [FIRST_PORT, LAST_PORT] = [20_000, 32_000];

async function findFreePort(host: string): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT));
    if (await isFree(port, host)) return port;
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

// Carbon listens with SO_REUSEPORT: two of them on one port both start and share the connections. An abstract socket is
// a lock that ends with its process. Only Linux has it, and these servers start only there.
function lockPort(port: number): Promise<Server | 'taken' | undefined> {
  if (process.platform !== 'linux') return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const lock = createServer();
    lock.once('error', () => resolve('taken'));
    lock.listen(`\0carbon-action-test-port-${port}`, () => resolve(lock.unref()));
  });
}

/** Resolves once every port accepts connections. Rejects when the time is up or `gone` rejects. */
export async function waitForPorts({
  host,
  ports,
  gone,
  timeoutMs = 120_000,
}: {
  readonly host: string;
  readonly ports: readonly number[];
  readonly gone: Promise<never>;
  readonly timeoutMs?: number;
}): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (const port of ports) {
    while (!(await Promise.race([accepts(host, port), gone]))) {
      if (Date.now() > deadline)
        throw new Error(`nothing listens on ${host} port ${port} after ${timeoutMs} ms`);
      await delay(10);
    }
  }
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    let connected = false;
    const socket = connect({ host, port });
    socket.once('connect', () => {
      connected = true;
      socket.end();
    });
    socket.on('error', () => {});
    // Waits for the receiver's close, so that this connection does not count among its connections any more.
    socket.resume().once('close', () => resolve(connected));
  });
}
