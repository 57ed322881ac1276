import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { detectSystems, isCi, SYSTEMS } from './systems.ts';

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
