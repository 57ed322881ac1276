import { readEvent } from './read-event.ts';

/** What a job builds, from its environment and GitHub's event. */
export interface Build {
  /** `other-branch` is a branch that is not the default one; `main` is everything else, including unknown builds. */
  readonly kind: 'main' | 'other-branch' | 'pull-request';
  /** The branch; in a pull request its head, with the owner before it if that is a fork. Undefined for a tag. */
  readonly branch: string | undefined;
}

/** The relevant parts of an event's payload; all of it is outside text. */
interface Event {
  readonly repository?: { readonly default_branch?: unknown };
  readonly pull_request?: { readonly head?: Head };
  readonly merge_group?: { readonly head_ref?: unknown };
  readonly workflow_run?: {
    readonly event?: unknown;
    readonly head_branch?: unknown;
    readonly head_repository?: { readonly full_name?: unknown } | null;
  };
}

interface Head {
  readonly ref?: unknown;
  readonly label?: unknown;
  readonly repo?: { readonly full_name?: unknown } | null;
}

const PULL_REQUEST = /^(?:pull_request(?:_\w+)?|merge_group)$/;
const MERGE_QUEUE = 'gh-readonly-queue/';
/** Events of the default branch or a tag, whatever their payload names. */
const MAIN = /^(?:schedule|release)$/;

/** What a job of GitHub (or Gitea, Forgejo) builds. */
export function findBuild(env: NodeJS.ProcessEnv): Build {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  const ref = env['GITHUB_REF'] ?? '';
  const event: Event | undefined = readEvent(env['GITHUB_EVENT_PATH']);
  const repository = env['GITHUB_REPOSITORY'];
  if (name === 'workflow_run') return findTriggeringBuild(event, repository);
  if (PULL_REQUEST.test(name) || ref.startsWith('refs/pull/')) {
    const branch =
      findHead(event?.pull_request?.head, repository) ??
      toBranch(event?.merge_group?.head_ref) ??
      toText(env['GITHUB_HEAD_REF']) ??
      toBranch(ref);
    return { kind: 'pull-request', branch };
  }
  return classify(name, toBranch(ref), event);
}

/** A `workflow_run` runs on the default branch, and is about the run that started it. */
function findTriggeringBuild(event: Event | undefined, repository: string | undefined): Build {
  const run = event?.workflow_run;
  const name = toText(run?.event) ?? '';
  const branch = toText(run?.head_branch);
  const owner = toText(run?.head_repository?.full_name);
  const head =
    branch !== undefined && isFork(owner, repository) ? `${owner?.split('/')[0]}:${branch}` : branch;
  return PULL_REQUEST.test(name) ? { kind: 'pull-request', branch: head } : classify(name, head, event);
}

function classify(name: string, branch: string | undefined, event: Event | undefined): Build {
  if (branch?.startsWith(MERGE_QUEUE)) return { kind: 'pull-request', branch };
  const main = toText(event?.repository?.default_branch);
  const isOther = branch !== undefined && main !== undefined && branch !== main && !MAIN.test(name);
  return { kind: isOther ? 'other-branch' : 'main', branch };
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

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
