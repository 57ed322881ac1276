import { describe, expect, it } from 'vitest';
import { findClosedPort } from '../support/ports.ts';
import { actJob, runStep } from './act.ts';

const scope = 'ci.octo-org.octo-repo.ci.build';
const waiting = 'Nothing to send yet: the metrics of this job are sent when it ends.\n';

describe.concurrent('job-metrics', () => {
  it.each(['success', 'failure', 'cancelled'] as const)(
    'reports a job that ended in %s',
    async (jobStatus) => {
      const { main, post, mainLines, postLines } = await actJob(
        { 'job-metrics': 'true' },
        { changes: { jobStatus } },
      );
      expect([main.run.exitCode, main.printed, main.run.stdout, mainLines]).toEqual([0, [], waiting, []]);
      expect(main.run.outputs).toEqual({});
      expect([post.run.exitCode, post.printed]).toEqual([0, []]);
      const [duration, ...others] = postLines;
      expect(duration).toMatch(
        /^ci\.octo-org\.octo-repo\.ci\.build\.job\.duration_seconds \d+(\.\d{1,3})? 1700000000$/,
      );
      expect(Number(duration?.split(' ')[1])).toBeGreaterThan(0);
      const outcome = (status: string): string => `job.${status} ${status === jobStatus ? 1 : 0}`;
      expect(others).toEqual(
        [outcome('success'), outcome('failure'), outcome('cancelled'), 'job.attempt 1'].map(
          (line) => `${scope}.${line} 1700000000`,
        ),
      );
    },
  );

  it('reports the attempt', async () => {
    const github = { run_attempt: '3' };
    const { postLines } = await actJob({ 'job-metrics': 'true' }, { github });
    expect(postLines.at(-1)).toBe(`${scope}.job.attempt 3 1700000000`);
  });

  it('uses the end of the job as its timestamp by default', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { postLines } = await actJob({ 'job-metrics': 'true', timestamp: '' });
    for (const line of postLines) expect(Number(line.split(' ')[2])).toBeGreaterThanOrEqual(before);
  });

  it('separates the legs of a matrix by their scalars, also inside maps', async () => {
    const matrix = { os: 'ubuntu-24.04', node: 20, include: { a: 1 }, fast: true, none: null };
    const { post, postLines } = await actJob({ 'job-metrics': 'true' }, { matrix });
    expect(post.printed).toEqual([]);
    expect(postLines[1]).toBe(`${scope}.ubuntu-24_04-20-1-true.job.success 1 1700000000`);
  });

  it.each([
    ['', 'ci.octo-org.octo-repo.job.success 1 1700000000'],
    ['a.b', 'ci.octo-org.octo-repo.a.b.job.success 1 1700000000'],
    ['{workflow}.deploy', 'ci.octo-org.octo-repo.ci.deploy.job.success 1 1700000000'],
  ])('is below the scope %j', async (given, line) => {
    const { postLines } = await actJob({ 'job-metrics': 'true', scope: given });
    expect(postLines[1]).toBe(line);
  });

  it('sends what the user names without a scope, before the end of the job', async () => {
    const { main, mainLines, postLines } = await actJob({ 'job-metrics': 'true', data: 'a: 1' });
    expect(main.run.outputs['delivery']).toBe('confirmed');
    expect(mainLines).toEqual(['ci.octo-org.octo-repo.a 1 1700000000']);
    expect(postLines).toHaveLength(5);
  });

  it('reports a job in which its own step failed', async () => {
    const { main, post, postLines } = await actJob(
      { 'job-metrics': 'true', data: 'a: x' },
      { changes: { jobStatus: 'failure' } },
    );
    expect([main.run.exitCode, post.run.exitCode]).toEqual([1, 0]);
    expect(postLines[2]).toBe(`${scope}.job.failure 1 1700000000`);
  });

  it('reports faults of its inputs at the start and not at the end of the job', async () => {
    const { run } = await runStep({ 'job-metrics': 'true', server: 'carbon:x', retries: '-1' });
    expect([run.exitCode, run.annotations.errors[0]?.split('\n')[0]]).toEqual([
      1,
      'The input has 2 faults. Nothing was sent.',
    ]);
    expect(run.outputs['delivery']).toBe('failed');
  });

  it('ignores what an earlier step wrote to the environment', async () => {
    const env = { 'STATE_started-at-ms': '1', STATE_sampler: '{}' };
    const { main, mainLines, postLines } = await actJob({ 'job-metrics': 'true', data: 'a: 1' }, { env });
    expect([main.run.exitCode, mainLines]).toEqual([0, ['ci.octo-org.octo-repo.a 1 1700000000']]);
    expect(postLines).toHaveLength(5);
  });

  it('does nothing at the end when no input asks for it', async () => {
    const { post, postLines, mainLines } = await actJob({ data: 'a: 1' });
    expect([post.run.exitCode, post.run.stdout, post.printed, postLines]).toEqual([0, '', [], []]);
    expect([mainLines.length, post.run.outputs, post.run.summary]).toEqual([1, {}, '']);
  });

  it('is quiet at the end when a fork has no server', async () => {
    const github = { event_name: 'pull_request', repository: 'acme/app' };
    const event = { pull_request: { head: { repo: { full_name: 'else/app' } } } };
    const { main, post } = await actJob({ server: '', 'job-metrics': 'true' }, { github, event });
    expect(main.printed).toEqual([
      'notice Nothing was sent: a pull request from a fork has no secrets, and server is empty.',
    ]);
    expect([post.run.exitCode, post.run.stdout]).toEqual([0, '']);
  });
});

describe.concurrent('a failed delivery at the end of the job', () => {
  it('does not hide bad input, which is a second warning', async () => {
    const server = await findClosedPort();
    const { post } = await actJob({
      server,
      'job-metrics': 'true',
      when: 'post',
      junit: 'no.xml',
      retries: '0',
    });
    expect(post.run.exitCode).toBe(0);
    expect(post.printed).toEqual([
      expect.stringMatching(/^warning Metrics were not delivered/),
      expect.stringMatching(/^warning junit: no file matches, .* Everything else was to be sent\.$/),
    ]);
    expect(post.run.summary).toContain('junit: no file matches');
  });

  it.each([
    [{}, 0, 'warning'],
    [{ 'fail-on-error': 'false' }, 0, 'warning'],
    [{ 'fail-on-error': 'true' }, 1, 'error'],
  ])('%j: exit code %d and one %s', async (inputs, exitCode, kind) => {
    const server = await findClosedPort();
    const { post } = await actJob({ server, 'job-metrics': 'true', retries: '0', ...inputs });
    expect(post.run.exitCode).toBe(exitCode);
    expect(post.printed).toEqual([
      expect.stringMatching(new RegExp(`^${kind} Metrics were not delivered\\. .*refused.*kept for replay`)),
    ]);
  });
});
