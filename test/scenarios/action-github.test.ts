import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { actJob } from './act.ts';

const scope = 'ci.octo-org.octo-repo.ci.build';
const job = {
  id: 77,
  run_id: 1658821493,
  run_attempt: 1,
  name: 'build',
  status: 'in_progress',
  conclusion: null,
  created_at: '2026-11-24T10:00:00Z',
  started_at: '2026-11-24T10:00:07Z',
  completed_at: null,
  runner_name: 'GitHub Actions 1',
  steps: [
    {
      name: 'Set up job',
      status: 'completed',
      conclusion: 'success',
      number: 1,
      started_at: '2026-11-24T10:00:07Z',
      completed_at: '2026-11-24T10:00:09Z',
    },
    {
      name: 'Run actions/checkout@v7',
      status: 'completed',
      conclusion: 'success',
      number: 2,
      started_at: '2026-11-24T10:00:09Z',
      completed_at: '2026-11-24T10:00:12Z',
    },
    {
      name: 'Run npm test',
      status: 'completed',
      conclusion: 'failure',
      number: 3,
      started_at: '2026-11-24T10:00:12Z',
      completed_at: '2026-11-24T10:01:12Z',
    },
    {
      name: 'Deploy',
      status: 'completed',
      conclusion: 'skipped',
      number: 4,
      started_at: '2026-11-24T10:01:12Z',
      completed_at: '2026-11-24T10:01:12Z',
    },
    {
      name: 'Post x',
      status: 'in_progress',
      conclusion: null,
      number: 5,
      started_at: '2026-11-24T10:01:12Z',
      completed_at: null,
    },
  ],
};

interface Api extends AsyncDisposable {
  readonly url: string;
  readonly requests: string[];
  readonly tokens: Set<string | undefined>;
}

/** GitHub's API for one path; every other path is not found. */
async function startApi(answers: Readonly<Record<string, { status: number; body: unknown }>>): Promise<Api> {
  const requests: string[] = [];
  const tokens = new Set<string | undefined>();
  const server: Server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    requests.push(path);
    tokens.add(request.headers.authorization);
    const { status, body } = answers[path] ?? { status: 404, body: { message: 'Not Found' } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    tokens,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const byId = '/repos/octo-org/octo-repo/actions/jobs/77';
const byRun = '/repos/octo-org/octo-repo/actions/runs/1658821493/attempts/1/jobs';
const inputs = { 'job-metrics': 'true', 'github-token': 'ghs_a-token-of-this-test' };
const stepLines = [
  'job.queued_seconds 7',
  'job.setup_seconds 2',
  'step.Set_up_job.duration_seconds 2',
  'step.Set_up_job.success 1',
  'step.actions_checkout.duration_seconds 3',
  'step.actions_checkout.success 1',
  'step.npm_test.duration_seconds 60',
  'step.npm_test.success 0',
];

function shorten(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(`${scope}.`, '').replace(/ 1700000000$/, ''));
}

describe.concurrent('with a github-token', () => {
  it("sends the times of the queue, the set-up and the steps of the job with the check run's id", async () => {
    await using api = await startApi({ [byId]: { status: 200, body: job } });
    const { main, post, postLines } = await actJob(inputs, {
      github: { api_url: api.url },
      checkRunId: '77',
    });
    expect([post.run.exitCode, post.printed]).toEqual([0, ['add-mask ghs_a-token-of-this-test']]);
    expect(shorten(postLines).filter((line) => stepLines.includes(line))).toEqual(stepLines);
    expect(postLines).toHaveLength(5 + stepLines.length);
    expect([main.run.masks, api.requests]).toEqual([['ghs_a-token-of-this-test'], [byId]]);
    expect(post.run.summary).not.toContain('ghs_');
    expect(post.run.summary).toContain('gantt');
  });

  it('finds the job by its name without a check run', async () => {
    const other = { ...job, id: 78, name: 'lint', runner_name: 'GitHub Actions 2' };
    const body = { total_count: 2, jobs: [other, job] };
    await using api = await startApi({ [byRun]: { status: 200, body } });
    const { post, postLines } = await actJob(inputs, { github: { api_url: api.url } });
    expect([post.run.exitCode, api.requests]).toEqual([0, [byRun]]);
    expect(shorten(postLines)).toContain('step.npm_test.duration_seconds 60');
  });

  it.each([403, 404])('reports a refusal (%d) as a notice and sends the rest', async (status) => {
    const body = { message: 'Resource not accessible by integration' };
    await using api = await startApi({ [byId]: { status, body } });
    const { post, postLines } = await actJob(inputs, { github: { api_url: api.url }, checkRunId: '77' });
    expect(post.run.exitCode).toBe(0);
    expect(post.run.annotations.notices).toEqual([
      expect.stringMatching(/^github-token: .*permissions: actions: read.*everything else is sent/s),
    ]);
    expect(post.run.annotations.warnings).toEqual([]);
    expect(postLines).toHaveLength(5);
  });

  it('asks nothing without a token or without job-metrics', async () => {
    await using api = await startApi({});
    const github = { api_url: api.url };
    await actJob({ 'job-metrics': 'true' }, { github, checkRunId: '77' });
    await actJob({ 'github-token': 'x', data: 'a: 1' }, { github, checkRunId: '77' });
    expect(api.requests).toEqual([]);
  });
});
