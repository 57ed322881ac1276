import { describe, expect, it } from 'vitest';
import { act, actJob, type Step, type StepInputs } from './act.ts';

const repository = { default_branch: 'main', full_name: 'octo-org/octo-repo' };
const own = { full_name: 'octo-org/octo-repo' };

const onBranch = (name: string): Step => ({
  github: { ref: `refs/heads/${name}`, ref_name: name },
  event: { repository },
});

/** A step in each kind of event, by its name. */
const JOBS: Readonly<Record<string, Step>> = {
  push: onBranch('main'),
  tag: { github: { ref: 'refs/tags/v1', ref_type: 'tag' }, event: { repository } },
  schedule: { github: { event_name: 'schedule' }, event: { schedule: '5 4 * * *' } },
  release: { github: { event_name: 'release', ref: 'refs/tags/v1' }, event: { repository } },
  branch: onBranch('feature/login'),
  pull: {
    github: { event_name: 'pull_request', ref: 'refs/pull/7/merge', head_ref: 'feature/login' },
    event: { repository, pull_request: { head: { ref: 'feature/login', repo: own } } },
  },
  queue: {
    github: { event_name: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7-a' },
    event: { repository },
  },
  follow: {
    github: { event_name: 'workflow_run' },
    event: { repository, workflow_run: { event: 'pull_request', head_branch: 'x', head_repository: own } },
  },
};

describe.concurrent('the group', () => {
  it.each<[job: string, group: string]>([
    ['push', 'ci'],
    ['tag', 'ci'],
    ['schedule', 'ci'],
    ['release', 'ci'],
    ['branch', 'ci-branches'],
    ['pull', 'ci-pull-requests'],
    ['queue', 'ci-pull-requests'],
    ['follow', 'ci-pull-requests'],
  ])('auto of a job for %s is %s, without a notice', async (job, group) => {
    const { lines, printed } = await act({ source: '', metric: 'a', value: '1' }, JOBS[job]);
    expect({ lines, printed }).toEqual({ lines: [`${group}.a 1 1700000000`], printed: [] });
  });

  it.each<[inputs: StepInputs, path: string]>([
    [{ group: 'ci' }, 'ci.a'],
    [{ group: '' }, 'a'],
    [{ group: 'web.prod' }, 'web.prod.a'],
  ])('%j is kept in a pull request, and a notice warns that the series mix', async (inputs, path) => {
    const { lines, printed } = await act({ source: '', metric: 'a', value: '1', ...inputs }, JOBS['pull']);
    expect(lines).toEqual([`${path} 1 1700000000`]);
    expect(printed).toEqual([
      `notice This job builds a pull request, and the group "${inputs['group']}" does not depend on that: its points mix with those of the default branch. Leave group out (auto) to keep them apart as ci-pull-requests, or name branches to send from.`,
    ]);
  });

  it.each<[name: string, inputs: StepInputs, job: string]>([
    ['on the default branch', { group: 'web' }, 'push'],
    ['for a tag', { group: 'web' }, 'tag'],
    ['where it is the group of pull requests', { group: 'ci-pull-requests' }, 'pull'],
    ['where the branch is in the source', { group: 'web', source: 'acme/feature/login' }, 'branch'],
  ])('given by the user prints no notice %s', async (_, inputs, job) => {
    const { printed } = await act({ metric: 'a', value: '1', ...inputs }, JOBS[job]);
    expect(printed).toEqual([]);
  });

  it('is that of pull requests at the end of the job too, with one notice for a given group', async () => {
    const auto = await actJob({ source: '', metric: 'a', value: '1', when: 'post' }, JOBS['pull']);
    expect(auto.postLines).toEqual(['ci-pull-requests.a 1 1700000000']);
    const given = await actJob({ group: 'ci', metric: 'a', value: '1', when: 'post' }, JOBS['pull']);
    expect([given.main.printed.length, given.post.printed.length]).toEqual([1, 0]);
  });
});

describe.concurrent('branches', () => {
  it.each<[branches: string, job: string, isSent: boolean]>([
    ['main', 'push', true],
    ['main', 'branch', false],
    ['main\nfeature/**', 'branch', true],
    ['**\n!feature/**', 'pull', false],
    ['feature/*', 'pull', true],
    ['**', 'tag', false],
    ['  \n', 'branch', true],
  ])('%j in a job for %s: %s', async (branches, job, isSent) => {
    const { main, post, mainLines, postLines } = await actJob(
      { branches, metric: 'a', value: '1', 'job-metrics': 'true' },
      JOBS[job],
    );
    expect([mainLines.length > 0, postLines.length > 0]).toEqual([isSent, isSent]);
    expect([main.run.exitCode, post.run.exitCode]).toEqual([0, 0]);
    expect(main.run.outputs['delivery']).toBe(isSent ? 'confirmed' : 'skipped');
    if (isSent) return;
    expect(main.run.stdout).toContain(`Nothing was sent: branches is "`);
    expect(post.run.stdout).toBe('');
  });

  it.each(['- main\n- dev', "'main'", 'main, dev', 'main # ours'])(
    'written as %j says how to write them',
    async (branches) => {
      const { run } = await act({ branches, metric: 'a', value: '1' }, JOBS['push']);
      expect(run.stdout).toContain('Write one pattern a line, without commas, dashes, quotes and comments.');
    },
  );

  it('reports a bad input on every branch', async () => {
    const { run } = await act({ branches: 'main', metric: 'a', value: '1', port: 'x' }, JOBS['branch']);
    expect([run.exitCode, run.outputs['delivery']]).toEqual([1, 'failed']);
    expect(run.annotations.errors.join()).toContain('port: ');
  });
});
