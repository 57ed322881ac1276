import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type PostResponse, post } from '../../src/verify/post.ts';

/** Sends a request to a server in this process, and calls `use` with the response. */
async function ask(listener: RequestListener, use: (response: PostResponse) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/render`);
    const { signal } = new AbortController();
    await use(await post(url, { headers: { accept: 'application/json' }, body: 'target=a', signal }));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function read({ body }: PostResponse): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

it('sends the body in one connection that the server ends, and follows no redirection', async () => {
  const listener: RequestListener = async (request, response) => {
    const { method, headers } = request;
    response.writeHead(302, { location: 'https://else.example/' });
    response.end(`${method} ${headers.connection} ${headers['content-length']} ${await text(request)}`);
  };
  await ask(listener, async (response) => {
    expect([response.status, response.headers.location]).toEqual([302, 'https://else.example/']);
    expect(await read(response)).toBe('POST close 8 target=a');
  });
});

it('uses no connection twice, although the server would keep it', async () => {
  const ports = new Set<number | undefined>();
  const listener: RequestListener = ({ socket }, response) => {
    ports.add(socket.remotePort);
    // Without the header of its own that Node adds, as some servers do.
    response.removeHeader('connection');
    response.sendDate = false;
    response.end('x');
  };
  const server = createServer({ keepAlive: true }, listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const { signal } = new AbortController();
  for (let count = 0; count < 3; count += 1)
    expect(await read(await post(url, { headers: {}, body: '', signal }))).toBe('x');
  expect(ports.size).toBe(3);
  server.close();
});

it('decompresses a compressed body', async () => {
  const listener: RequestListener = (_, response) =>
    void response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(100_000)));
  await ask(listener, async (response) => expect(await read(response)).toBe('x'.repeat(100_000)));
});

it.each<[string, RequestListener]>([
  ['is not compressed', (_, response) => void response.setHeader('content-encoding', 'gzip').end('plain')],
  [
    'is cut',
    (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '1000' });
      response.write(gzipSync('x'), () => response.destroy());
    },
  ],
])('rejects where a compressed body %s', async (_, listener) => {
  await ask(listener, async (response) => expect(read(response)).rejects.toThrow());
});

it('rejects with a signal that aborts', async () => {
  const controller = new AbortController();
  const server = createServer(() => controller.abort()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { signal } = controller;
  const asked = post(new URL(`http://127.0.0.1:${port}/`), { headers: {}, body: '', signal });
  await expect(asked).rejects.toThrow('aborted');
  server.closeAllConnections();
  server.close();
});
