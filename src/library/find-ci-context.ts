import { AUTO_GROUPS } from '../ci/build.ts';
import { findWorkspace, readCiJob } from '../ci/read-ci-job.ts';
import { findJobNames } from '../ci/read-system.ts';
import { quote } from '../model/errors.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/run-context.ts';

/** What the command line and the library know about their environment. */
export type CiContext = Pick<RunContext, 'autoGroup' | 'defaultSource' | 'job' | 'workspace' | 'warnings'>;

/** What the CI system says about this job. `leg` has the values of its matrix, if the user gave them. */
export async function findCiContext(
  { source }: Options,
  { env, leg = [] }: { readonly env: NodeJS.ProcessEnv; readonly leg?: readonly string[] },
): Promise<CiContext> {
  const job = readCiJob(env);
  const named = source === undefined ? job?.repository : source;
  const hostName = named === undefined ? await readHostName() : undefined;
  const isDoubtful = job !== undefined && hostName !== undefined;
  return {
    autoGroup: job === undefined ? 'systems' : AUTO_GROUPS[job.build.kind],
    defaultSource: named ?? hostName,
    job: job && findJobNames(job, leg),
    workspace: findWorkspace(env, process.cwd()),
    warnings: isDoubtful ? [warnOfHostName(hostName)] : [],
  };
}

/** In the containers of a CI system every run has a different name, and would make different series. */
function warnOfHostName(name: string): string {
  return `source: it is not given, and this CI system does not say what it builds. The name of this machine is used, ${quote(name)}, which may change with every run: give the same name each time.`;
}

/** This host's name up to the first dot. */
async function readHostName(): Promise<string> {
  const { hostname } = await import('node:os');
  return hostname().split('.')[0] ?? '';
}
