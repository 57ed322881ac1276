import { findCiContext } from '../library/find-ci-context.ts';
import type { FaceRun } from '../library/publish-run.ts';
import type { Options } from '../options/options.ts';
import { listMatrixValues, parseMatrix } from '../options/scope.ts';

/** What the command line knows about a run, besides its flags. */
export async function findContext(options: Options, env: NodeJS.ProcessEnv): Promise<FaceRun> {
  const matrix = parseMatrix(options.matrix);
  const found = await findCiContext(options, { env, leg: listMatrixValues(matrix) });
  return { face: 'cli', nowMs: Date.now(), env, matrix, ...found };
}
