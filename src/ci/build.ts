/** What a job builds, from its environment and GitHub's event. */
export interface Build {
  /** `other-branch` is a branch that is not the default one; `main` is everything else, including unknown builds. */
  readonly kind: 'main' | 'other-branch' | 'pull-request';
  /** The branch; in a pull request its head, with the owner before it if that is a fork. Undefined for a tag. */
  readonly branch: string | undefined;
}

/** The group that `auto` chooses for a build. */
export const AUTO_GROUPS: Readonly<Record<Build['kind'], string>> = {
  main: 'ci',
  'other-branch': 'ci-branches',
  'pull-request': 'ci-pull-requests',
};

/** The build of a branch. A branch of a merge queue belongs to a pull request. */
export function classifyBranch(branch: string | undefined, defaultBranch: string | undefined): Build {
  if (branch?.startsWith('gh-readonly-queue/')) return { kind: 'pull-request', branch };
  const isOther = branch !== undefined && defaultBranch !== undefined && branch !== defaultBranch;
  return { kind: isOther ? 'other-branch' : 'main', branch };
}
