import { expect, it } from 'vitest';
import { connectTcp } from '../../src/send/tcp.ts';
import { startServer } from '../support/faulty-server.ts';

const limits = { totalMs: 5000, connectMs: 5000, writeMs: 5000, confirmMs: 5000 };

// A rejection that nobody handles fails the whole run of the tests, as it would end the process of a user.
it.each(['before our FIN', 'with our FIN on its way', 'while the close is waited for'])(
  'a run that is stopped %s fails once, and leaves nothing open',
  async (moment) => {
    const before = countSockets();
    await using server = await startServer({ kind: 'readThenHold' });
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    const { signal } = controller;
    const connection = await connectTcp(server, { limits, tls: undefined, signal });
    await connection.write(Buffer.from('a 1 1700000000\n'));
    if (moment === 'before our FIN') abort();
    const ended = connection.finish().catch((error: unknown) => error);
    if (moment === 'with our FIN on its way') abort();
    if (moment === 'while the close is waited for') {
      await server.waitForBytes(15);
      abort();
    }
    expect(await ended).toMatchObject({ name: 'SendError', code: 'ABORT_ERR' });
    connection.destroy();
    await server[Symbol.asyncDispose]();
    // One that is left open keeps the process from ending.
    await expect.poll(countSockets).toBe(before);
  },
);

function countSockets(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
}
