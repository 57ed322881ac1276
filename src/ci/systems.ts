/** The variables of one CI system. */
export interface CiSystem {
  readonly name: string;
  /** The variable that identifies it: no other system sets it. */
  readonly mark: string;
  /** The value of the mark, if another system sets the same variable. */
  readonly value?: string;
  /** The variable with the folder of the checkout; undefined if there is none. */
  readonly workspace?: string;
}

/** The known CI systems, one row each. */
export const SYSTEMS: readonly CiSystem[] = [
  // Gitea and Forgejo set these, too.
  { name: 'GitHub Actions', mark: 'GITHUB_ACTIONS', workspace: 'GITHUB_WORKSPACE' },
  { name: 'GitLab CI/CD', mark: 'GITLAB_CI', workspace: 'CI_PROJECT_DIR' },
  { name: 'Jenkins', mark: 'JENKINS_URL', workspace: 'WORKSPACE' },
  { name: 'CircleCI', mark: 'CIRCLECI', workspace: 'CIRCLE_WORKING_DIRECTORY' },
  { name: 'Buildkite', mark: 'BUILDKITE', workspace: 'BUILDKITE_BUILD_CHECKOUT_PATH' },
  { name: 'Azure Pipelines', mark: 'TF_BUILD', workspace: 'BUILD_SOURCESDIRECTORY' },
  { name: 'Woodpecker', mark: 'CI', value: 'woodpecker', workspace: 'CI_WORKSPACE' },
  { name: 'Drone', mark: 'DRONE', workspace: 'DRONE_WORKSPACE' },
  { name: 'Bitbucket Pipelines', mark: 'BITBUCKET_BUILD_NUMBER', workspace: 'BITBUCKET_CLONE_DIR' },
  { name: 'TeamCity', mark: 'TEAMCITY_VERSION' },
  { name: 'Travis CI', mark: 'TRAVIS', workspace: 'TRAVIS_BUILD_DIR' },
  { name: 'AppVeyor', mark: 'APPVEYOR', workspace: 'APPVEYOR_BUILD_FOLDER' },
];

/** The CI systems whose job this process runs in: none or one, or two if one system runs in a job of another. */
export function detectSystems(env: NodeJS.ProcessEnv): readonly CiSystem[] {
  return SYSTEMS.filter(({ mark, value }) => (value === undefined ? isSet(env[mark]) : env[mark] === value));
}

/** Whether this process runs in a CI job, of a known system or of one that sets `CI`. */
export function isCi(env: NodeJS.ProcessEnv): boolean {
  return isSet(env['CI']) || detectSystems(env).length > 0;
}

function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text.toLowerCase() !== 'false';
}
