import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { update } from '../../src/index.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { runCli } from '../support/cli.ts';
import { runPost } from '../support/runner.ts';
import { createWorkspace, runStep, type StepRun } from './act.ts';

const KEY = 'deadbeef-0123-K3Y';

/** Everything of a step without its masks and its state: log, outputs, summary and files. */
async function readAll({ run }: StepRun): Promise<string> {
  const log = run.stdout.split('\n').filter((text) => !text.startsWith('::add-mask::'));
  const folder = join(run.tempDir, 'carbon-undelivered');
  const names = await readdir(folder).catch(() => []);
  const kept = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return [...log, run.stderr, run.summary, JSON.stringify(run.outputs), ...names, ...kept].join('\n');
}

describe.concurrent('api-key', () => {
  it('is the prefix of each sent path, is masked and never printed', async () => {
    await using receiver = await startReceiver();
    const server = `127.0.0.1:${receiver.port}`;
    const files = { 'old.txt': 'x.y 2 1700000001\nx.z;a=b 3 1700000001\n' };
    const inputs = {
      server,
      group: 'g',
      source: '',
      data: 'a: 1\nb: 2',
      replay: 'old.txt',
      tags: 'os: linux',
    };
    const step = await runStep({ ...inputs, 'api-key': KEY, 'batch-size': '1' }, { files });
    expect([step.run.exitCode, step.run.masks]).toEqual([0, [KEY]]);
    expect(receiver.lines.map(({ text }) => text)).toEqual([
      `${KEY}.g.a;os=linux 1 1700000000`,
      `${KEY}.g.b;os=linux 2 1700000000`,
      `${KEY}.x.y 2 1700000001`,
      `${KEY}.x.z;a=b 3 1700000001`,
    ]);
    expect(await readAll(step)).not.toContain(KEY);
  });

  it('is not in the spool, and a replay adds it again', async () => {
    await using receiver = await startReceiver();
    const failed = await runStep({
      server: '127.0.0.1:1',
      retries: '0',
      metric: 'a',
      value: '1',
      'api-key': KEY,
    });
    expect(failed.run.exitCode).toBe(1);
    expect(await readAll(failed)).not.toContain(KEY);
    const again = await runStep({
      server: `127.0.0.1:${receiver.port}`,
      replay: `${failed.run.tempDir}/carbon-undelivered/*.txt`,
      'api-key': `${KEY}.more`,
    });
    expect(again.run.exitCode).toBe(0);
    expect(receiver.lines.map(({ text }) => text)).toEqual([
      `${KEY}.more.ci.octo-org.octo-repo.a 1 1700000000`,
    ]);
  });

  it('is not in the lines of a dry run', async () => {
    const step = await runStep({ 'dry-run': 'true', metric: 'a', value: '1', 'api-key': KEY });
    expect([step.run.exitCode, await readAll(step)]).toEqual([0, expect.stringContaining('.a 1 1700000000')]);
    expect(await readAll(step)).not.toContain(KEY);
  });

  it('is used at the end of the job', async () => {
    await using receiver = await startReceiver();
    const inputs = { server: `127.0.0.1:${receiver.port}`, 'job-metrics': 'true', group: 'g', source: '' };
    const { run } = await runStep({ ...inputs, 'api-key': KEY });
    const post = await runPost(run, { inputs });
    expect([post.exitCode, post.masks]).toEqual([0, [KEY]]);
    expect(receiver.lines.every(({ text }) => text.startsWith(`${KEY}.g.`))).toBe(true);
    expect(receiver.lines.length).toBe(5);
  });

  it.each(
    [' ', 'a b', 'a\nb', 'a;b', 'a..b', '.a', 'a.', 'ä', 'a=b', '::error::x', 'x'.repeat(251)].slice(1),
  )('%j is a fault that does not show it', async (key) => {
    const step = await runStep({ server: '127.0.0.1:1', metric: 'a', value: '1', 'api-key': key });
    expect(step.run.annotations.errors).toEqual([
      expect.stringMatching(/^api-key: it is at most 250 letters/),
    ]);
    if (key.length > 5) expect(await readAll(step)).not.toContain(key);
  });

  it('counts towards the length of a line', async () => {
    await using receiver = await startReceiver();
    const server = `127.0.0.1:${receiver.port}`;
    const node = 'n'.repeat(200);
    const metric = Array.from({ length: 40 }, () => node).join('.');
    const inputs = { server, metric, value: '1', group: '', source: '' };
    expect((await runStep(inputs)).run.exitCode).toBe(0);
    const { run } = await runStep({ ...inputs, 'api-key': 'k'.repeat(200) });
    expect(run.annotations.errors).toEqual([
      expect.stringMatching(/a line has at most 8192 bytes, 201 of them for api-key/),
    ]);
    const files = { 'old.txt': `${metric} 1 1700000000\n` };
    const replay = await runStep({ server, replay: 'old.txt', 'api-key': 'k'.repeat(200) }, { files });
    expect(replay.run.annotations.errors).toEqual([expect.stringMatching(/201 of them for api-key/)]);
  });

  it('is an option of the command line, of its environment, and of the library', async () => {
    await using receiver = await startReceiver();
    const server = `127.0.0.1:${receiver.port}`;
    const cwd = await createWorkspace({});
    const flags = ['-c', server, '-g', 'g', '-s', 's', '-m', 'a', '-v', '1', '--json', '--debug'];
    const runs = [
      await runCli([...flags, '--api-key', KEY], { cwd }),
      await runCli(flags, { cwd, env: { CARBON_API_KEY: KEY } }),
      await runCli([...flags, '--api-key', KEY], { cwd, env: { CARBON_API_KEY: 'other' } }),
    ];
    for (const { exitCode, stdout, stderr } of runs) {
      expect(exitCode).toBe(0);
      expect(`${stdout}${stderr}`).not.toContain(KEY);
    }
    const result = await update({ server, group: 'g', source: 's', metric: 'a', value: 1, apiKey: KEY });
    expect(JSON.stringify(result)).not.toContain(KEY);
    expect(receiver.lines.map(({ text }) => text.split(' ')[0])).toEqual(Array(4).fill(`${KEY}.g.s.a`));
  });
});
