import { Octokit } from '@octokit/core';
import { type PaginateInterface, paginateRest } from '@octokit/plugin-paginate-rest';
import { retry } from '@octokit/plugin-retry';
import { createGuardedFetch } from './guarded-fetch.ts';
import type { Stop } from './stop.ts';

/** GitHub's REST API: single requests, and lists page by page. */
export type GithubApi = Octokit & { readonly paginate: PaginateInterface };

/** The address of the API, the token, and the limits. */
interface ApiOptions {
  readonly apiUrl: string;
  readonly token: string;
  readonly retries: number;
  readonly retryAfterBaseMs: number;
  readonly stop: Stop;
}

/** GitHub's own client. It retries temporary failures, prints nothing, and ends with `stop`. */
export function createApi({ apiUrl, token, retries, retryAfterBaseMs, stop }: ApiOptions): GithubApi {
  const Api = Octokit.plugin(retry, paginateRest);
  return new Api({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'carbon-action',
    log: SILENT,
    // Retrying before a rate limit ends can get the token blocked, and waiting takes too long.
    retry: { retries, retryAfterBaseValue: retryAfterBaseMs, doNotRetry: NOT_RETRIED },
    request: { fetch: createGuardedFetch(apiUrl, stop), signal: stop.signal, log: SILENT },
  });
}

const NOT_RETRIED = [400, 401, 403, 404, 405, 406, 410, 415, 422, 429, 451, 501];

const ignore = (): void => {};
// GitHub's messages are outside content, which only the printer may print.
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
