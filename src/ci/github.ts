import type { CiSystem } from './ci-system.ts';
import { findWorkflow } from './clean-names.ts';
import { findBuild } from './find-build.ts';

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
