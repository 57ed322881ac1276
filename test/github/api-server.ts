import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** A request as it came. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A real HTTP server in the place of GitHub's API; it answers what it is told, and remembers what it was asked. */
export interface ApiServer extends AsyncDisposable {
  readonly url: string;
  readonly asked: readonly Asked[];
}

/** What is answered to one request: a status and a body, or anything else that can be done with the response. */
export type Answer =
  | { readonly status?: number; readonly body: unknown; readonly headers?: Record<string, string> }
  | ((response: ServerResponse) => void);

/** Starts a server; `answer` is asked for each request, which has a number from 0 on. */
export async function startApiServer(
  answer: (asked: Asked, number: number, url: string) => Answer,
): Promise<ApiServer> {
  const asked: Asked[] = [];
  let url = '';
  const server = createServer((request, response) => {
    const one = { path: request.url ?? '', headers: request.headers };
    asked.push(one);
    const what = answer(one, asked.length - 1, url);
    if (typeof what === 'function') return what(response);
    const text = typeof what.body === 'string' ? what.body : JSON.stringify(what.body);
    response.writeHead(what.status ?? 200, {
      'content-type': 'application/json; charset=utf-8',
      ...what.headers,
    });
    response.end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
