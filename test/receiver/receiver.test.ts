import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { type ReceiverOptions, startReceiver } from '../../src/receiver/index.ts';

const LINE = 'a.b 1 1700000000\n';

async function open(receiver: { host: string; port: number }): Promise<Socket> {
  const socket = connect({ host: receiver.host, port: receiver.port, allowHalfOpen: true });
  await once(socket, 'connect');
  socket.resume();
  return socket;
}

/** Sends everything, then FIN, and waits for the receiver's close. */
async function deliver(
  receiver: { host: string; port: number },
  chunks: readonly (string | Buffer)[],
): Promise<void> {
  const socket = await open(receiver);
  for (const chunk of chunks) socket.write(chunk);
  socket.end();
  await once(socket, 'close');
}

type Hook = 'onLine' | 'onClose';

/** Options whose hook resolves a promise at its call number `count`, with its arguments. */
function awaitCall(hook: Hook, count = 1): { options: ReceiverOptions; called: Promise<unknown[]> } {
  let options: ReceiverOptions = {};
  let calls = 0;
  const called = new Promise<unknown[]>((resolve) => {
    options = {
      [hook]: (...values: unknown[]) => {
        calls += 1;
        if (calls === count) resolve(values);
      },
    };
  });
  return { options, called };
}

test.each(['127.0.0.1', '::1'])('keeps what arrives on %s, in order, all before its close', async (host) => {
  await using receiver = await startReceiver({ host });
  expect(receiver.host).toBe(host);
  expect(receiver.port).toBeGreaterThan(0);
  const lines = Array.from(
    { length: 50_000 },
    (_, index) => `a.n${index} ${index / 4} ${1700000000 + index}`,
  );
  const bytes = `${lines.join('\n')}\n`;
  await deliver(receiver, [bytes, 'bad\n', 'last']);
  expect(receiver.lines.map((line) => line.text)).toEqual(lines);
  expect(receiver.lines.at(-1)).toEqual({
    text: 'a.n49999 12499.75 1700049999',
    path: 'a.n49999',
    tags: {},
    value: 12499.75,
    timestamp: 1700049999,
  });
  expect(receiver.badLines).toEqual([
    { text: 'bad', reason: 'a line must have three fields (path, value, timestamp), not 1' },
    { text: 'last', reason: 'a line must end with LF, and the connection ended before it' },
  ]);
  expect(receiver.counts).toEqual({
    connections: 1,
    withLines: 1,
    lines: 50_000,
    badLines: 2,
    bytes: bytes.length + 8,
  });
});

test('joins the lines of each connection separately', async () => {
  await using receiver = await startReceiver();
  const [one, two] = await Promise.all([open(receiver), open(receiver)]);
  one.write('one.a 1 17');
  two.write('two.a 2 17');
  one.end('00000000\n');
  two.end('00000001\n');
  await Promise.all([once(one, 'close'), once(two, 'close')]);
  expect(receiver.lines.map((line) => line.text).sort()).toEqual([
    'one.a 1 1700000000',
    'two.a 2 1700000001',
  ]);
  expect(receiver.counts).toMatchObject({ connections: 2, badLines: 0 });
});

test('closes its side only after the client has closed its own', async () => {
  const { options, called } = awaitCall('onLine');
  await using receiver = await startReceiver(options);
  const order: string[] = [];
  const client = await open(receiver);
  client.on('end', () => order.push('receiver closed'));
  client.write(LINE);
  await called;
  // Another connection runs from start to end meanwhile, so an early close would be seen first.
  await deliver(receiver, [LINE]);
  order.push('client closes');
  client.end();
  await once(client, 'close');
  expect(order).toEqual(['client closes', 'receiver closed']);
});

