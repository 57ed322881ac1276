import { readFileSync, statSync } from 'node:fs';
import { type Build, classifyBranch } from './build.ts';
import type { CiSystem } from './ci-system.ts';

/** GitHub's words, which Gitea and Forgejo use as well. */
export const GITHUB_WORDS = {
  repository: 'GITHUB_REPOSITORY',
  build: findBuild,
  workflow: findWorkflow,
  job: 'GITHUB_JOB',
  attempt: 'GITHUB_RUN_ATTEMPT',
  workspace: 'GITHUB_WORKSPACE',
} as const;

/** The system that the action runs in. */
export const GITHUB: CiSystem = {
  name: 'GitHub Actions',
  docs: 'https://docs.github.com/en/actions/reference/workflows-and-actions/variables',
  mark: 'GITHUB_ACTIONS',
  ...GITHUB_WORDS,
};

/** The relevant parts of an event's payload; all of it is outside text. */
interface Event {
  readonly repository?: { readonly default_branch?: unknown };
  readonly pull_request?: { readonly head?: Head };
  readonly merge_group?: { readonly head_ref?: unknown };
  readonly issue?: { readonly pull_request?: unknown };
  readonly check_run?: { readonly pull_requests?: unknown; readonly check_suite?: Checked };
  readonly check_suite?: Checked;
  /** The branches that contain the commit of a `status`. */
  readonly branches?: unknown;
  readonly workflow_run?: {
    readonly event?: unknown;
    readonly head_branch?: unknown;
    readonly head_repository?: { readonly full_name?: unknown } | null;
  };
}

/** The commit of a check. The list has the pull requests of the same repository. */
interface Checked {
  readonly head_branch?: unknown;
  readonly pull_requests?: unknown;
}

interface Head {
  readonly ref?: unknown;
  readonly label?: unknown;
  readonly repo?: { readonly full_name?: unknown } | null;
}

const PULL_REQUEST = /^(?:pull_request(?:_\w+)?|merge_group)$/;
/** Events of the default branch or a tag, whatever their payload names. */
const MAIN = /^(?:schedule|release)$/;

/** What a job of GitHub (or Gitea, Forgejo) builds. */
export function findBuild(env: NodeJS.ProcessEnv): Build {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  const ref = env['GITHUB_REF'] ?? '';
  const event: Event | undefined = readEvent(env['GITHUB_EVENT_PATH']);
  const repository = env['GITHUB_REPOSITORY'];
  if (name === 'workflow_run') return findTriggeringBuild(event, repository);
  if (name === 'check_run' || name === 'check_suite' || name === 'status') return findCheckedBuild(event);
  // It runs on the default branch, whatever the comment is about.
  if (name === 'issue_comment' && isObject(event?.issue?.pull_request))
    return { kind: 'pull-request', branch: undefined };
  if (PULL_REQUEST.test(name) || ref.startsWith('refs/pull/')) {
    const branch =
      findHead(event?.pull_request?.head, repository) ??
      toBranch(event?.merge_group?.head_ref) ??
      toText(env['GITHUB_HEAD_REF']) ??
      toBranch(ref);
    return { kind: 'pull-request', branch };
  }
  return classifyBranch(toBranch(ref), findMain(name, event));
}

/** A `workflow_run` runs on the default branch, and is about the run that started it. */
function findTriggeringBuild(event: Event | undefined, repository: string | undefined): Build {
  const run = event?.workflow_run;
  const name = toText(run?.event) ?? '';
  const branch = toText(run?.head_branch);
  const owner = toText(run?.head_repository?.full_name);
  const head =
    branch !== undefined && isFork(owner, repository) ? `${owner?.split('/')[0]}:${branch}` : branch;
  if (PULL_REQUEST.test(name)) return { kind: 'pull-request', branch: head };
  return classifyBranch(head, findMain(name, event));
}

/** A check or a status runs on the default branch, and is about the commit of any branch. */
function findCheckedBuild(event: Event | undefined): Build {
  const { check_run: run, check_suite: suite = run?.check_suite, branches } = event ?? {};
  const pulls = [run?.pull_requests, suite?.pull_requests].find(
    (list): list is unknown[] => Array.isArray(list) && list.length > 0,
  );
  const names = Array.isArray(branches)
    ? branches.map((one) => (isObject(one) && 'name' in one ? toText(one.name) : undefined))
    : [];
  const main = toText(event?.repository?.default_branch);
  const branch = toText(suite?.head_branch) ?? names.find((name) => name === main) ?? names[0];
  // The default branch may itself be the head of a pull request, such as one for a release.
  if (pulls === undefined || branch === main) return classifyBranch(branch, main);
  return { kind: 'pull-request', branch };
}

/** The default branch with which an event's branch is compared; undefined if the event is of it, or of a tag. */
function findMain(name: string, event: Event | undefined): string | undefined {
  return MAIN.test(name) ? undefined : toText(event?.repository?.default_branch);
}

/** A fork's branch may be called `main` but is not the repository's, so its owner is before it, as GitHub shows it. */
function findHead(head: Head | undefined, repository: string | undefined): string | undefined {
  const branch = toText(head?.ref);
  const owner = toText(head?.repo?.full_name);
  const isElsewhere = head?.repo === null || isFork(owner, repository);
  if (branch === undefined || !isElsewhere) return branch;
  return toText(head?.label) ?? `${owner?.split('/')[0] ?? ''}:${branch}`;
}

function isFork(owner: string | undefined, repository: string | undefined): boolean {
  return owner !== undefined && owner.toLowerCase() !== repository?.toLowerCase();
}

/** The branch of a full reference; undefined for a tag. */
function toBranch(ref: unknown): string | undefined {
  return /^refs\/heads\/(.+)$/s.exec(toText(ref) ?? '')?.[1];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The event that started a run, from the file that GitHub names; undefined if it cannot be read. Its content is unknown. */
export function readEvent(path: string | undefined): object | undefined {
  if (path === undefined || path === '') return undefined;
  try {
    // Opening a pipe would wait for its writer.
    if (!statSync(path).isFile()) return undefined;
    const event: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isObject(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

/** The workflow of GitHub, Gitea or Forgejo: the base name of its file, or its name if no file is known. */
function findWorkflow(env: NodeJS.ProcessEnv): string | undefined {
  // The part after the path is a branch, whose name anyone may choose.
  const [path = ''] = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@refs/', 1);
  const file = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/([^@]+?)\.ya?ml(?:@|$)/.exec(path)?.[1];
  // Gitea calls a workflow without a name after its file, and GitHub after its path.
  return file ?? env['GITHUB_WORKFLOW']?.replace(/^(?:\.\w+\/workflows\/)?(\S+)\.ya?ml$/, '$1');
}
