/** The contexts of expressions in action.yml, from which the GITHUB_* and RUNNER_* variables come. */
export interface Contexts {
  readonly github: Readonly<Record<string, unknown>>;
  readonly matrix: unknown;
  readonly strategy: Readonly<Record<string, unknown>>;
  readonly job: Readonly<Record<string, unknown>>;
  readonly runner: Readonly<Record<string, string>>;
}

/** The parts of a job that a test may choose. */
export interface JobOptions {
  /** Replaces entries of the github context: `{ repository: 'acme/app', event_name: 'pull_request' }`. */
  readonly github?: Readonly<Record<string, string | boolean>>;
  readonly event?: Readonly<Record<string, unknown>>;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly strategy?: Readonly<Record<string, unknown>>;
  readonly jobStatus?: 'success' | 'failure' | 'cancelled';
  /** The id of the job's check run; empty on servers that do not provide it. */
  readonly checkRunId?: string;
  readonly debug?: boolean;
}

/** The contexts of a push to the default branch, changed as the test asks. */
export function createContexts(
  options: JobOptions,
  place: { readonly workspace: string; readonly tempDir: string; readonly eventPath: string },
): Contexts {
  const {
    github = {},
    event = {},
    matrix,
    strategy,
    jobStatus = 'success',
    checkRunId,
    debug = false,
  } = options;
  const repository = String(github['repository'] ?? 'octo-org/octo-repo');
  return {
    github: {
      action: '__self',
      action_ref: '',
      action_repository: '',
      actor: 'octocat',
      actor_id: '583231',
      api_url: 'https://api.github.com',
      base_ref: '',
      event_name: 'push',
      event_path: place.eventPath,
      graphql_url: 'https://api.github.com/graphql',
      head_ref: '',
      job: 'build',
      ref: 'refs/heads/main',
      ref_name: 'main',
      ref_protected: false,
      ref_type: 'branch',
      repository,
      repository_id: '1296269',
      repository_owner: repository.split('/')[0] ?? '',
      repository_owner_id: '583232',
      retention_days: '90',
      run_attempt: '1',
      run_id: '1658821493',
      run_number: '42',
      server_url: 'https://github.com',
      sha: 'ffac537e6cbbf934b08745a378932722df287a53',
      token: 'a-token-of-the-test-harness',
      triggering_actor: 'octocat',
      workflow: 'CI',
      workflow_ref: `${repository}/.github/workflows/ci.yml@refs/heads/main`,
      workflow_sha: 'ffac537e6cbbf934b08745a378932722df287a53',
      workspace: place.workspace,
      ...github,
      event,
    },
    matrix: matrix ?? null,
    strategy: { 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1, ...strategy },
    job: { status: jobStatus, ...(checkRunId !== undefined && { check_run_id: checkRunId }) },
    runner: {
      arch: process.arch.toUpperCase(),
      environment: 'github-hosted',
      name: 'GitHub Actions 1',
      os: { win32: 'Windows', darwin: 'macOS' }[process.platform as string] ?? 'Linux',
      temp: place.tempDir,
      tool_cache: place.tempDir,
      workspace: place.workspace,
      ...(debug && { debug: '1' }),
    },
  };
}

/** The GITHUB_* and RUNNER_* variables of a step: the contexts' plain values, never the token or the event. */
export function contextVariables({ github, runner }: Contexts): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(github)) {
    if (name === 'token' || (typeof value !== 'string' && typeof value !== 'boolean')) continue;
    variables[`GITHUB_${name.toUpperCase()}`] = String(value);
  }
  for (const [name, value] of Object.entries(runner)) variables[`RUNNER_${name.toUpperCase()}`] = value;
  return variables;
}
