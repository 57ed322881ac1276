import { readJsonText } from '../util/read-json-text.ts';
import { GithubError } from './explain-problem.ts';
import type { Stop } from './stop.ts';

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** Ten times the size of a hundred jobs with a hundred steps each. */
const ANSWER_LIMITS = { depth: 32, values: 1_000_000, keys: 1_000_000, objects: 200_000 };
const MAX_REDIRECTIONS = 3;
const REDIRECTIONS = new Set([301, 302, 303, 307, 308]);
const KEPT_HEADERS = ['link', 'retry-after', 'x-ratelimit-remaining'];

/**
 * A `fetch` that sends the token only to the API's own server, also after a redirection, and that limits the
 * response. A refused response stops the whole question, because a retry would be refused too.
 */
export function createGuardedFetch(apiUrl: string, stop: Stop): typeof fetch {
  const { origin } = new URL(apiUrl);
  const refuse = (reason: GithubError): Error => {
    stop.stop(reason);
    return new DOMException(reason.message, 'AbortError');
  };

  const ask = async (first: URL, init: RequestInit): Promise<Response> => {
    let url: URL | undefined = first;
    for (let redirections = 0; url !== undefined && redirections <= MAX_REDIRECTIONS; redirections += 1) {
      if (url.origin !== origin) {
        const response = `${url.protocol}//${url.host}`;
        throw refuse(
          new GithubError('GitHub redirects to another server, which does not get the token', { response }),
        );
      }
      const response: Response = await fetch(url, { ...init, redirect: 'manual' });
      const location = response.headers.get('location');
      if (!REDIRECTIONS.has(response.status) || location === null) return response;
      await response.body?.cancel();
      url = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    }
    throw refuse(new GithubError('GitHub redirects from one address to the next without an answer'));
  };

  return async (input, init) => {
    const response = await ask(new URL(input instanceof Request ? input.url : input), init ?? {});
    const text = await readJsonText(response.body ?? [], {
      maxBytes: MAX_ANSWER_BYTES,
      limits: ANSWER_LIMITS,
      refuse: (exceeded) => refuse(tooMuch(exceeded)),
    });
    // Other headers are dropped, because the client would trust and print them.
    const headers = new Headers({ 'content-type': 'application/json' });
    for (const name of KEPT_HEADERS) {
      const value = response.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const kept = new Response(text === '' ? null : text, { status: response.status, headers });
    // The client counts pages by `url`, which the constructor does not accept.
    return Object.defineProperty(kept, 'url', { value: response.url });
  };
}

function tooMuch(exceeded: string): GithubError {
  const limit =
    exceeded === 'bytes'
      ? `more than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB`
      : 'more JSON than a list of jobs has';
  return new GithubError(`GitHub answered with ${limit}, which is not read`);
}
