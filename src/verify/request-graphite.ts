import { type FailureCode, SendError } from '../model/errors.ts';
import type { GraphiteAccess } from '../options/config.ts';
import { startDeadline } from '../util/deadline.ts';
import { readJsonText } from '../util/read-json-text.ts';
import { cutRender } from '../util/text.ts';
import { type PostResponse, post } from './post.ts';

const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** A datapoint counts as three values. The limits are above one look with the series of a hundred targets. */
const ANSWER_LIMITS = { depth: 8, values: 2_000_000, keys: 100_000, objects: 10_000 };

const ANSWER_TIMEOUT_MS = 30_000;
/** The number that carbonapi gives to each request. */
const CARBONAPI_HEADER = 'x-ctx-carbonapi-uuid';

/** One request to Graphite. */
export interface GraphiteRequest<Value> {
  /** Below the address of graphite-web, such as `/render`. */
  readonly path: string;
  /** A form, or the text of a JSON value. */
  readonly body: URLSearchParams | string;
  /** Whether the response is worth compressing. */
  readonly isLarge?: boolean;
  /** Turns the text of the response into its value. */
  readonly parse: (text: string) => Value;
}

/** The access to Graphite and the limits of one request. */
export interface RequestOptions {
  readonly access: GraphiteAccess;
  readonly signal: AbortSignal;
  /** Whether a failure must not quote the response. */
  readonly isQuiet?: boolean;
  /** Called when the response shows that carbonapi sent it. */
  readonly onCarbonapi?: () => void;
}

/**
 * Sends one POST request, and returns the value of its response. Every failure is a SendError that names the server and never
 * a secret.
 */
export async function requestGraphite<Value>(
  request: GraphiteRequest<Value>,
  { access, signal, isQuiet = false, onCarbonapi }: RequestOptions,
): Promise<Value> {
  using deadline = startDeadline({ timeoutMs: ANSWER_TIMEOUT_MS, signal });
  try {
    const limits = { access, signal: deadline.signal, isQuiet };
    return request.parse(await askFor(request, { ...limits, ...(onCarbonapi && { onCarbonapi }) }));
  } catch (cause) {
    const { message, retryable, code } = await explain(cause, { url: access.url, signal: deadline.signal });
    throw new SendError(`${formatAddress(access.url)} ${message}`, { retryable, code, cause });
  }
}

/** The address of Graphite without secrets. */
export function formatAddress(url: URL): string {
  return `Graphite at ${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

async function explain(
  cause: unknown,
  { url, signal }: { url: URL; signal: AbortSignal },
): Promise<SendError> {
  // The reason of an aborted signal may be a SendError of the run.
  if (cause instanceof SendError && cause !== signal.reason) return cause;
  if (!signal.aborted) return (await import('./explain.ts')).explainFailure(cause, url);
  return new SendError('did not answer in time.', { retryable: true, code: 'ETIMEDOUT' });
}

async function askFor(
  { path, body, isLarge = false }: Omit<GraphiteRequest<unknown>, 'parse'>,
  { access: { url, authorization }, signal, isQuiet = false, onCarbonapi }: RequestOptions,
): Promise<string> {
  checkHeader(authorization);
  const type =
    typeof body === 'string' ? 'application/json' : 'application/x-www-form-urlencoded;charset=UTF-8';
  const headers = {
    accept: 'application/json',
    'content-type': type,
    'user-agent': 'carbon-action',
    ...(isLarge ? { 'accept-encoding': 'gzip' } : {}),
    ...(authorization === undefined ? {} : { authorization }),
  };
  // A followed redirection would send the credentials to another server, so none is followed.
  const response = await post(toUrl(url, path), { headers, body: body.toString(), signal });
  const { status } = response;
  const isCarbonapi = response.headers[CARBONAPI_HEADER] !== undefined;
  if (isCarbonapi) onCarbonapi?.();
  if (status === 200) return readText(response);
  // Some servers answer 404 until they know one of the series; carbonapi may do so with a text.
  if (status === 404 && isCarbonapi) {
    response.cancel();
    return '[]';
  }
  const isNotFound = status === 404 && isJson(response);
  const text = isNotFound ? await readText(response) : '';
  if (/^\s*\[\s*\]\s*$/.test(text)) return text;
  if (!isNotFound) response.cancel();
  const location = isQuiet ? undefined : response.headers.location;
  const { explainStatus } = await import('./explain.ts');
  throw explainStatus({ status, location, isAuthorized: authorization !== undefined });
}

function toUrl(url: URL, path: string): URL {
  const target = new URL(url);
  target.pathname = `${cutRender(url)}${path}`;
  target.username = '';
  target.password = '';
  target.hash = '';
  return target;
}

/** Node refuses such a header as well, but its message may quote the credentials. */
function checkHeader(authorization: string | undefined): void {
  if (authorization === undefined || /^[\t\x20-\x7e\x80-\xff]*$/.test(authorization)) return;
  const message =
    'was not asked: the credentials contain a character that a header cannot contain. Look for a line break in them.';
  throw new SendError(message, { retryable: false, code: 'BAD_CREDENTIALS' satisfies FailureCode });
}

function isJson({ headers }: PostResponse): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '');
}

function readText({ body }: PostResponse): Promise<string> {
  return readJsonText(body, { maxBytes: MAX_ANSWER_BYTES, limits: ANSWER_LIMITS, refuse: tooMuch });
}

function tooMuch(exceeded: keyof typeof ANSWER_LIMITS | 'bytes'): SendError {
  const limit =
    exceeded === 'bytes'
      ? `${MAX_ANSWER_BYTES / 1024 / 1024} MiB`
      : exceeded === 'depth'
        ? `${ANSWER_LIMITS.depth} levels of brackets`
        : `${ANSWER_LIMITS[exceeded]} ${exceeded} of JSON`;
  return new SendError(`answered with more than ${limit}, which is not read.`, {
    retryable: false,
    code: 'BAD_ANSWER' satisfies FailureCode,
  });
}
