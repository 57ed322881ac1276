import { describe, expect, it } from 'vitest';
import { AUTO_GROUPS } from '../../src/ci/build.ts';
import { detectSystems, readCiJob } from '../../src/ci/read-ci-job.ts';
import { type CiJob, findJobNames } from '../../src/ci/read-system.ts';
import { SYSTEMS } from '../../src/ci/systems.ts';

type Env = Readonly<Record<string, string>>;

/** The expected job, without undefined values. */
type Wanted = Partial<Omit<CiJob, 'system' | 'build'>> & {
  readonly branch?: string | undefined;
  readonly group?: string;
};

interface Case {
  readonly system: string;
  /** The variables of a job, from the system's documentation (`docs` of its row). */
  readonly env: Env;
  readonly wanted: Wanted;
  /** Other jobs of the same system: the added variables, and the changes that follow. */
  readonly others?: ReadonlyArray<readonly [title: string, env: Env, wanted: Wanted]>;
}

const CASES: readonly Case[] = [
  {
    system: 'GitHub Actions',
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/widgets',
      GITHUB_WORKFLOW: 'Shown name',
      GITHUB_WORKFLOW_REF: 'acme/widgets/.github/workflows/ci.yml@refs/heads/main',
      GITHUB_JOB: 'test',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ATTEMPT: '2',
    },
    wanted: { repository: 'acme/widgets', workflow: 'ci', job: 'test', attempt: 2, branch: 'main' },
    others: [
      [
        'a branch that is called like a workflow',
        { GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/v1.2.yml@refs/heads/a@b/.github/workflows/x.yml@c' },
        { workflow: 'v1.2' },
      ],
      [
        'a workflow without a file',
        { GITHUB_WORKFLOW_REF: 'dynamic/pages@refs/heads/main' },
        { workflow: 'Shown name' },
      ],
      [
        'a workflow without a name or reference',
        { GITHUB_WORKFLOW_REF: '', GITHUB_WORKFLOW: '.github/workflows/nightly.yaml' },
        { workflow: 'nightly' },
      ],
      [
        'a pull request',
        { GITHUB_EVENT_NAME: 'pull_request', GITHUB_HEAD_REF: 'fix' },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
    ],
  },
  {
    system: 'Gitea or Forgejo Actions',
    env: {
      CI: 'true',
      GITEA_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/widgets',
      GITHUB_WORKFLOW: 'ci.yaml',
      GITHUB_JOB: 'build',
      GITHUB_RUN_ATTEMPT: '1',
    },
    wanted: { repository: 'acme/widgets', workflow: 'ci', job: 'build', attempt: 1 },
    others: [
      [
        'a reference of Gitea',
        { GITHUB_WORKFLOW_REF: 'acme/widgets/.gitea/workflows/build.yml@refs/heads/x' },
        { workflow: 'build' },
      ],
      [
        'a reference of Forgejo',
        { GITHUB_WORKFLOW_REF: 'acme/widgets/.forgejo/workflows/lint.yaml@refs/heads/x' },
        { workflow: 'lint' },
      ],
      ['a name with a dot', { GITHUB_WORKFLOW: 'Build all.yml files' }, { workflow: 'Build all.yml files' }],
      ['Forgejo alone', { GITEA_ACTIONS: '', FORGEJO_ACTIONS: 'true' }, {}],
    ],
  },
  {
    system: 'GitLab CI/CD',
    env: {
      CI: 'true',
      GITLAB_CI: 'true',
      CI_PROJECT_PATH: 'acme/sub/widgets',
      CI_COMMIT_BRANCH: 'main',
      CI_DEFAULT_BRANCH: 'main',
      CI_JOB_NAME: 'test',
      CI_NODE_TOTAL: '1',
      CI_JOB_STATUS: 'success',
      CI_JOB_STARTED_AT: '2026-11-27T10:00:00Z',
    },
    wanted: {
      repository: 'acme/sub/widgets',
      job: 'test',
      branch: 'main',
      status: 'success',
      startedAt: '2026-11-27T10:00:00Z',
    },
    others: [
      ['gitlab-ci-local', { GITLAB_CI: 'false' }, {}],
      [
        'a matrix',
        { CI_JOB_NAME: 'test: [20, linux]', CI_NODE_INDEX: '1', CI_NODE_TOTAL: '4' },
        { job: 'test', leg: '20-linux' },
      ],
      ['a name with brackets', { CI_JOB_NAME: 'a: [b] c' }, { job: 'a: [b] c' }],
      [
        'a parallel job',
        { CI_JOB_NAME: 'test 2/3', CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' },
        { job: 'test', leg: '2' },
      ],
      ['a name that only looks like that', { CI_JOB_NAME: 'test 2/3' }, { job: 'test 2/3' }],
      ['another branch', { CI_COMMIT_BRANCH: 'fix' }, { branch: 'fix', group: 'ci-branches' }],
      [
        'a merge request',
        { CI_COMMIT_BRANCH: '', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'fix' },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
      ['a tag', { CI_COMMIT_BRANCH: '', CI_COMMIT_TAG: 'v1' }, { branch: undefined }],
    ],
  },
  {
    system: 'Jenkins',
    env: {
      JENKINS_URL: 'https://jenkins.example.com/',
      JOB_NAME: 'folder/app/main',
      BRANCH_NAME: 'main',
      BRANCH_IS_PRIMARY: 'true',
      STAGE_NAME: 'Test',
    },
    wanted: { repository: 'folder/app', job: 'Test', branch: 'main' },
    others: [
      [
        'a branch with a slash',
        { JOB_NAME: 'folder/app/feature%2Flogin', BRANCH_NAME: 'feature/login', BRANCH_IS_PRIMARY: '' },
        { branch: 'feature/login', group: 'ci-branches' },
      ],
      ['a main branch that is not marked', { BRANCH_IS_PRIMARY: '' }, {}],
      [
        'a primary branch of another name',
        { JOB_NAME: 'folder/app/develop', BRANCH_NAME: 'develop' },
        { branch: 'develop' },
      ],
      [
        'a pull request',
        {
          JOB_NAME: 'folder/app/PR-7',
          BRANCH_NAME: 'PR-7',
          BRANCH_IS_PRIMARY: '',
          CHANGE_ID: '7',
          CHANGE_BRANCH: 'fix',
        },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
      [
        'a tag',
        { JOB_NAME: 'folder/app/v1.0', BRANCH_NAME: 'v1.0', BRANCH_IS_PRIMARY: '', TAG_NAME: 'v1.0' },
        { branch: undefined },
      ],
      [
        'a job without branches',
        { JOB_NAME: 'folder/the job', BRANCH_NAME: '', BRANCH_IS_PRIMARY: '' },
        { repository: 'folder/the job', branch: undefined },
      ],
      [
        'a name that is no code',
        { JOB_NAME: 'app/50%', BRANCH_NAME: '50%' },
        { repository: 'app', branch: '50%' },
      ],
      [
        'a cell of a matrix project',
        { JOB_NAME: 'app/jdk=21,os=linux', BRANCH_NAME: '' },
        { repository: 'app', leg: '21-linux', branch: undefined },
      ],
      ['the end of a declarative pipeline', { STAGE_NAME: 'Declarative: Post Actions' }, { job: undefined }],
      ['no URL', { JENKINS_URL: '', BUILD_TAG: 'jenkins-folder-app-main-12' }, {}],
    ],
  },
  {
    system: 'CircleCI',
    env: {
      CI: 'true',
      CIRCLECI: 'true',
      CIRCLE_PROJECT_USERNAME: 'acme',
      CIRCLE_PROJECT_REPONAME: 'widgets',
      CIRCLE_JOB: 'test-20.1',
      CIRCLE_BRANCH: 'main',
      CIRCLE_NODE_INDEX: '0',
      CIRCLE_NODE_TOTAL: '1',
    },
    wanted: { repository: 'acme/widgets', job: 'test-20.1', branch: 'main' },
    others: [
      ['a parallel job', { CIRCLE_NODE_INDEX: '3', CIRCLE_NODE_TOTAL: '4' }, { leg: '3' }],
      [
        'a pull request',
        { CIRCLE_PULL_REQUEST: 'https://github.com/acme/widgets/pull/7' },
        { group: 'ci-pull-requests' },
      ],
      [
        'a pull request of a fork',
        { CIRCLE_BRANCH: 'pull/7', CIRCLE_PR_NUMBER: '7' },
        { branch: 'pull/7', group: 'ci-pull-requests' },
      ],
      [
        'a project that has an address alone',
        { CIRCLE_PROJECT_REPONAME: '', CIRCLE_REPOSITORY_URL: 'git@gitlab.com:acme/gears.git' },
        { repository: 'acme/gears' },
      ],
    ],
  },
  {
    system: 'Buildkite',
    env: {
      CI: 'true',
      BUILDKITE: 'true',
      BUILDKITE_ORGANIZATION_SLUG: 'acme-inc',
      BUILDKITE_PIPELINE_SLUG: 'widgets',
      BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main',
      BUILDKITE_BRANCH: 'main',
      BUILDKITE_PULL_REQUEST: 'false',
      BUILDKITE_STEP_KEY: 'test',
      BUILDKITE_LABEL: ':hammer: Tests',
      BUILDKITE_RETRY_COUNT: '0',
      BUILDKITE_COMMAND_EXIT_STATUS: '0',
    },
    wanted: { repository: 'acme-inc/widgets', job: 'test', branch: 'main', status: '0', attempt: 1 },
    others: [
      ['a step without a key', { BUILDKITE_STEP_KEY: '' }, { job: ':hammer: Tests' }],
      ['a parallel step', { BUILDKITE_PARALLEL_JOB: '0', BUILDKITE_PARALLEL_JOB_COUNT: '2' }, { leg: '0' }],
      [
        'a retry',
        { BUILDKITE_RETRY_COUNT: '1', BUILDKITE_COMMAND_EXIT_STATUS: '255' },
        { attempt: 2, status: '255' },
      ],
      ['a branch', { BUILDKITE_BRANCH: 'fix' }, { branch: 'fix', group: 'ci-branches' }],
      [
        'a pull request',
        { BUILDKITE_BRANCH: 'fix', BUILDKITE_PULL_REQUEST: '7' },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
      ['a tag', { BUILDKITE_BRANCH: 'v1', BUILDKITE_TAG: 'v1' }, { branch: undefined }],
    ],
  },
  {
    system: 'Azure Pipelines',
    env: {
      TF_BUILD: 'True',
      BUILD_REPOSITORY_NAME: 'acme/widgets',
      BUILD_SOURCEBRANCH: 'refs/heads/main',
      BUILD_REASON: 'IndividualCI',
      SYSTEM_STAGENAME: '__default',
      SYSTEM_PHASENAME: 'test',
      SYSTEM_JOBNAME: '__default',
      SYSTEM_JOBATTEMPT: '1',
      SYSTEM_PIPELINESTARTTIME: '2026-11-27 10:00:00+00:00',
      AGENT_JOBSTATUS: 'Succeeded',
    },
    wanted: {
      repository: 'acme/widgets',
      job: 'test',
      branch: 'main',
      status: 'Succeeded',
      startedAt: '2026-11-27 10:00:00+00:00',
      attempt: 1,
    },
    others: [
      [
        'a stage and a leg',
        { SYSTEM_STAGENAME: 'build', SYSTEM_JOBNAME: 'linux' },
        { workflow: 'build', leg: 'linux' },
      ],
      ['a job whose name is there twice', { SYSTEM_JOBNAME: 'test' }, {}],
      [
        'the other form of the status',
        { AGENT_JOBSTATUS: '', 'agent.jobstatus': 'Canceled' },
        { status: 'Canceled' },
      ],
      [
        'a pull request',
        {
          BUILD_SOURCEBRANCH: 'refs/pull/7/merge',
          SYSTEM_PULLREQUEST_PULLREQUESTID: '42',
          SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/fix',
        },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
      ['a tag', { BUILD_SOURCEBRANCH: 'refs/tags/v1' }, { branch: undefined }],
    ],
  },
  {
    system: 'Woodpecker',
    env: {
      CI: 'woodpecker',
      CI_REPO: 'acme/widgets',
      CI_REPO_DEFAULT_BRANCH: 'main',
      CI_COMMIT_BRANCH: 'main',
      CI_WORKFLOW_NAME: 'test',
      CI_PIPELINE_STATUS: 'success',
      CI_PIPELINE_STARTED: '1795773600',
    },
    wanted: {
      repository: 'acme/widgets',
      job: 'test',
      branch: 'main',
      status: 'success',
      startedAt: '1795773600',
    },
    others: [
      [
        'the third run',
        { CI_PIPELINE_RERUNS: '2', CI_PIPELINE_STATUS: 'failure' },
        { attempt: 3, status: 'failure' },
      ],
      ['a branch', { CI_COMMIT_BRANCH: 'fix' }, { branch: 'fix', group: 'ci-branches' }],
      [
        'a pull request',
        { CI_COMMIT_PULL_REQUEST: '7', CI_COMMIT_SOURCE_BRANCH: 'fix' },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
      ['a tag', { CI_COMMIT_TAG: 'v1' }, { branch: undefined }],
    ],
  },
  {
    system: 'Drone',
    env: {
      CI: 'true',
      DRONE: 'true',
      DRONE_REPO: 'acme/widgets',
      DRONE_REPO_BRANCH: 'main',
      DRONE_BRANCH: 'main',
      DRONE_STAGE_NAME: 'test',
      DRONE_BUILD_STATUS: 'failure',
      DRONE_BUILD_STARTED: '1795773600',
    },
    wanted: {
      repository: 'acme/widgets',
      job: 'test',
      branch: 'main',
      status: 'failure',
      startedAt: '1795773600',
    },
    others: [
      [
        'a stage that began later',
        { DRONE_STAGE_STARTED: '1795773700', DRONE_STAGE_STATUS: 'success' },
        { startedAt: '1795773700', status: 'success' },
      ],
      ['a branch', { DRONE_BRANCH: 'fix' }, { branch: 'fix', group: 'ci-branches' }],
      [
        'a pull request',
        { DRONE_PULL_REQUEST: '7', DRONE_SOURCE_BRANCH: 'fix' },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
      ['a tag', { DRONE_TAG: 'v1' }, { branch: undefined }],
    ],
  },
  {
    system: 'Bitbucket Pipelines',
    env: {
      CI: 'true',
      BITBUCKET_BUILD_NUMBER: '12',
      BITBUCKET_REPO_FULL_NAME: 'acme/widgets',
      BITBUCKET_BRANCH: 'main',
      BITBUCKET_EXIT_CODE: '1',
      BITBUCKET_STEP_RUN_NUMBER: '1',
    },
    wanted: { repository: 'acme/widgets', branch: 'main', status: '1', attempt: 1 },
    others: [
      ['a parallel step', { BITBUCKET_PARALLEL_STEP: '1', BITBUCKET_PARALLEL_STEP_COUNT: '3' }, { leg: '1' }],
      ['a pull request', { BITBUCKET_PR_ID: '7' }, { group: 'ci-pull-requests' }],
    ],
  },
  {
    system: 'TeamCity',
    env: { TEAMCITY_VERSION: '2025.07', TEAMCITY_PROJECT_NAME: 'Widgets', TEAMCITY_BUILDCONF_NAME: 'Test' },
    wanted: { repository: 'Widgets', job: 'Test' },
  },
  {
    system: 'Travis CI',
    env: {
      CI: 'true',
      TRAVIS: 'true',
      TRAVIS_REPO_SLUG: 'acme/widgets',
      TRAVIS_BRANCH: 'main',
      TRAVIS_PULL_REQUEST: 'false',
      TRAVIS_JOB_NAME: 'unit',
      TRAVIS_JOB_NUMBER: '4.1',
      TRAVIS_TEST_RESULT: '0',
    },
    wanted: { repository: 'acme/widgets', job: 'unit', branch: 'main', status: '0' },
    others: [
      ['a job without a name', { TRAVIS_JOB_NAME: '' }, { job: undefined, leg: '1' }],
      [
        'a pull request',
        { TRAVIS_PULL_REQUEST: '7', TRAVIS_PULL_REQUEST_BRANCH: 'fix' },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
      ['a tag', { TRAVIS_TAG: 'v1', TRAVIS_BRANCH: 'v1' }, { branch: undefined }],
    ],
  },
  {
    system: 'AppVeyor',
    env: {
      CI: 'True',
      APPVEYOR: 'True',
      APPVEYOR_REPO_NAME: 'acme/widgets',
      APPVEYOR_REPO_BRANCH: 'main',
      APPVEYOR_REPO_TAG: 'false',
      APPVEYOR_JOB_NAME: 'unit',
    },
    wanted: { repository: 'acme/widgets', job: 'unit', branch: 'main' },
    others: [
      [
        'a leg of a matrix',
        { APPVEYOR_JOB_NAME: 'Image: Ubuntu2204; Platform: x64; Environment: NODE=20, DB=a=b' },
        { job: undefined, leg: 'Ubuntu2204-x64-20-a=b' },
      ],
      [
        'a variable without a value',
        { APPVEYOR_JOB_NAME: 'Environment: var_first=1, var_second=' },
        { job: undefined, leg: '1-' },
      ],
      [
        'a name that begins like a leg',
        { APPVEYOR_JOB_NAME: 'Platform: x64; fast' },
        { job: 'Platform: x64; fast', leg: undefined },
      ],
      ['a job without a name', { APPVEYOR_JOB_NAME: '' }, { job: undefined, leg: undefined }],
      [
        'a pull request',
        { APPVEYOR_PULL_REQUEST_NUMBER: '7', APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH: 'fix' },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
      ['a tag', { APPVEYOR_REPO_TAG: 'true', APPVEYOR_REPO_BRANCH: 'v1' }, { branch: undefined }],
    ],
  },
  {
    system: 'Bitrise',
    env: {
      CI: 'true',
      BITRISE_IO: 'true',
      BITRISEIO_GIT_REPOSITORY_OWNER: 'acme',
      BITRISEIO_GIT_REPOSITORY_SLUG: 'widgets',
      BITRISE_GIT_BRANCH: 'main',
      BITRISE_TRIGGERED_WORKFLOW_ID: 'primary',
      BITRISE_BUILD_STATUS: '0',
    },
    wanted: { repository: 'acme/widgets', job: 'primary', branch: 'main', status: '0' },
    others: [['a pull request', { BITRISE_PULL_REQUEST: '7' }, { group: 'ci-pull-requests' }]],
  },
  {
    system: 'Semaphore',
    env: {
      CI: 'true',
      SEMAPHORE: 'true',
      SEMAPHORE_GIT_REPO_SLUG: 'acme/widgets',
      SEMAPHORE_GIT_BRANCH: 'main',
      SEMAPHORE_JOB_NAME: 'Unit tests',
      SEMAPHORE_JOB_RESULT: 'passed',
    },
    wanted: { repository: 'acme/widgets', job: 'Unit tests', branch: 'main', status: 'passed' },
    others: [
      ['a parallel job', { SEMAPHORE_JOB_INDEX: '2', SEMAPHORE_JOB_COUNT: '4' }, { leg: '2' }],
      [
        'a pull request',
        { SEMAPHORE_GIT_PR_NUMBER: '7', SEMAPHORE_GIT_PR_BRANCH: 'fix' },
        { branch: 'fix', group: 'ci-pull-requests' },
      ],
    ],
  },
  {
    system: 'Codefresh',
    env: {
      CF_BUILD_ID: '5f0c',
      CF_REPO_OWNER: 'acme',
      CF_REPO_NAME: 'widgets',
      CF_BRANCH: 'main',
      CF_PIPELINE_NAME: 'widgets/test',
      CF_BUILD_TIMESTAMP: '1795773600123',
    },
    wanted: {
      repository: 'acme/widgets',
      job: 'widgets/test',
      branch: 'main',
      startedAt: new Date(1_795_773_600_123),
    },
    others: [['a pull request', { CF_PULL_REQUEST_NUMBER: '7' }, { group: 'ci-pull-requests' }]],
  },
];

/** The result without undefined values. */
function flatten(job: CiJob | undefined): object {
  const { build, ...found } = job as CiJob;
  const all = { ...found, branch: build.branch, group: AUTO_GROUPS[build.kind] };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

it('every system has a case, and a page of its documentation', () => {
  expect(CASES.map(({ system }) => system)).toEqual(SYSTEMS.map(({ name }) => name));
  for (const { docs } of SYSTEMS) expect(docs).toMatch(/^https:\/\//);
});

describe.each(CASES)('$system', ({ env, wanted, others = [], system }) => {
  const all = { group: 'ci', ...wanted };

  it('gives what its documentation describes', () => {
    expect(detectSystems(env)[0]?.name).toBe(system);
    expect(flatten(readCiJob(env))).toEqual(all);
  });

  it.each(others)('%s', (_, added, changed) => {
    const job = readCiJob({ ...env, ...added });
    expect(detectSystems({ ...env, ...added })[0]?.name).toBe(system);
    const changes = Object.entries({ ...all, ...changed }).filter(([, value]) => value !== undefined);
    expect(flatten(job)).toEqual(Object.fromEntries(changes));
  });
});

it.each<[Env]>([[{}], [{ CI: '' }], [{ CI: 'false', CI_REPO: 'a/b' }], [{ JOB_NAME: 'x', WORKSPACE: '/' }]])(
  'there is no job outside CI: %j',
  (env) => {
    expect(readCiJob(env)).toBeUndefined();
  },
);

it('an unknown system is read by the names of a known one, without a status', () => {
  const env = { CI: '1', CI_PROJECT_PATH: 'acme/lib', STAGE_NAME: 'test', CI_JOB_STATUS: 'success' };
  const job = readCiJob(env);
  expect(job).toMatchObject({ repository: 'acme/lib', job: 'test', status: undefined });
});

it('an attempt that is not a number from 1 is ignored', () => {
  for (const attempt of ['', '0', '-1', '1.5', 'x', '12345678'])
    expect(readCiJob({ GITHUB_ACTIONS: '1', GITHUB_RUN_ATTEMPT: attempt })?.attempt).toBeUndefined();
});

it('the names of a job contain the given leg, or else that of the system', () => {
  const job = readCiJob({ GITLAB_CI: 'true', CI_JOB_NAME: 'test: [20, linux]' }) as CiJob;
  expect(findJobNames(job)).toEqual({ workflow: '', job: 'test', matrix: '20-linux' });
  const leg = ['ubuntu-24.04', '', '20', 'true'];
  expect(findJobNames(job, leg)).toEqual({ workflow: '', job: 'test', matrix: 'ubuntu-24.04-20-true' });
});
