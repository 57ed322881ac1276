import type { Fault } from '../model/errors.ts';
import { isRecord } from '../util/values.ts';
import { explainFailure } from '../verify/explain.ts';

/** Why GitHub was not asked, or why its response was refused: the rule, GitHub's message and the cure. */
export class GithubError extends Error {
  override name = 'GithubError';
  readonly response: string | undefined;
  readonly cure: string | undefined;

  constructor(
    rule: string,
    details: { readonly response?: string | undefined; readonly cure?: string } = {},
  ) {
    super(rule);
    this.response = details.response;
    this.cure = details.cure;
  }
}

const LEFT_OUT = 'The times of the queue, the set-up and the steps are left out; everything else is sent.';
const PERMISSION =
  'Give the job "permissions: actions: read" and its other permissions (a list removes every permission that it does not name).';

/** Why GitHub did not describe the job, for people: the cure, what is sent nevertheless, and never the token. */
export function explainProblem(
  error: unknown,
  { token, apiUrl }: { readonly token: string; readonly apiUrl: string },
): Fault {
  const { message, response, cure } = explain(error, apiUrl);
  return {
    location: 'github-token',
    rule: message,
    ...(response === undefined ? {} : { value: token === '' ? response : response.replaceAll(token, '***') }),
    cure: cure === undefined ? LEFT_OUT : `${cure} ${LEFT_OUT}`,
  };
}

function explain(error: unknown, apiUrl: string): GithubError {
  if (error instanceof GithubError) return error;
  if (!(error instanceof Error) || error.name !== 'HttpError') {
    return new GithubError('GitHub gave an answer that cannot be read');
  }
  const refused = readRefused(error);
  if (refused === undefined) {
    return new GithubError(
      `GitHub ${explainFailure(error.cause, new URL(apiUrl)).message.replace(/\.$/, '')}`,
    );
  }
  const { status, response } = refused;
  const isLimited = isRateLimit(refused);
  const rule = `${explainStatus(status, isLimited)} (HTTP ${status})`;
  return new GithubError(rule, { response, ...explainCure(status, isLimited) });
}

function explainStatus(status: number, isLimited: boolean): string {
  if (isLimited) return 'GitHub accepts no more requests from this token for now';
  if (status === 401) return 'GitHub does not accept the token';
  if (status === 403) return 'GitHub does not let the token read the jobs of this run';
  if (status === 404) return 'GitHub does not know the job, or hides it from the token';
  return 'GitHub did not describe the job';
}

function explainCure(status: number, isLimited: boolean): { readonly cure?: string } {
  if (isLimited) return { cure: 'Run fewer jobs with a token at once, or give another token.' };
  if (status === 401) return { cure: 'Give "${{ github.token }}" or a token that is still valid.' };
  return status === 403 || status === 404 ? { cure: PERMISSION } : {};
}

function isRateLimit({ status, headers, response }: RefusedAnswer): boolean {
  if (status !== 403 && status !== 429) return false;
  const isUsedUp = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
  return status === 429 || isUsedUp || /rate limit/i.test(response ?? '');
}

/** An error response: its status, the relevant headers, and GitHub's message. */
interface RefusedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly response: string | undefined;
}

/** The response that the client keeps in its error; undefined if there was none. */
function readRefused(error: Error): RefusedAnswer | undefined {
  if (!('response' in error) || !isRecord(error.response)) return undefined;
  const { status, headers, data } = error.response;
  const message = isRecord(data) ? data['message'] : undefined;
  return {
    status: Number(status),
    headers: isRecord(headers) ? headers : {},
    response: typeof message === 'string' && message !== '' ? message : undefined,
  };
}
