import type { GithubJob } from '../collect/job/github-job.ts';
import type { Fault } from '../model/errors.ts';
import { GithubError } from './github-error.ts';

/** Which job to ask GitHub for, as the runner's environment names it, and with what patience. */
export interface JobQuery {
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  /** `job.check_run_id`; undefined or empty where the runner does not know it. */
  readonly checkRunId?: string | undefined;
  /** `GITHUB_JOB`, the matrix leg and `RUNNER_NAME` find the job where there is no check run's id. */
  readonly jobKey: string;
  readonly matrix?: unknown;
  readonly runnerName?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For everything together: all pages and all attempts. */
  readonly timeoutMs?: number;
  /** How often a request is repeated that failed for a reason that may pass. */
  readonly retries?: number;
  /** The wait before the first repetition; it grows with the square of their number. */
  readonly retryAfterBaseMs?: number;
}

/** The job, or why there is none; nothing that GitHub answers is thrown. */
export type FoundJob = { readonly job: GithubJob } | { readonly problem: Fault };

/** Digits that JavaScript counts exactly. */
const ID = /^[1-9]\d{0,14}$/;
const NAME = /^[\w.-]+$/;

/** Refuses to ask where the environment does not name the job, or the token cannot be sent. */
export function checkQuery({ apiUrl, token, repository, runId, attempt, checkRunId }: JobQuery): void {
  // No word of what is wrong with a token: that would quote it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new GithubError('the token is empty or holds a character that no header can carry', {
      cure: 'Look for a line break in it, or give "${{ github.token }}".',
    });
  }
  if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
    throw new GithubError('GITHUB_API_URL is no address', { response: apiUrl.replace(/\/\/.*@/s, '//…@') });
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
  if (!ID.test(value)) throw new GithubError(`${name} is no number from 1 on`, { response: value });
}
