import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Build } from '../../src/ci/build.ts';
import { findBuild } from '../../src/ci/github.ts';
import { createTempDir } from '../support/temp-dir.ts';

const repository = { default_branch: 'trunk' };
const own = { full_name: 'acme/app' };
const fork = { full_name: 'Eve/app' };
const run = (event: string, branch: string, head_repository: unknown = own): object => ({
  repository,
  workflow_run: { event, head_branch: branch, head_repository },
});

const checks = (head_branch: string | null, pull_requests: readonly object[]): Case[1][] => [
  {
    name: 'check_run',
    ref: 'refs/heads/trunk',
    event: { repository, check_run: { pull_requests, check_suite: { head_branch } } },
  },
  {
    name: 'check_suite',
    ref: 'refs/heads/trunk',
    event: { repository, check_suite: { head_branch, pull_requests } },
  },
];

type Case = readonly [
  title: string,
  job: { name: string; ref?: string; headRef?: string; event?: unknown },
  kind: Build['kind'],
  branch?: string,
];

const cases: readonly Case[] = [
  [
    'a push to the default branch',
    { name: 'push', ref: 'refs/heads/trunk', event: { repository } },
    'main',
    'trunk',
  ],
  [
    'a push to another branch',
    { name: 'push', ref: 'refs/heads/a/b', event: { repository } },
    'other-branch',
    'a/b',
  ],
  ['a push of a tag', { name: 'push', ref: 'refs/tags/v1', event: { repository } }, 'main'],
  ['a release', { name: 'release', ref: 'refs/tags/v1', event: { repository } }, 'main'],
  [
    'a schedule',
    { name: 'schedule', ref: 'refs/heads/trunk', event: { schedule: '0 0 * * *' } },
    'main',
    'trunk',
  ],
  [
    'a dispatch on another branch',
    { name: 'workflow_dispatch', ref: 'refs/heads/x', event: { repository } },
    'other-branch',
    'x',
  ],
  ['a deployment of a commit', { name: 'deployment', event: { repository } }, 'main'],
  ['a comment', { name: 'issue_comment', ref: 'refs/heads/trunk', event: { repository } }, 'main', 'trunk'],
  [
    'an event that does not name the default branch',
    { name: 'push', ref: 'refs/heads/x', event: {} },
    'main',
    'x',
  ],
  ['no event at all', { name: '' }, 'main'],
  ['an event that is no JSON', { name: 'push', ref: 'refs/heads/x', event: 'broken' }, 'main', 'x'],
  [
    'an event of another shape',
    { name: 'push', ref: 'refs/heads/x', event: { repository: { default_branch: 7 } } },
    'main',
    'x',
  ],
  ...['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'].map(
    (name) =>
      [
        name,
        {
          name,
          ref: 'refs/pull/1/merge',
          event: { repository, pull_request: { head: { ref: 'x', repo: own } } },
        },
        'pull-request',
        'x',
      ] as const,
  ),
  [
    'a pull request without a payload',
    { name: 'pull_request', ref: 'refs/pull/1/merge', headRef: 'x' },
    'pull-request',
    'x',
  ],
  [
    'a pull request of a fork that calls its branch as ours',
    {
      name: 'pull_request',
      event: { repository, pull_request: { head: { ref: 'trunk', label: 'Eve:trunk', repo: fork } } },
    },
    'pull-request',
    'Eve:trunk',
  ],
  [
    'a pull request of a deleted fork',
    { name: 'pull_request', event: { repository, pull_request: { head: { ref: 'trunk', repo: null } } } },
    'pull-request',
    ':trunk',
  ],
  [
    'a merge queue',
    {
      name: 'merge_group',
      ref: 'refs/heads/gh-readonly-queue/trunk/pr-1-a',
      event: { repository, merge_group: { head_ref: 'refs/heads/gh-readonly-queue/trunk/pr-1-a' } },
    },
    'pull-request',
    'gh-readonly-queue/trunk/pr-1-a',
  ],
  [
    'a push to a merge queue',
    { name: 'push', ref: 'refs/heads/gh-readonly-queue/trunk/pr-1-a', event: { repository } },
    'pull-request',
    'gh-readonly-queue/trunk/pr-1-a',
  ],
  [
    'a workflow_run of a pull request',
    { name: 'workflow_run', ref: 'refs/heads/trunk', event: run('pull_request', 'x') },
    'pull-request',
    'x',
  ],
  [
    'a workflow_run of a pull request of a fork',
    { name: 'workflow_run', ref: 'refs/heads/trunk', event: run('pull_request', 'trunk', fork) },
    'pull-request',
    'Eve:trunk',
  ],
  [
    'a workflow_run of a push to the default branch',
    { name: 'workflow_run', ref: 'refs/heads/trunk', event: run('push', 'trunk') },
    'main',
    'trunk',
  ],
  [
    'a workflow_run of a push to another branch',
    { name: 'workflow_run', ref: 'refs/heads/trunk', event: run('push', 'x') },
    'other-branch',
    'x',
  ],
  [
    'a workflow_run of a schedule',
    { name: 'workflow_run', ref: 'refs/heads/trunk', event: run('schedule', 'trunk') },
    'main',
    'trunk',
  ],
  [
    'a workflow_run of a release',
    { name: 'workflow_run', ref: 'refs/heads/trunk', event: run('release', 'v1') },
    'main',
    'v1',
  ],
  [
    'a comment on a pull request',
    { name: 'issue_comment', ref: 'refs/heads/trunk', event: { repository, issue: { pull_request: {} } } },
    'pull-request',
  ],
  [
    'a comment on an issue',
    { name: 'issue_comment', ref: 'refs/heads/trunk', event: { repository, issue: {} } },
    'main',
    'trunk',
  ],
  ...checks('x', [{ number: 1 }]).map(
    (job) => ['a check of a pull request', job, 'pull-request', 'x'] as const,
  ),
  ...checks('x', []).map((job) => ['a check of another branch', job, 'other-branch', 'x'] as const),
  ...checks('trunk', [{ number: 1 }]).map(
    (job) => ['a check of the default branch, with a pull request from it', job, 'main', 'trunk'] as const,
  ),
  ...checks(null, []).map((job) => ['a check that names no branch', job, 'main'] as const),
  [
    'a status of the default branch',
    { name: 'status', event: { repository, branches: [{ name: 'x' }, { name: 'trunk' }] } },
    'main',
    'trunk',
  ],
  [
    'a status of another branch',
    { name: 'status', event: { repository, branches: [{ name: 'x' }] } },
    'other-branch',
    'x',
  ],
  ['a status of another shape', { name: 'status', event: { repository, branches: [7, null] } }, 'main'],
  // They run on the default branch, and no variable names another one.
  ...[
    ...[
      'branch_protection_rule',
      'delete',
      'discussion',
      'discussion_comment',
      'fork',
      'gollum',
      'image_version',
    ],
    ...['issues', 'label', 'milestone', 'page_build', 'project', 'public', 'repository_dispatch', 'watch'],
  ].map((name) => [name, { name, ref: 'refs/heads/trunk', event: { repository } }, 'main', 'trunk'] as const),
  // The branch or the tag that the event names, if it names one.
  ...['create', 'deployment', 'deployment_status', 'registry_package'].flatMap((name) => [
    [
      `${name} of a branch`,
      { name, ref: 'refs/heads/x', event: { repository } },
      'other-branch',
      'x',
    ] as const,
    [`${name} of a tag`, { name, ref: 'refs/tags/v1', event: { repository } }, 'main'] as const,
    [`${name} of a commit`, { name, event: { repository } }, 'main'] as const,
  ]),
];

test.each(cases.map((one) => [one[0], one] as const))('%s', async (_, one) => {
  const [, { name, ref = '', headRef = '', event }, kind, branch] = one;
  const dir = await createTempDir('event-');
  const path = join(dir.path, 'event.json');
  await writeFile(path, typeof event === 'string' ? event : JSON.stringify(event ?? {}));
  const env = {
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: ref,
    GITHUB_HEAD_REF: headRef,
    GITHUB_REPOSITORY: 'acme/app',
  };
  expect(findBuild(env)).toEqual({ kind, branch });
});

test.skipIf(process.platform === 'win32')('an event that is a pipe is not waited for', async () => {
  const path = join((await createTempDir('event-')).path, 'pipe');
  execFileSync('mkfifo', [path]);
  const env = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: path, GITHUB_REF: 'refs/heads/main' };
  expect(findBuild(env)).toMatchObject({ branch: 'main' });
});
