import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** A received request. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A real HTTP server that replaces GitHub's API. It answers with `answer` and records the requests. */
export interface ApiServer extends AsyncDisposable {
  readonly url: string;
  readonly asked: readonly Asked[];
}

/** The answer to one request: a status and a body, or a function that uses the response. */
export type Answer =
  | { readonly status?: number; readonly body: unknown; readonly headers?: Record<string, string> }
  | ((response: ServerResponse) => void);

/** Starts a server. `answer` is called for each request, numbered from 0. */
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
