import { type CiSystem, isSet } from './ci-system.ts';
import {
  countFromOne,
  exceptWith,
  indexOf,
  joinNames,
  namedInAzure,
  splitAppveyorJob,
  splitGitlabJob,
  splitJenkinsJob,
  toRepository,
  toShortBranch,
} from './clean-names.ts';
import { GITHUB, GITHUB_WORDS } from './github.ts';

/** The known CI systems, a row each: only data, so the file is long. */
export const SYSTEMS: readonly CiSystem[] = [
  GITHUB,
  {
    name: 'Gitea or Forgejo Actions',
    docs: 'https://docs.gitea.com/usage/actions/actions-variables',
    mark: 'GITEA_ACTIONS',
    isHere: (env) => isSet(env['FORGEJO_ACTIONS']),
    ...GITHUB_WORDS,
  },
  {
    name: 'GitLab CI/CD',
    docs: 'https://docs.gitlab.com/ci/variables/predefined_variables/',
    mark: 'GITLAB_CI',
    // gitlab-ci-local, which runs a pipeline on a developer's machine, sets the mark to `false`.
    isHere: (env) => isSet(env['CI']) && !!env['CI_PROJECT_PATH'] && !!env['CI_JOB_NAME'],
    repository: 'CI_PROJECT_PATH',
    // Neither is set for a tag, and CI_COMMIT_BRANCH not in the pipeline of a merge request.
    branch: [
      'CI_MERGE_REQUEST_SOURCE_BRANCH_NAME',
      'CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME',
      'CI_COMMIT_BRANCH',
    ],
    defaultBranch: 'CI_DEFAULT_BRANCH',
    pullRequest: ['CI_MERGE_REQUEST_IID', 'CI_EXTERNAL_PULL_REQUEST_IID'],
    job: (env) => splitGitlabJob(env).job,
    leg: (env) => splitGitlabJob(env).leg,
    status: 'CI_JOB_STATUS',
    startedAt: 'CI_JOB_STARTED_AT',
    workspace: 'CI_PROJECT_DIR',
  },
  {
    name: 'Jenkins',
    docs: 'https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables',
    mark: 'JENKINS_URL',
    // The URL is set only if an administrator entered it.
    isHere: (env) => env['BUILD_TAG']?.startsWith('jenkins-') === true,
    repository: (env) => splitJenkinsJob(env).repository,
    branch: exceptWith('TAG_NAME', ['CHANGE_BRANCH', 'BRANCH_NAME']),
    // Only a multibranch project marks its primary branch; other projects give no default branch.
    defaultBranch: (env) => {
      const { BRANCH_NAME: branch = '', BRANCH_IS_PRIMARY: isPrimary } = env;
      const isMain = isSet(isPrimary) || /^(?:main|master|trunk)$/.test(branch);
      return isMain || !splitJenkinsJob(env).hasBranch ? branch : 'main';
    },
    pullRequest: 'CHANGE_ID',
    // `post` of a declarative pipeline is a stage of Jenkins itself.
    job: (env) => (env['STAGE_NAME']?.startsWith('Declarative: ') ? undefined : env['STAGE_NAME']),
    leg: (env) => splitJenkinsJob(env).leg,
    workspace: 'WORKSPACE',
  },
  {
    name: 'CircleCI',
    docs: 'https://circleci.com/docs/reference/variables/',
    mark: 'CIRCLECI',
    repository: (env) =>
      env['CIRCLE_PROJECT_USERNAME'] && env['CIRCLE_PROJECT_REPONAME']
        ? `${env['CIRCLE_PROJECT_USERNAME']}/${env['CIRCLE_PROJECT_REPONAME']}`
        : toRepository(env['CIRCLE_REPOSITORY_URL']),
    branch: 'CIRCLE_BRANCH',
    pullRequest: ['CIRCLE_PULL_REQUEST', 'CIRCLE_PR_NUMBER'],
    job: 'CIRCLE_JOB',
    leg: indexOf('CIRCLE_NODE_INDEX', 'CIRCLE_NODE_TOTAL'),
    workspace: 'CIRCLE_WORKING_DIRECTORY',
  },
  {
    name: 'Buildkite',
    docs: 'https://buildkite.com/docs/pipelines/configure/environment-variables',
    mark: 'BUILDKITE',
    repository: joinNames('BUILDKITE_ORGANIZATION_SLUG', 'BUILDKITE_PIPELINE_SLUG'),
    branch: exceptWith('BUILDKITE_TAG', 'BUILDKITE_BRANCH'),
    defaultBranch: 'BUILDKITE_PIPELINE_DEFAULT_BRANCH',
    pullRequest: 'BUILDKITE_PULL_REQUEST',
    job: ['BUILDKITE_STEP_KEY', 'BUILDKITE_LABEL'],
    leg: indexOf('BUILDKITE_PARALLEL_JOB', 'BUILDKITE_PARALLEL_JOB_COUNT'),
    // Only the hooks after the command have it.
    status: 'BUILDKITE_COMMAND_EXIT_STATUS',
    attempt: countFromOne('BUILDKITE_RETRY_COUNT'),
    workspace: 'BUILDKITE_BUILD_CHECKOUT_PATH',
  },
  {
    name: 'Azure Pipelines',
    docs: 'https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables',
    mark: 'TF_BUILD',
    repository: 'BUILD_REPOSITORY_NAME',
    branch: (env) => toShortBranch(env['SYSTEM_PULLREQUEST_SOURCEBRANCH'] || env['BUILD_SOURCEBRANCH']),
    pullRequest: (env) =>
      env['SYSTEM_PULLREQUEST_PULLREQUESTID'] ||
      (env['BUILD_REASON'] === 'PullRequest' || env['BUILD_SOURCEBRANCH']?.startsWith('refs/pull/')
        ? 'true'
        : undefined),
    workflow: namedInAzure('SYSTEM_STAGENAME'),
    job: namedInAzure('SYSTEM_PHASENAME'),
    leg: (env) =>
      env['SYSTEM_JOBNAME'] === '__default' || env['SYSTEM_JOBNAME'] === env['SYSTEM_PHASENAME']
        ? undefined
        : env['SYSTEM_JOBNAME'],
    // The status up to this step. The agent sets the variable under either name.
    status: ['AGENT_JOBSTATUS', 'agent.jobstatus'],
    startedAt: 'SYSTEM_PIPELINESTARTTIME',
    attempt: 'SYSTEM_JOBATTEMPT',
    workspace: 'BUILD_SOURCESDIRECTORY',
  },
  {
    name: 'Woodpecker',
    docs: 'https://woodpecker-ci.org/docs/usage/environment',
    mark: 'CI',
    value: 'woodpecker',
    repository: 'CI_REPO',
    // In a pull request CI_COMMIT_BRANCH is the target branch.
    branch: exceptWith('CI_COMMIT_TAG', ['CI_COMMIT_SOURCE_BRANCH', 'CI_COMMIT_BRANCH']),
    defaultBranch: 'CI_REPO_DEFAULT_BRANCH',
    pullRequest: 'CI_COMMIT_PULL_REQUEST',
    job: 'CI_WORKFLOW_NAME',
    status: 'CI_PIPELINE_STATUS',
    startedAt: 'CI_PIPELINE_STARTED',
    // 1 in the second run. It is not set in the first run, and in every run of an older version.
    attempt: countFromOne('CI_PIPELINE_RERUNS'),
    workspace: 'CI_WORKSPACE',
  },
  {
    name: 'Drone',
    docs: 'https://docs.drone.io/pipeline/environment/reference/',
    mark: 'DRONE',
    repository: 'DRONE_REPO',
    // DRONE_BRANCH is the target branch of a pull request.
    branch: exceptWith('DRONE_TAG', ['DRONE_SOURCE_BRANCH', 'DRONE_BRANCH']),
    defaultBranch: 'DRONE_REPO_BRANCH',
    pullRequest: 'DRONE_PULL_REQUEST',
    job: 'DRONE_STAGE_NAME',
    status: ['DRONE_STAGE_STATUS', 'DRONE_BUILD_STATUS'],
    startedAt: ['DRONE_STAGE_STARTED', 'DRONE_BUILD_STARTED'],
    workspace: 'DRONE_WORKSPACE',
  },
  {
    name: 'Bitbucket Pipelines',
    docs: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/',
    mark: 'BITBUCKET_BUILD_NUMBER',
    repository: 'BITBUCKET_REPO_FULL_NAME',
    branch: 'BITBUCKET_BRANCH',
    pullRequest: 'BITBUCKET_PR_ID',
    leg: indexOf('BITBUCKET_PARALLEL_STEP', 'BITBUCKET_PARALLEL_STEP_COUNT'),
    // Only `after-script` has it.
    status: 'BITBUCKET_EXIT_CODE',
    attempt: 'BITBUCKET_STEP_RUN_NUMBER',
    workspace: 'BITBUCKET_CLONE_DIR',
  },
  {
    name: 'TeamCity',
    docs: 'https://www.jetbrains.com/help/teamcity/predefined-build-parameters.html',
    mark: 'TEAMCITY_VERSION',
    repository: 'TEAMCITY_PROJECT_NAME',
    job: 'TEAMCITY_BUILDCONF_NAME',
  },
  {
    name: 'Travis CI',
    docs: 'https://docs.travis-ci.com/user/environment-variables/#default-environment-variables',
    mark: 'TRAVIS',
    repository: 'TRAVIS_REPO_SLUG',
    branch: exceptWith('TRAVIS_TAG', ['TRAVIS_PULL_REQUEST_BRANCH', 'TRAVIS_BRANCH']),
    pullRequest: 'TRAVIS_PULL_REQUEST',
    workflow: 'TRAVIS_BUILD_STAGE_NAME',
    job: 'TRAVIS_JOB_NAME',
    // `4.2` is the second job of the fourth build.
    leg: (env) => (env['TRAVIS_JOB_NAME'] ? undefined : env['TRAVIS_JOB_NUMBER']?.split('.')[1]),
    status: 'TRAVIS_TEST_RESULT',
    workspace: 'TRAVIS_BUILD_DIR',
  },
  {
    name: 'AppVeyor',
    docs: 'https://www.appveyor.com/docs/environment-variables/',
    mark: 'APPVEYOR',
    repository: 'APPVEYOR_REPO_NAME',
    branch: (env) =>
      isSet(env['APPVEYOR_REPO_TAG'])
        ? undefined
        : env['APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH'] || env['APPVEYOR_REPO_BRANCH'],
    pullRequest: 'APPVEYOR_PULL_REQUEST_NUMBER',
    job: (env) => splitAppveyorJob(env).job,
    leg: (env) => splitAppveyorJob(env).leg,
    workspace: 'APPVEYOR_BUILD_FOLDER',
  },
  {
    name: 'Bitrise',
    docs: 'https://docs.bitrise.io/en/bitrise-ci/references/available-environment-variables.html',
    mark: 'BITRISE_IO',
    repository: joinNames('BITRISEIO_GIT_REPOSITORY_OWNER', 'BITRISEIO_GIT_REPOSITORY_SLUG'),
    branch: exceptWith('BITRISE_GIT_TAG', 'BITRISE_GIT_BRANCH'),
    pullRequest: 'BITRISE_PULL_REQUEST',
    job: 'BITRISE_TRIGGERED_WORKFLOW_ID',
    status: 'BITRISE_BUILD_STATUS',
    workspace: 'BITRISE_SOURCE_DIR',
  },
  {
    name: 'Semaphore',
    docs: 'https://docs.semaphore.io/reference/env-vars',
    mark: 'SEMAPHORE',
    repository: 'SEMAPHORE_GIT_REPO_SLUG',
    branch: exceptWith('SEMAPHORE_GIT_TAG_NAME', ['SEMAPHORE_GIT_PR_BRANCH', 'SEMAPHORE_GIT_BRANCH']),
    pullRequest: 'SEMAPHORE_GIT_PR_NUMBER',
    job: 'SEMAPHORE_JOB_NAME',
    leg: indexOf('SEMAPHORE_JOB_INDEX', 'SEMAPHORE_JOB_COUNT'),
    // `none` until the epilogue.
    status: 'SEMAPHORE_JOB_RESULT',
  },
  {
    name: 'Codefresh',
    docs: 'https://codefresh.io/docs/docs/pipelines/variables/',
    mark: 'CF_BUILD_ID',
    repository: joinNames('CF_REPO_OWNER', 'CF_REPO_NAME'),
    branch: 'CF_BRANCH',
    pullRequest: 'CF_PULL_REQUEST_NUMBER',
    job: 'CF_PIPELINE_NAME',
    // When the build was created, in milliseconds.
    startedAt: 'CF_BUILD_TIMESTAMP',
    workspace: 'CF_VOLUME_PATH',
  },
];