test('survives a reset, reports the cut line, and continues', async () => {
  const line = awaitCall('onLine');
  const gone = awaitCall('onClose');
  await using receiver = await startReceiver({ ...line.options, ...gone.options });
  const client = await open(receiver);
  const { localPort } = client;
  client.write(`${LINE}half`);
  await line.called;
  client.resetAndDestroy();
  expect(await gone.called).toEqual([
    { address: '127.0.0.1', port: localPort },
    expect.objectContaining({ code: 'ECONNRESET' }),
  ]);
  expect(receiver.badLines).toEqual([
    { text: 'half', reason: 'a line must end with LF, and the connection broke off before it' },
  ]);
  await deliver(receiver, [LINE]);
  expect(receiver.counts).toMatchObject({ connections: 2, lines: 2, badLines: 1 });
});

test('reports connections, good lines and bad lines, and keeps none on request', async () => {
  const printed: unknown[] = [];
  await using receiver = await startReceiver({
    keep: false,
    onConnection: ({ address }) => printed.push(['open', address]),
    onLine: (line) => printed.push(line.path),
    onBadLine: (bad) => printed.push(bad.text),
    onClose: ({ address }, error) => printed.push(['close', address, error]),
  });
  await deliver(receiver, [LINE, 'bad\n']);
  await receiver.close();
  expect(printed).toEqual([['open', '127.0.0.1'], 'a.b', 'bad', ['close', '127.0.0.1', undefined]]);
  expect(receiver.lines).toEqual([]);
  expect(receiver.badLines).toEqual([]);
  expect(receiver.counts).toMatchObject({ lines: 1, badLines: 1 });
});

test('checks without keeping when only bad lines are requested', async () => {
  const bad: string[] = [];
  await using receiver = await startReceiver({ keep: false, onBadLine: ({ text }) => bad.push(text) });
  await deliver(receiver, [LINE, 'bad\n']);
  expect(bad).toEqual(['bad']);
  expect(receiver.counts).toMatchObject({ lines: 1, badLines: 1 });
});

test('only counts when it neither keeps nor reports lines', async () => {
  await using receiver = await startReceiver({ keep: false });
  await deliver(receiver, [LINE.repeat(1000), 'unchecked\n']);
  expect(receiver.counts).toEqual({ connections: 1, withLines: 1, lines: 1001, badLines: 0, bytes: 17_010 });
});

test('close() ends open connections and the server, and may be called twice', async () => {
  const { options, called } = awaitCall('onLine', 2);
  const receiver = await startReceiver(options);
  const [busy, idle] = await Promise.all([open(receiver), open(receiver)]);
  const ended = Promise.all([once(busy, 'end'), once(idle, 'end')]);
  idle.write(LINE);
  busy.write(`${LINE}half`);
  await called;
  await Promise.all([receiver.close(), receiver.close()]);
  // Called at once: everything that ends a connection is done when close() resolves.
  expect(receiver.badLines).toMatchObject([{ text: 'half' }]);
  await receiver.close();
  await ended;
  busy.destroy();
  idle.destroy();
  await expect(open(receiver)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('rejects when it cannot listen', async () => {
  await using receiver = await startReceiver();
  await expect(startReceiver({ port: receiver.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(startReceiver({ port: 65_536 })).rejects.toThrow(RangeError);
  await expect(startReceiver({ host: '' })).rejects.toThrow(TypeError);
});

test('reads nothing while it is paused, also from new clients', async () => {
  const { promise: connected, resolve: onConnection } = Promise.withResolvers<unknown>();
  const { promise: arrived, resolve: onLine } = Promise.withResolvers<unknown>();
  await using receiver = await startReceiver({ onConnection, onLine });
  receiver.pause();
  const socket = connect(receiver.port, receiver.host);
  socket.end('a.b 1 1700000000\n');
  await connected;
  // A second client proves that the server had time to read from the first.
  const other = connect(receiver.port, receiver.host);
  await once(other, 'connect');
  expect(receiver.counts).toMatchObject({ lines: 0, bytes: 0 });
  receiver.resume();
  await arrived;
  expect(receiver.counts).toMatchObject({ lines: 1, bytes: 17 });
  other.destroy();
});
