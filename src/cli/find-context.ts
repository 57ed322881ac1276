import { findCiContext } from '../library/find-ci-context.ts';
import type { Options } from '../options/options.ts';
import { listMatrixValues, type Matrix, parseMatrix } from '../options/scope.ts';
import type { RunContext } from '../options/types.ts';

/** What the core is told of where it runs. */
export async function findContext(options: Options, env: NodeJS.ProcessEnv): Promise<RunContext> {
  const leg = listMatrixValues(findMatrix(options));
  return { face: 'cli', nowMs: Date.now(), ...(await findCiContext(options, { env, leg })) };
}

/** The leg of the matrix, where it was given. */
export function findMatrix({ matrix }: Options): Matrix | undefined {
  return parseMatrix(matrix);
}
