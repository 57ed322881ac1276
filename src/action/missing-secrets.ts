import { readFileSync } from 'node:fs';

/** Why this job has no secrets, where GitHub gives it none: pull requests from forks and what Dependabot starts. */
export function findMissingSecretsCause(env: NodeJS.ProcessEnv): string | undefined {
  if (env['GITHUB_ACTOR'] === 'dependabot[bot]') return 'a run that Dependabot started';
  // With pull_request_target the workflow is the base's, and it has its secrets.
  if (!/^pull_request(?:_review|_review_comment)?$/.test(env['GITHUB_EVENT_NAME'] ?? '')) return undefined;
  const event = readEvent(env['GITHUB_EVENT_PATH']);
  const head = event?.pull_request?.head;
  if (head === undefined) return undefined;
  const isFork = head.repo?.full_name !== env['GITHUB_REPOSITORY'];
  return isFork ? 'a pull request from a fork' : undefined;
}

interface PullRequestEvent {
  readonly pull_request?: { readonly head?: { readonly repo?: { readonly full_name?: string } | null } };
}

function readEvent(path: string | undefined): PullRequestEvent | undefined {
  if (path === undefined || path === '') return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as PullRequestEvent;
  } catch {
    return undefined;
  }
}
