import { escapeInvisible, isTlsCode, SendError } from '../model/errors.ts';

/** An HTTP status other than 200. */
export interface RefusedResponse {
  readonly status: number;
  readonly location: string | undefined;
  /** Whether credentials were sent. */
  readonly isAuthorized: boolean;
}

const NOT_TLS = /^(?:ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|EPROTO)$/;
const MAX_TEXT = 200;
const MAX_CAUSES = 5;
const PORT_CURE = 'Give it another port, or the address of a proxy in front of it.';
const PROXY_CURE = 'Look at HTTP_PROXY, HTTPS_PROXY and NO_PROXY.';
/** What `fetch` and `node:http` say of a proxy that does not connect to an https address. */
const PROXY_REFUSAL =
  /^(?:Proxy response \(|Failed to establish tunnel to \S+ via \S+ HTTP\/1\.[01] )(\d{3})\b/;
/** What `node:http` says when the server closes the connection: the code is that of a reset. */
const HUNG_UP = /^(?:socket hang up|aborted)$/;
const PLAIN: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection: nothing listens there',
  ECONNRESET: 'reset the connection',
  UND_ERR_SOCKET: 'closed the connection before it had answered',
  UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'did not finish its answer in time',
  ENOTFOUND: 'was not found: the host name has no address',
  EAI_AGAIN: 'was not found: the name server gave no answer',
};

/** Explains a status and whether a retry may help. The message continues the server's name. */
export function explainStatus({ status, location, isAuthorized }: RefusedResponse): SendError {
  const retryable = status >= 500 || [404, 408, 425, 429].includes(status);
  return new SendError(
    `${explainNumber({ status, location, isAuthorized })} (HTTP ${status}).${cure(status)}`,
    {
      retryable,
      code: `HTTP_${status}`,
    },
  );
}

function explainNumber({ status, location, isAuthorized }: RefusedResponse): string {
  if (status === 401 && !isAuthorized) return 'asks for credentials and none were given';
  if (status === 401) return 'did not accept the credentials given';
  if (status === 403)
    return isAuthorized ? 'forbids these credentials to read' : 'forbids reading without credentials';
  if (status === 404) return 'does not know the series, or has no render API at this address';
  if (status === 405) return 'has no render API at this address';
  if (status === 407) return 'was not asked: a proxy in front of it wants credentials';
  if (status >= 300 && status < 400) return `redirects the request${formatLocation(location)}`;
  return 'did not answer the request';
}

function cure(status: number): string {
  if (status === 401 || status === 403) return ' Give a token, or a user and password, that may read there.';
  if (status === 404 || status === 405) return ' Give the address that "/render" follows.';
  if (status >= 300 && status < 400) {
    return ' Credentials are never sent on: give the final address, or credentials if that is a page to log in.';
  }
  return '';
}

// The rest of the address may contain secrets.
function formatLocation(location: string | undefined): string {
  if (location === undefined || !URL.canParse(location)) return '';
  const { protocol, host, pathname } = new URL(location);
  return `, to ${protocol}//${host}${pathname.slice(0, 100)}`;
}

/** Explains why an address did not answer. A retry does not help against certificates and other protocols. */
export function explainFailure(error: unknown, url?: URL): SendError {
  const cause = findRoot(error);
  const code = findCode(cause);
  const ending = code === undefined ? '.' : ` (${code}).`;
  const fail = (message: string, retryable: boolean): SendError =>
    new SendError(message, { retryable, code: code ?? 'CONNECTION_FAILED', cause });
  if (code !== undefined && NOT_TLS.test(code)) {
    return fail(`does not use TLS${ending} Check the port, or give an address with http://.`, false);
  }
  if (code !== undefined && isTlsCode(code)) {
    const authority = 'if an authority of your own signed it, name its file in NODE_EXTRA_CA_CERTS.';
    return fail(
      `has a certificate that does not prove whose it is${ending} Correct the address; ${authority}`,
      false,
    );
  }
  if (code?.startsWith('HPE_')) {
    return fail(`does not use HTTP${ending} Check the port, or give an address with https://.`, false);
  }
  const text = toText(cause);
  if (text === 'bad port') {
    return fail(
      `could not be asked: Node does not send HTTP to port ${url?.port}, like browsers. ${PORT_CURE}`,
      false,
    );
  }
  const refusal = PROXY_REFUSAL.exec(text)?.[1];
  if (refusal !== undefined) {
    return fail(
      `could not be asked: its proxy refused to connect to it (HTTP ${refusal}). ${PROXY_CURE}`,
      refusal !== '403',
    );
  }
  const proxy = url === undefined ? undefined : findProxy(cause, url);
  const known = code === undefined ? undefined : PLAIN[HUNG_UP.test(text) ? 'UND_ERR_SOCKET' : code];
  if (proxy !== undefined) {
    const what = known ?? `could not be asked: ${text}`;
    return fail(
      `could not be asked: the proxy in front of it, ${proxy}, ${what}${ending} ${PROXY_CURE}`,
      true,
    );
  }
  if (known !== undefined) return fail(`${known}${ending}`, true);
  return fail(text === '' ? `could not be asked${ending}` : `could not be asked: ${text}${ending}`, true);
}

/** The message of the system or the HTTP client, which names at most an address. */
function toText(cause: unknown): string {
  return cause instanceof Error ? escapeInvisible(cause.message.slice(0, MAX_TEXT)).replace(/\.$/, '') : '';
}

/** The address of the proxy that was used instead of Graphite. */
function findProxy(cause: unknown, { hostname, port, protocol }: URL): string | undefined {
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  if (!(first instanceof Error)) return undefined;
  if ('hostname' in first && typeof first.hostname === 'string')
    return first.hostname === hostname ? undefined : escapeInvisible(first.hostname.slice(0, MAX_TEXT));
  if (!('address' in first) || !('port' in first)) return undefined;
  const ownPort = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  return first.port === ownPort ? undefined : `${first.address}:${first.port}`;
}

/** The innermost cause: the HTTP client wraps a proxy's response in its own errors. */
function findRoot(error: unknown): unknown {
  let root = error;
  for (let depth = 0; depth < MAX_CAUSES && root instanceof Error && root.cause !== undefined; depth += 1)
    root = root.cause;
  return root;
}

function findCode(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  if ('code' in cause && typeof cause.code === 'string' && cause.code !== '') return cause.code;
  const [first]: unknown[] = cause instanceof AggregateError ? cause.errors : [];
  return findCode(first);
}
