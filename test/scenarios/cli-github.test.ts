import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { startApiServer } from '../github/api-server.ts';
import { runCli } from '../support/cli.ts';

const step = (name: string, from: string, to: string): Record<string, unknown> => ({
  ...{ name, number: 1, status: 'completed', conclusion: 'success' },
  ...{ started_at: `2026-11-24T10:${from}Z`, completed_at: `2026-11-24T10:${to}Z` },
});
const job = {
  ...{ id: 77, run_id: 9, name: 'build', status: 'in_progress', conclusion: null, runner_name: 'r1' },
  ...{ created_at: '2026-11-24T10:00:00Z', started_at: '2026-11-24T10:00:07Z', completed_at: null },
  steps: [step('Set up job', '00:07', '00:09'), step('Run npm ci', '00:09', '00:40')],
};
const lines = [
  'g.s.ci.build.job.queued_seconds 7',
  'g.s.ci.build.job.setup_seconds 2',
  'g.s.ci.build.step.Set_up_job.duration_seconds 2',
  'g.s.ci.build.step.Set_up_job.success 1',
  'g.s.ci.build.step.npm_ci.duration_seconds 31',
  'g.s.ci.build.step.npm_ci.success 1',
];

/** The environment of a step as the runner sets it. */
function envOf(url: string, token = 'ghs_a-token-of-this-test'): Record<string, string> {
  return {
    ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_TOKEN: token, GITHUB_API_URL: url, RUNNER_NAME: 'r1' },
    ...{ GITHUB_REPOSITORY: 'acme/app', GITHUB_RUN_ID: '9', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'build' },
    GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/ci.yml@refs/heads/main',
  };
}

async function report(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ exitCode: number | null; sent: string[]; printed: string }> {
  await using receiver = await startReceiver();
  const where = ['-c', `127.0.0.1:${receiver.port}`, '-g', 'g', '-s', 's', '-t', '1700000000'];
  const { exitCode, stdout, stderr } = await runCli([...where, ...args], { env });
  const sent = receiver.lines.map(({ text }) => text.replace(/ 1700000000$/, ''));
  return { exitCode, sent, printed: `${stdout}${stderr}` };
}

describe.concurrent('--github-times', () => {
  it.each([
    ['by the name of the job', [], '/repos/acme/app/actions/runs/9/attempts/1/jobs?per_page=100'],
    ['by its check run', ['--check-run-id', '77'], '/repos/acme/app/actions/jobs/77'],
  ])('sends the times that GitHub reports, found %s', async (_, args, path) => {
    await using api = await startApiServer(({ path: asked }) => ({
      body: asked.includes('attempts') ? { total_count: 1, jobs: [job] } : job,
    }));
    const { exitCode, sent, printed } = await report(['--github-times', ...args], envOf(api.url));
    expect([exitCode, sent]).toEqual([0, lines]);
    expect(api.asked.map((one) => one.path)).toEqual([path]);
    expect(printed).not.toContain('ghs_');
  });

  it('sends them with everything else', async () => {
    await using api = await startApiServer(() => ({ body: { total_count: 1, jobs: [job] } }));
    const { sent } = await report(['--github-times', '-m', 'a', '-v', '1'], envOf(api.url));
    expect(sent).toEqual(['g.s.a 1', ...lines]);
  });

  it('reports a refusal of GitHub as a warning and sends the rest', async () => {
    await using api = await startApiServer(() => ({ status: 403, body: { message: 'Forbidden' } }));
    const { exitCode, sent, printed } = await report(
      ['--github-times', '-m', 'a', '-v', '1'],
      envOf(api.url),
    );
    expect([exitCode, sent]).toEqual([0, ['g.s.a 1']]);
    expect(printed).toMatch(/--github-times: .*permissions: actions: read/s);
  });

  it('needs a token, and asks nothing without one', async () => {
    await using api = await startApiServer(() => ({ body: job }));
    const { exitCode, sent, printed } = await report(['--github-times'], envOf(api.url, ''));
    expect([exitCode, sent, api.asked]).toEqual([2, [], []]);
    expect(printed).toContain('github-times: it needs a token in GITHUB_TOKEN');
  });

  it.each([
    ['batch-size', ['--batch-size', 'x']],
    ['spool', ['--spool', '/dev/null']],
    ['tag', ['--tag', 'no value']],
  ])('asks for nothing if an option is wrong: %s', async (name, args) => {
    await using api = await startApiServer(() => ({ body: job }));
    const { exitCode, sent, printed } = await report(['--github-times', ...args], envOf(api.url));
    expect([exitCode, sent, api.asked]).toEqual([2, [], []]);
    expect(printed).toContain(name);
  });
});
