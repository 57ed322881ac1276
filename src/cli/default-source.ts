import { readHostName } from '../update.ts';

/** Where a CI system says what it builds; its host names are random, and every run would make new series. */
const CI_VARIABLES = ['GITHUB_REPOSITORY', 'CI_PROJECT_PATH', 'JOB_NAME'];

/** The source where none is given: the CI system's repository or job where there is one, else this host's short name. */
export async function findDefaultSource(env: NodeJS.ProcessEnv): Promise<string> {
  const inCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  const named = inCi ? CI_VARIABLES.map((name) => env[name]).find((value) => value) : undefined;
  return named ?? readHostName();
}
