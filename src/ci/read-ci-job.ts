import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CiSystem, isSet, readAt } from './ci-system.ts';
import { type CiJob, readSystem } from './read-system.ts';
import { SYSTEMS } from './systems.ts';

/** What the environment says about this job; undefined outside CI. */
export function readCiJob(env: NodeJS.ProcessEnv): CiJob | undefined {
  const [system] = detectSystems(env);
  if (system !== undefined) return readSystem(system, env);
  return isCi(env) ? readUnknown(env) : undefined;
}

/** Unknown systems often set the variables of a known one. Only the names are read from these. */
function readUnknown(env: NodeJS.ProcessEnv): CiJob {
  const find = (key: 'repository' | 'workflow' | 'job' | 'leg'): string | undefined =>
    SYSTEMS.map((system) => readAt(system[key], env)).find((text) => text !== undefined);
  return {
    repository: find('repository'),
    workflow: find('workflow'),
    job: find('job'),
    leg: find('leg'),
    build: { kind: 'main', branch: undefined },
    status: undefined,
    startedAt: undefined,
    attempt: undefined,
  };
}

/** The CI systems of the job of this process: none, one, or two if a system runs inside another one's job. */
export function detectSystems(env: NodeJS.ProcessEnv): readonly CiSystem[] {
  return SYSTEMS.filter(
    ({ mark, value, isHere }) =>
      (value === undefined ? isSet(env[mark]) : env[mark] === value) || isHere?.(env) === true,
  );
}

/** Whether this process runs in a job of a CI system, a known one or one that sets the usual variable. */
export function isCi(env: NodeJS.ProcessEnv): boolean {
  return isSet(env['CI']) || detectSystems(env).length > 0;
}

/**
 * The folder of the CI system's checkout, whose files the author of a change chose. It is the system's own variable,
 * else the root of the Git repository around `folder`, else `folder`. Undefined outside CI.
 */
export function findWorkspace(env: NodeJS.ProcessEnv, folder: string): string | undefined {
  if (!isCi(env)) return undefined;
  const detected = detectSystems(env);
  const named = (detected.length > 0 ? detected : SYSTEMS).map(
    ({ workspace }) => workspace && env[workspace],
  );
  // In a container the folder may have another name than on the host.
  const exists = named.map(expandHome).find((path) => path !== undefined && isThere(path));
  return exists ?? findGitRoot(folder) ?? folder;
}

/** CircleCI writes `~/project`. */
function expandHome(path: string | undefined): string | undefined {
  return path?.replace(/^~(?=$|[/\\])/, homedir);
}

/** A worktree and a submodule have a file instead of the folder `.git`. */
function findGitRoot(folder: string): string | undefined {
  if (isThere(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findGitRoot(parent);
}

function isThere(path: string): boolean {
  return path !== '' && statSync(path, { throwIfNoEntry: false }) !== undefined;
}
