import type { Build } from './find-build.ts';

/** The groups that keep what is not the default branch apart from it. */
export const GROUPS: Readonly<Record<Build['kind'], string>> = {
  main: 'ci',
  'other-branch': 'ci-branches',
  'pull-request': 'ci-pull-requests',
};

/** What the group `auto` is for a build. */
export function findAutoGroup({ kind }: Build): string {
  return GROUPS[kind];
}
