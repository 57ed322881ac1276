import type { Collected } from '../model/collected.ts';
import type { Faults } from '../model/faults.ts';
import type { Matrix } from '../options/scope.ts';
import type { Flags } from './program.ts';

/** What GitHub knows of this job, asked with a token. */
export async function askGithub(
  token: string,
  { checkRunId }: Flags,
  context: { matrix: Matrix | undefined; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<Collected> {
  const { collectGithubJob } = await import('../github/collect-github-job.ts');
  const id = typeof checkRunId === 'string' ? checkRunId : undefined;
  const found = await collectGithubJob({ token, checkRunId: id, ...context });
  // The token comes from the environment: the option that a user can change is this one.
  const warnings = found.warnings?.map((message) => message.replace(/^github-token(?=:)/, 'github-times'));
  return warnings === undefined ? found : { ...found, warnings };
}

/** The token to ask GitHub with, where it is to be asked; a fault is gathered. */
export function readToken(
  flags: Flags,
  { env, faults }: { env: NodeJS.ProcessEnv; faults: Faults },
): string | undefined {
  if (flags['githubTimes'] !== true) return undefined;
  // On a command line every process of the machine could read it.
  const token = env['GITHUB_TOKEN'] || undefined;
  if (token === undefined) {
    const cure = 'In a workflow give the step env: { GITHUB_TOKEN: ${{ github.token }} }.';
    faults.add({ location: 'github-times', rule: 'it needs a token in GITHUB_TOKEN', cure });
  }
  return token;
}
