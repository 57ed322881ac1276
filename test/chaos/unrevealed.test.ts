import { createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { bulkUpdate } from '../../src/index.ts';
import { listen } from './counting-receiver.ts';

// The case that the property leaves out, because no sender can detect it: here "confirmed" is not the truth.
it('a proxy that reads everything, forwards nothing and closes normally looks like a receiver', async () => {
  const sockets: Socket[] = [];
  let swallowed = 0;
  const proxy = createServer({ allowHalfOpen: true }, (sender) => {
    sockets.push(sender);
    sender.on('data', (chunk) => {
      swallowed += chunk.length;
    });
    sender.on('end', () => sender.end());
  });
  const port = await listen(proxy);
  try {
    const data = { a: 1, b: 2 };
    const result = await bulkUpdate({ server: `127.0.0.1:${port}`, source: 's', data, retries: 0 });
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 2, bytes: swallowed });
  } finally {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  }
});
