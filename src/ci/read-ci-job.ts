import { readAt } from './ci-system.ts';
import { type CiJob, readSystem } from './read-system.ts';
import { detectSystems, isCi, SYSTEMS } from './systems.ts';

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
    system: undefined,
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
