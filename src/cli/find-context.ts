import { findWorkspace } from '../ci/find-workspace.ts';
import { isCi } from '../ci/systems.ts';
import { readHostName } from '../library/update.ts';
import type { Options } from '../options/options.ts';
import { findJobNames, type JobNames, listMatrixValues, type Matrix, parseMatrix } from '../options/scope.ts';
import type { RunContext } from '../options/types.ts';
import type { Flags } from './program.ts';

/** In a CI job: its host names are random, and every run would create new series. */
const CI_VARIABLES = ['GITHUB_REPOSITORY', 'CI_PROJECT_PATH', 'JOB_NAME'];

/** The source if none is given: the CI system's repository or job, otherwise this host's short name. */
export async function findDefaultSource(env: NodeJS.ProcessEnv): Promise<string> {
  const named = isCi(env) ? CI_VARIABLES.map((name) => env[name]).find((value) => value) : undefined;
  return named ?? readHostName();
}

/** The job's name in GitHub or GitLab, and its matrix leg; GitLab's job name contains its matrix values. */
export function findJob(env: NodeJS.ProcessEnv, matrix?: Matrix): JobNames | undefined {
  if (!isCi(env)) return undefined;
  return findJobNames({
    workflowRef: env['GITHUB_WORKFLOW_REF'],
    workflow: env['GITHUB_WORKFLOW'],
    job: env['GITHUB_JOB'] ?? env['CI_JOB_NAME'],
    matrixValues: listMatrixValues(matrix),
  });
}

/** The context that the command line passes to the core. */
export async function findContext(
  flags: Flags,
  options: Options,
  env: NodeJS.ProcessEnv,
): Promise<RunContext> {
  return {
    face: 'cli',
    nowMs: Date.now(),
    autoGroup: isCi(env) ? 'ci' : 'systems',
    defaultSource: options.source === undefined ? await findDefaultSource(env) : undefined,
    job: findJob(env, findMatrix(flags)),
    workspace: findWorkspace(env, process.cwd()),
  };
}

/** The matrix leg, if one is known. */
export function findMatrix({ matrix }: Flags): Matrix | undefined {
  return typeof matrix === 'string' ? parseMatrix(matrix) : undefined;
}
