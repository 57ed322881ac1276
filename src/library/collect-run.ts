import { type Collected, joinCollected } from '../model/collected.ts';
import type { Options } from '../options/options.ts';
import type { FaceRun } from './face-run.ts';

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
