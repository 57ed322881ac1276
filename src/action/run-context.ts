import { AUTO_GROUPS } from '../ci/build.ts';
import type { FaceRun } from '../library/publish-run.ts';
import type { Inputs } from './inputs.ts';

/** What the action knows about a run, besides its inputs. */
export function createRunContext(
  { build, repository, job, jobStatus, matrix, matrixValues, faults }: Inputs,
  { env, nowMs }: { readonly env: NodeJS.ProcessEnv; readonly nowMs: number },
): FaceRun {
  return {
    face: 'action',
    nowMs,
    env,
    faults,
    job,
    jobStatus,
    matrix,
    filledIn: [repository ?? '', ...matrixValues],
    autoGroup: AUTO_GROUPS[build.kind],
    workspace: env['GITHUB_WORKSPACE'] || undefined,
  };
}
