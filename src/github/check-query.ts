import { GithubError } from './github-error.ts';
import type { JobQuery } from './job-query.ts';

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
