/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How long a file that is kept for replay stays where it is, by what the CI system says of itself. */
export function formatRetention(file: string, env: Environment): string {
  const temp = env['RUNNER_TEMP'];
  const cure =
    'a cache that is saved before that carries it to the next run (README, "When Carbon is down").';
  if (temp !== undefined && temp !== '' && [`${temp}/`, `${temp}\\`].some((start) => file.startsWith(start)))
    return `The runner empties that folder when the job ends; ${cure}`;
  if (env['RUNNER_ENVIRONMENT'] === 'github-hosted') return `The machine ends with the job; ${cure}`;
  return 'It stays until it is replayed or removed.';
}
