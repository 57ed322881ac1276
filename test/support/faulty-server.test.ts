import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { type FaultyServer, startServer } from './faulty-server.ts';

const manyBytes = 'x'.repeat(1024 * 1024);

/** Connects, sends, ends on request, and returns the events in their order, up to the close. */
async function talk(server: FaultyServer, text: string, how: { end: boolean }): Promise<string[]> {
  const socket = connect({ host: server.host, port: server.port, allowHalfOpen: true });
  const events: string[] = [];
  socket.on('finish', () => events.push('finish'));
  socket.on('end', () => {
    events.push('end');
    socket.destroySoon();
  });
  socket.on('error', (error: NodeJS.ErrnoException) => events.push(error.code ?? ''));
  socket.resume().write(text);
  if (how.end) socket.end();
  await once(socket, 'close').catch(() => once(socket, 'close'));
  return events;
}

async function open(server: FaultyServer, text: string): Promise<Socket> {
  const socket = connect({ host: server.host, port: server.port, allowHalfOpen: true });
  await once(socket, 'connect');
  socket.end(text);
  return socket;
}

it('closeAfterFin reads everything, then closes', async () => {
  await using server = await startServer({ kind: 'closeAfterFin' });
  expect(await talk(server, 'a 1 2\nb 3 4\n', { end: true })).toEqual(['finish', 'end']);
  expect(await talk(server, 'c 5 6\n', { end: true })).toEqual(['finish', 'end']);
  expect(server.lines()).toEqual(['a 1 2', 'b 3 4', 'c 5 6']);
  expect(server.texts()).toEqual(['a 1 2\nb 3 4\n', 'c 5 6\n']);
  expect([server.connections(), server.bytes()]).toEqual([2, 18]);
});

it('listens on IPv6 too', async () => {
  await using server = await startServer({ kind: 'closeAfterFin' }, { host: '::1' });
  await talk(server, 'a 1 2\n', { end: true });
  expect(server.text()).toBe('a 1 2\n');
});

it('closeOnAccept closes before the FIN of the client', async () => {
  await using server = await startServer({ kind: 'closeOnAccept' });
  expect((await talk(server, '', { end: false }))[0]).toBe('end');
});

it('resetOnAccept resets', async () => {
  await using server = await startServer({ kind: 'resetOnAccept' });
  expect((await talk(server, manyBytes, { end: false }))[0]).toMatch(/ECONNRESET|EPIPE/);
});

it('readHalfThenClose closes before everything came', async () => {
  await using server = await startServer({ kind: 'readHalfThenClose', bytes: 1000 });
  expect(await talk(server, manyBytes.repeat(20), { end: true })).not.toContain('finish');
  expect(server.bytes()).toBeGreaterThanOrEqual(1000);
  expect(server.bytes()).toBeLessThan(manyBytes.length);
});

it('resetAfter resets after so many bytes', async () => {
  await using server = await startServer({ kind: 'resetAfter', bytes: 1000 });
  expect((await talk(server, manyBytes.repeat(20), { end: true }))[0]).toMatch(/ECONNRESET|EPIPE/);
  expect(server.bytes()).toBeGreaterThanOrEqual(1000);
});

it('readThenHold reads everything and stays open', async () => {
  await using server = await startServer({ kind: 'readThenHold' });
  const socket = await open(server, 'a 1 2\n');
  await server.waitForBytes(6);
  expect([server.text(), socket.readableEnded, socket.destroyed]).toEqual(['a 1 2\n', false, false]);
  socket.destroy();
});

it('neverRead reads nothing', async () => {
  await using server = await startServer({ kind: 'neverRead' });
  const socket = await open(server, 'a 1 2\n');
  await once(socket, 'finish');
  await server.waitForConnections(1);
  expect([server.bytes(), socket.readableEnded]).toEqual([0, false]);
  socket.destroy();
});

it('slowReader reads everything in small pieces, then closes', async () => {
  await using server = await startServer({ kind: 'slowReader', bytesPerTick: 10_000 });
  expect(await talk(server, manyBytes.slice(0, 200_000), { end: true })).toEqual(['finish', 'end']);
  expect(server.bytes()).toBe(200_000);
});

it('uses a behaviour for each connection', async () => {
  await using server = await startServer([{ kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }]);
  expect((await talk(server, manyBytes, { end: true }))[0]).toMatch(/ECONNRESET|EPIPE/);
  expect(await talk(server, 'a 1 2\n', { end: true })).toEqual(['finish', 'end']);
  expect(await talk(server, 'b 1 2\n', { end: true })).toEqual(['finish', 'end']);
  expect(server.text()).toBe('a 1 2\nb 1 2\n');
});
