import type { Collected } from '../model/collected.ts';
import type { Faults } from '../model/faults.ts';
import type { Matrix } from '../options/scope.ts';
import type { Flags } from './program.ts';

/** What GitHub knows of this job, requested with a token. */
export async function askGithub(
  token: string,
  { checkRunId }: Flags,
  context: { matrix: Matrix | undefined; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<Collected> {
  const { collectGithubJob } = await import('../github/collect-github-job.ts');
  const id = typeof checkRunId === 'string' ? checkRunId : undefined;
  const { warnings, ...collected } = await collectGithubJob({ token, checkRunId: id, ...context });
  if (warnings === undefined) return collected;
  // The command line has no option of that name: the token comes from the environment.
  return { ...collected, warnings: warnings.map((one) => one.replace(/^github-token:/, '--github-times:')) };
}

/** The token for GitHub if the run asks GitHub; a fault is collected. */
export function readToken(
  flags: Flags,
  { env, faults }: { env: NodeJS.ProcessEnv; faults: Faults },
): string | undefined {
  if (flags['githubTimes'] !== true) return undefined;
  // Every process of the machine can read a command line.
  const token = env['GITHUB_TOKEN'] || undefined;
  if (token === undefined) {
    const cure = 'In a workflow give the step env: { GITHUB_TOKEN: ${{ github.token }} }.';
    faults.add({ location: 'github-times', rule: 'it needs a token in GITHUB_TOKEN', cure });
  }
  return token;
}
