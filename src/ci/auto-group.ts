import type { Build } from './find-build.ts';

/** The groups of builds that are not the default branch's. */
export const GROUPS: Readonly<Record<Build['kind'], string>> = {
  main: 'ci',
  'other-branch': 'ci-branches',
  'pull-request': 'ci-pull-requests',
};

/** The group that `auto` chooses for a build. */
export function findAutoGroup({ kind }: Build): string {
  return GROUPS[kind];
}
