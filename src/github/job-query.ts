import type { GithubJob } from '../collect/job/parse-github-job.ts';
import type { Fault } from '../model/errors.ts';
import { GithubError } from './explain-problem.ts';

/** Which job to ask GitHub for, as the runner's environment names it, and the limits. */
export interface JobQuery {
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  /** `job.check_run_id`; undefined or empty if the runner does not provide it. */
  readonly checkRunId?: string | undefined;
  /** `GITHUB_JOB`, the matrix leg and `RUNNER_NAME` identify the job without a check run's id. */
  readonly jobKey: string;
  readonly matrix?: unknown;
  readonly runnerName?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For everything together: all pages and all attempts. */
  readonly timeoutMs?: number;
  /** How often a request is retried after a temporary failure. */
  readonly retries?: number;
  /** The pause before the first retry; it grows with the square of the number of retries. */
  readonly retryAfterBaseMs?: number;
}

/** The job, or why there is none; responses of GitHub never throw. */
export type FoundJob = { readonly job: GithubJob } | { readonly problem: Fault };

/** Digits that fit in a JavaScript number. */
const ID = /^[1-9]\d{0,14}$/;
const NAME = /^[\w.-]+$/;

/** Refuses a query if the environment does not name the job, or if the token cannot be sent. */
export function checkQuery({ apiUrl, token, repository, runId, attempt, checkRunId }: JobQuery): void {
  // The message must not describe the token, because that would quote it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new GithubError('the token is empty or contains a character that a header cannot contain', {
      cure: 'Look for a line break in it, or give "${{ github.token }}".',
    });
  }
  if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
    throw new GithubError('GITHUB_API_URL is not an address', {
      response: apiUrl.replace(/\/\/.*@/s, '//…@'),
    });
  }
  const [owner, name, ...more] = repository.split('/');
  if (![owner, name].every((part = '') => NAME.test(part) && !/^\.+$/.test(part)) || more.length > 0) {
    throw new GithubError('GITHUB_REPOSITORY is not "owner/name"', { response: repository });
  }
  checkId('GITHUB_RUN_ID', runId);
  checkId('GITHUB_RUN_ATTEMPT', attempt);
  if (checkRunId) checkId('job.check_run_id', checkRunId);
}

function checkId(name: string, value: string): void {
  if (!ID.test(value)) throw new GithubError(`${name} is not a number from 1`, { response: value });
}
