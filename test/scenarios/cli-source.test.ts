import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { startServer } from '../support/faulty-server.ts';

const host = (hostname().split('.')[0] ?? '').replace(/[^A-Za-z0-9_:-]+/g, '_');
const args = ['-m', 'a', '-v', '1', '-t', '1700000000'];
const all = { GITHUB_REPOSITORY: 'acme/app.js', CI_PROJECT_PATH: 'acme/sub/lib', JOB_NAME: 'folder/the job' };

it.each<[string, Readonly<Record<string, string>>, string]>([
  ['no CI', {}, host],
  ['variables, but no CI', all, host],
  ['CI is empty', { ...all, CI: '' }, host],
  ['CI is false', { ...all, CI: 'false' }, host],
  ['CI without a name', { CI: 'true' }, host],
  ['empty names', { CI: 'true', GITHUB_REPOSITORY: '', CI_PROJECT_PATH: '', JOB_NAME: '' }, host],
  ['GitHub', { CI: 'true', GITHUB_REPOSITORY: 'acme/app.js' }, 'acme.app_js'],
  ['GitLab', { CI: 'true', CI_PROJECT_PATH: 'acme/sub/lib' }, 'acme.sub.lib'],
  ['Jenkins', { CI: '1', JOB_NAME: 'folder/the job' }, 'folder.the_job'],
  ['the first of all', { ...all, CI: 'true' }, 'acme.app_js'],
])('the source when none is given: %s', async (_, env, source) => {
  const group = /^(?:true|1)$/.test(env['CI'] ?? '') ? 'ci' : 'systems';
  const run = await runCli([...args, '--dry-run'], { env });
  expect(run).toMatchObject({ exitCode: 0, stdout: `${group}.${source}.a 1 1700000000\n` });
});

it('source.line-names-path: a given source overrides the variables, even if empty', async () => {
  const env = { ...all, CI: 'true' };
  expect((await runCli([...args, '--dry-run', '-s', 'web1'], { env })).stdout).toMatch(/^ci\.web1\.a /);
  expect((await runCli([...args, '--dry-run', '-s', ''], { env })).stdout).toMatch(/^ci\.a /);
});

it('the printed line names the path', async () => {
  await using server = await startServer({ kind: 'closeAfterFin' });
  const where = ['-c', `${server.host}:${server.port}`];
  const one = await runCli([...where, ...args], { env: { ...all, CI: 'true' } });
  expect(one.stdout).toMatch(/ Path: ci\.acme\.app_js\.a\n$/);
  const two = await runCli([...where, '--data', '-', '-s', 'x'], { stdin: 'b: 1\nc: 2\n' });
  expect(two.stdout).toMatch(/ First path: systems\.x\.b\n$/);
});

it('print.no-command: a job of GitHub Actions gets no line that is a command', async () => {
  const args = ['-m', '::error::x', '-v', '1', '-g', '', '-s', '', '--dry-run'];
  const outside = await runCli(args, {});
  expect(outside).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^::error::x 1 \d+\n$/) });
  const inside = await runCli(args, { env: { GITHUB_ACTIONS: 'true' } });
  expect(inside).toMatchObject({ exitCode: 2, stdout: '' });
});
