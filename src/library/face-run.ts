import { type Collected, joinCollected } from '../model/collected.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/run-context.ts';
import type { Matrix } from '../options/scope.ts';

/** What a face knows about a run, besides the options. */
export interface FaceRun extends Omit<RunContext, 'collect'> {
  readonly env: NodeJS.ProcessEnv;
  /** Asks GitHub about this job; undefined if the face does not ask. */
  readonly githubToken?: string | undefined;
  /** The leg of the matrix, which is part of the job's name at GitHub. */
  readonly matrix?: Matrix | undefined;
  /** What the face collected itself; an empty list if it looked and found nothing, which is not an error. */
  readonly collected?: readonly Collected[] | undefined;
}

/** What the face collected, and what GitHub knows of the job if the face has a token. */
export async function collectRun(options: Options, run: FaceRun): Promise<Collected> {
  const { githubToken: token, collected = [] } = run;
  const found = token === undefined ? [] : [await askGithub(options, { ...run, token })];
  // The measurements of the runner are many, so what is known about the job comes before them.
  return joinCollected([...found, ...collected]);
}

async function askGithub(
  { checkRunId, signal = new AbortController().signal }: Options,
  { token, matrix, env, face }: FaceRun & { readonly token: string },
): Promise<Collected> {
  const { collectGithubJob } = await import('../github/collect-github-job.ts');
  const { warnings, ...found } = await collectGithubJob({ token, checkRunId, matrix, env, signal });
  if (warnings === undefined) return found;
  // In the action a missing permission may be intended, and most workflows pass the token for other purposes too.
  if (face === 'action') return { ...found, notices: warnings };
  // The command line has no option of that name: its token comes from the environment.
  const name = face === 'cli' ? '--github-times' : 'github-token';
  return { ...found, warnings: warnings.map((warning) => warning.replace(/^github-token(?=:)/, name)) };
}
