import { GROUPS } from '../ci/auto-group.ts';
import { matchesBranch } from '../ci/match-branch.ts';
import { quote } from '../model/errors.ts';
import type { Inputs } from './inputs.ts';

/** What a list has in YAML, and patterns one a line do not. */
const LIST_SIGNS = /[^\n],|^\s*(?:- |["'])|\s#/m;

/** Why a step is skipped if `branches` does not match what this job builds. */
export function explainOtherBranch({ build: { branch }, publish: { branches } }: Inputs): string | undefined {
  if (branches === undefined || (branch !== undefined && matchesBranch(branch, branches))) return undefined;
  const what =
    branch === undefined ? 'this job builds no branch' : `the branch ${quote(branch)} is not among them`;
  const hint = LIST_SIGNS.test(branches)
    ? ' Write one pattern a line, without commas, dashes, quotes and comments.'
    : '';
  return `Nothing was sent: branches is ${quote(branches)}, and ${what}.${hint}`;
}

/** The notice for a group that mixes the series of the default branch with those of another build. */
export function explainMixedSeries({ build, publish }: Inputs): string | undefined {
  const { kind, branch } = build;
  const { group } = publish;
  if (kind === 'main' || group === 'auto' || group === GROUPS[kind]) return undefined;
  const names = [group, publish.source, publish.tags, publish.metric].join('\n');
  if (branch !== undefined && names.includes(branch)) return undefined;
  const what = kind === 'pull-request' ? 'a pull request' : `the branch ${quote(branch ?? '')}`;
  return `This job builds ${what}, and the group ${quote(group)} does not depend on that: its points mix with those of the default branch. Leave group out (auto) to keep them apart as ${GROUPS[kind]}, or name branches to send from.`;
}
