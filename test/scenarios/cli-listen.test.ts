import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { runCli, startCli } from '../support/cli.ts';

const until = /Listening on (\S+) port (\d+)/;

async function send(to: { host: string; port: number }, text: string): Promise<void> {
  const socket = connect(to);
  socket.resume().end(text);
  await once(socket, 'close');
}

it('prints what arrives and what is wrong with it', async () => {
  await using listen = await startCli(['listen', '--port', '0'], { until });
  const port = Number(listen.ready[2]);
  const sent = await runCli(['-c', `127.0.0.1:${port}`, '-s', 'x', '--data', '-', '-t', '1700000000'], {
    stdin: 'a: 1\nb: 2\n',
  });
  expect(sent).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Confirmed: 2 metrics/) });
  await send({ host: '127.0.0.1', port }, 'not a line\nc.d 3 1700000000\ne.f 4 17');
  await listen.waitForOutput(/bad line .*e\.f 4 17/);
  expect(listen.stdout()).toBe('systems.x.a 1 1700000000\nsystems.x.b 2 1700000000\nc.d 3 1700000000\n');
  expect(listen.stderr()).toMatch(/\nbad line \(.+\): not a line\nbad line \(.+ LF.+\): e\.f 4 17\n$/);
});

// Windows has no signals that a program can handle.
for (const signal of process.platform === 'win32' ? [] : (['SIGINT', 'SIGTERM'] as const)) {
  it(`ends with exit code 0 and the counts on ${signal}, also with a client connected`, async () => {
    await using listen = await startCli(['listen', '-p', '0'], { until });
    const to = { host: '127.0.0.1', port: Number(listen.ready[2]) };
    await send(to, 'a.b 1 1700000000\na.b 2 1700000001\noops\n');
    // Neither has a line: the second one is how a sender tests a late close.
    await send(to, '');
    await send(to, '     ');
    const client = connect(to);
    client.on('error', () => {}).write('a.b 3 1700000002\n');
    await listen.waitForOutput(/a\.b 3 /);
    listen.kill(signal);
    expect(await listen.exited).toEqual({ exitCode: 0, signal: null });
    expect(listen.stderr()).toMatch(/\nLines: 3\. Bad lines: 1\. Connections: 2\.\n$/);
    client.destroy();
  });
}

it('listens on loopback only by default', async () => {
  await using listen = await startCli(['listen', '--port', '0'], { until });
  expect(listen.ready[1]).toBe('127.0.0.1');
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4');
  for (const one of outside) {
    const socket = connect({ host: one?.address ?? '', port: Number(listen.ready[2]) });
    expect(await once(socket, 'connect').catch((error: NodeJS.ErrnoException) => error.code)).toBe(
      'ECONNREFUSED',
    );
  }
});

it('listens on the given address', async () => {
  await using listen = await startCli(['listen', '--host', '::1', '-p', '0'], { until });
  expect(listen.ready[1]).toBe('::1');
  const run = await runCli(['-c', `[::1]:${listen.ready[2]}`, '-m', 'a', '-v', '1']);
  expect(run.exitCode).toBe(0);
});

it('reports a port in use with exit code 1', async () => {
  await using listen = await startCli(['listen', '--port', '0'], { until });
  const port = listen.ready[2] ?? '';
  const second = await runCli(['listen', '--port', port]);
  expect(second).toMatchObject({ exitCode: 1, stdout: '' });
  expect(second.stderr).toContain(`cannot listen on 127.0.0.1 port ${port}: `);
  expect(second.stderr).toContain('EADDRINUSE');
});

it.each([
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', '1e3'],
  ['--port', ''],
  ['--bogus', ''],
])('refuses %s %s with exit code 2', async (option, value) => {
  expect(await runCli(['listen', option, value])).toMatchObject({ exitCode: 2, stdout: '' });
});

it('reports with exit code 1 that it cannot listen', async () => {
  const run = await runCli(['listen', '--port', '0', '--host', '192.0.2.1']);
  expect(run).toMatchObject({ exitCode: 1, stdout: '' });
  expect(run.stderr).toContain('cannot listen on 192.0.2.1 port 0');
});
