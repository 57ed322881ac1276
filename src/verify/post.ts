import { type IncomingMessage, type OutgoingHttpHeaders, request as requestPlain } from 'node:http';

/** What is sent to an address. */
export interface PostOptions {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** The response to a POST request. Its body is not read yet. */
export interface PostResponse {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** The content, decompressed. The connection ends with the iteration. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the connection without reading the body. */
  readonly cancel: () => void;
}

/**
 * Sends a POST request, and follows no redirection. `fetch` would do the same. Its first call in a process takes 60 to
 * 100 ms to load, which is more than the rest of a step.
 */
export async function post(url: URL, { headers, body, signal }: PostOptions): Promise<PostResponse> {
  const request = url.protocol === 'https:' ? (await import('node:https')).request : requestPlain;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers });
    // Some servers send the head and the body apart. Only the end of the connection saves the body a wait of 40 ms for
    // the acknowledgement of the head. The header alone does not keep Node from using the connection again.
    outgoing.shouldKeepAlive = false;
    outgoing.on('response', resolve).on('error', reject).end(body);
    // Node's own option for a signal loads more modules.
    const abort = (): void => void outgoing.destroy(new Error('aborted'));
    signal.addEventListener('abort', abort, { once: true });
    outgoing.on('close', () => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
  const { statusCode: status = 0 } = response;
  const isCompressed = response.headers['content-encoding'] === 'gzip';
  return {
    status,
    headers: response.headers,
    body: isCompressed ? await decompress(response) : response,
    cancel: () => response.destroy(),
  };
}

async function decompress(response: IncomingMessage): Promise<AsyncIterable<Uint8Array>> {
  const { createGunzip } = await import('node:zlib');
  const gunzip = createGunzip();
  response.on('error', (error) => gunzip.destroy(error));
  gunzip.on('close', () => response.destroy());
  return response.pipe(gunzip);
}
