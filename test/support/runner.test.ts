import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAction, runPost } from './runner.ts';
import { createTempDir, type TempDir } from './temp-dir.ts';

const manifest = `
name: toy
description: toy
inputs:
  Api-Key: { description: k, required: true }
  two words: { description: t, default: 12 }
  flag: { description: f, default: false }
  source: { description: s, default: '\${{ github.repository }}' }
  matrix: { description: m, default: '\${{ toJSON(matrix) }}' }
  legs: { description: l, default: '\${{ strategy.job-total }} of \${{ job.status }}' }
  number: { description: n, default: '\${{ github.event.number }}' }
runs: { using: node24, main: dist/main.js, post: dist/post.js }
`;

const dump = `
import { appendFileSync, readFileSync } from 'node:fs';
const { env } = process;
appendFileSync(env.GITHUB_OUTPUT, 'env<<END\\n' + JSON.stringify(env) + '\\nEND\\n');
appendFileSync(env.GITHUB_OUTPUT, 'stdin=' + readFileSync(0, 'utf8').length + '\\n');
appendFileSync(env.GITHUB_OUTPUT, 'cwd=' + process.cwd() + '\\nnode=' + process.version + '\\n');
`;

async function createToy(scripts: { main: string; post?: string }, yaml = manifest): Promise<TempDir> {
  const dir = await createTempDir('toy-');
  const files = { 'action.yml': yaml, 'package.json': '{"type":"module"}' };
  const built = { 'dist/main.js': scripts.main, 'dist/post.js': scripts.post ?? '' };
  for (const [name, text] of Object.entries({ ...files, ...built })) {
    await mkdir(dirname(join(dir.path, name)), { recursive: true });
    await writeFile(join(dir.path, name), text);
  }
  return dir;
}

describe('runAction', () => {
  it("sets only the inputs and the contexts, without the test's environment", async () => {
    await using toy = await createToy({ main: dump });
    const run = await runAction({
      actionDir: toy.path,
      inputs: { 'API-key': ' secret\n', extra: '1' },
      env: { STEP_ENV: 'yes', GITHUB_SHA: 'not this' },
      github: { repository: 'acme/app', event_name: 'pull_request' },
      event: { number: 7 },
      matrix: { os: 'linux', node: 24 },
      strategy: { 'job-total': 4 },
    });
    const env = JSON.parse(run.outputs['env'] ?? '') as Record<string, string>;
    expect(run).toMatchObject({ exitCode: 0, signal: null, stderr: '', unknownInputs: ['extra'] });
    expect(run.outputs).toMatchObject({
      stdin: '0',
      cwd: await realpath(run.workspace),
      node: process.version,
    });
    expect(env).toMatchObject({
      'INPUT_API-KEY': ' secret\n',
      INPUT_TWO_WORDS: '12',
      INPUT_FLAG: 'false',
      INPUT_SOURCE: 'acme/app',
      INPUT_MATRIX: '{\n  "os": "linux",\n  "node": 24\n}',
      INPUT_LEGS: '4 of success',
      INPUT_NUMBER: '7',
      STEP_ENV: 'yes',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_WORKSPACE: run.workspace,
      RUNNER_TEMP: run.tempDir,
    });
    expect(env['GITHUB_SHA']).toMatch(/^[0-9a-f]{40}$/);
    expect(
      Object.keys(env).filter((name) =>
        /VITEST|GITHUB_(TOKEN|EVENT)$|RUNNER_DEBUG|^STATE_|^NODE_/.test(name),
      ),
    ).toEqual([]);
  });

  it('reads what the action prints on both streams and in its files', async () => {
    const main = `
      import { appendFileSync } from 'node:fs';
      console.log('::notice title=t::one%0Atwo\\n##[warning]w\\n::add-mask::hush');
      console.error('::error::from stderr');
      for (const [name, text] of [['OUTPUT', 'o=1'], ['STATE', 's=2'], ['ENV', 'e=3'], ['PATH', '/p'], ['STEP_SUMMARY', '# s']])
        appendFileSync(process.env['GITHUB_' + name], text + '\\n');
      process.exitCode = 3;`;
    await using toy = await createToy({ main, post: `${dump}console.log('post')` });
    const run = await runAction({ actionDir: toy.path });
    expect(run).toMatchObject({
      exitCode: 3,
      annotations: { notices: ['one\ntwo'], warnings: ['w'], errors: ['from stderr'] },
      masks: ['hush'],
      commandsStopped: false,
      outputs: { o: '1' },
      state: { s: '2' },
      env: { e: '3' },
      paths: ['/p'],
      summary: '# s\n',
    });
    const post = await runPost(run, { jobStatus: 'failure' });
    const env = JSON.parse(post.outputs['env'] ?? '') as Record<string, string>;
    expect(post).toMatchObject({ stdout: 'post\n', workspace: run.workspace });
    expect(env).toMatchObject({
      STATE_s: '2',
      INPUT_LEGS: '1 of failure',
      INPUT_MATRIX: 'null',
      INPUT_NUMBER: '',
    });
  });

  it('throws what would make the runner fail the step', async () => {
    const main = `
      import { appendFileSync } from 'node:fs';
      appendFileSync(process.env.GITHUB_OUTPUT, 'no equals sign\\n');`;
    await using toy = await createToy({ main });
    await expect(runAction({ actionDir: toy.path })).rejects.toThrow('rejects the line "no equals sign"');
  });

  it('throws on an unknown expression', async () => {
    await using toy = await createToy(
      { main: '' },
      manifest.replace('job.status', 'secrets.A || github.sha'),
    );
    await expect(runAction({ actionDir: toy.path })).rejects.toThrow(
      'does not know the expression secrets.A || github.sha',
    );
  });

  it('sends signals when the action reached a point', async () => {
    const main = `
      process.on('SIGINT', () => console.log('interrupted'));
      setInterval(() => {}, 1000);
      console.log('ready');`;
    await using toy = await createToy({ main });
    const run = await runAction({
      actionDir: toy.path,
      kill: [
        { signal: 'SIGINT', after: /ready/ },
        { signal: 'SIGTERM', after: /interrupted/ },
      ],
    });
    expect(run).toMatchObject({ exitCode: null, signal: 'SIGTERM', stdout: 'ready\ninterrupted\n' });
  });

  it('gives up on an action that does not end', async () => {
    await using toy = await createToy({ main: 'console.log("still here"); setInterval(() => {}, 1000);' });
    await expect(runAction({ actionDir: toy.path, timeoutMs: 500 })).rejects.toThrow('still here');
  });
});
