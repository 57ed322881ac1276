import type { Faults } from '../model/faults.ts';
import type { Flags } from './flags.ts';

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
