import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { runCli } from '../support/cli.ts';
import { answerFrom, startFakeGraphite } from '../support/fake-graphite.ts';
import { reservePorts } from '../support/ports.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { act } from './act.ts';

const QUOTES = 'Put a text with blanks or wildcards in quotes.';

describe.concurrent('an argument too many names the cure', () => {
  it.each([
    [['event', 'deployed', '1.2.3'], `event takes one argument, got "deployed" "1.2.3". ${QUOTES}`],
    [['trend', 'a.yml', 'b.yml'], `trend takes one argument, got "a.yml" "b.yml". ${QUOTES}`],
    [['check', 'a.xml', '-m', 'a'], 'check takes only options and no arguments, got "a.xml".'],
    [
      ['schema', 'help'],
      'schema takes only options and no arguments, got "help". Write: carbonclient help schema.',
    ],
    [['demo', '::error::\n'], 'demo takes only options and no arguments, got "::error::\\n".'],
    [['listen', '2003'], 'listen takes only options and no arguments, got "2003".'],
    [['schema', 'a b'], 'schema takes only options and no arguments, got "a b".'],
  ])('%j', async (args, message) => {
    const run = await runCli(args);
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(`error: ${message}\n`);
  });
});

describe.concurrent('schema and dashboard', () => {
  it.each([
    ['a pattern', 'ci.*', '--group: it is a path and no pattern, got "ci.*".'],
    [
      'a node that Carbon refuses',
      'a'.repeat(251),
      '--group: a node (a part between dots) has at most 250 bytes',
    ],
  ])('refuse %s', async (_, group, message) => {
    for (const command of ['schema', 'dashboard']) {
      const run = await runCli([command, '-g', group]);
      expect([run.exitCode, run.stdout]).toEqual([2, '']);
      expect(run.stderr).toContain(message);
    }
  });

  it('say what a group becomes in paths', async () => {
    for (const command of ['schema', 'dashboard'])
      expect((await runCli([command, '-g', 'Größe x'])).stderr).toBe(
        'The group "Größe x" is Grosse_x in paths.\n',
      );
  });

  it('write retentions of several lines as one', async () => {
    const { stdout } = await runCli(['schema', '--retentions', ' 60s:7d,\n 1h:5y\n']);
    expect(stdout.split('\n').filter((line) => line.startsWith('retentions'))).toEqual([
      'retentions = 60s:7d,1h:5y',
    ]);
    expect(stdout.split('\n')).not.toContain('1h:5y');
  });
});

describe.concurrent('doctor', () => {
  it('has no dry run, because it stores a point', async () => {
    await using receiver = await startReceiver();
    const args = ['doctor', '-c', `127.0.0.1:${receiver.port}`];
    const run = await runCli([...args, '--dry-run']);
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('carbonclient: --dry-run: doctor connects and stores a point');
    const { stderr } = await runCli(args, { env: { CARBON_DRY_RUN: 'true' } });
    expect(stderr).toContain('carbonclient: CARBON_DRY_RUN: doctor connects');
    expect(receiver.counts.connections).toBe(0);
  });

  it('names flags, and prints only what is bad with --quiet', async () => {
    await using receiver = await startReceiver();
    await using reserved = await reservePorts(1);
    const good = `127.0.0.1:${receiver.port}`;
    const run = await runCli(['doctor', '-c', good], { env: { FORCE_COLOR: '1' } });
    expect(run.stdout).toContain('\u001b[32m✔ Connection: ');
    expect(run.stdout).toContain('? Clock: not checked, because --graphite-url is not given');
    const quiet = await runCli(['doctor', '--quiet', '-c', `${good},127.0.0.1:${reserved.ports[0]}`]);
    expect(quiet.exitCode).toBe(1);
    expect(quiet.stdout).toMatch(/^✘ Connection of .* refused the connection: .*\n$/);
  });
});

describe.concurrent('options that have an effect only with check', () => {
  const line = 'limits, fail-on: nothing is compared without check.';
  const flagLine = '--limits, --fail-on: nothing is compared without --check.\n';

  it('are a line on standard error', async () => {
    await using graphite = await startFakeGraphite(answerFrom({}));
    const args = ['-m', 'a', '-v', '9', '-c', 'host', '--dry-run', '--graphite-url', graphite.url];
    const limits = ['--limits', 'a: { max: 5 }'];
    const run = await runCli([...args, ...limits, '--fail-on', 'regression']);
    expect(run).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(flagLine) });
    expect((await runCli([...args, ...limits, '--quiet'])).stderr).toBe('');
    const env = { CARBON_LIMITS: 'a: { max: 5 }', CARBON_FAIL_ON: 'regression' };
    expect((await runCli([...args, '--limits', ''], { env })).stderr).not.toContain('nothing is compared');
    const checked = await runCli([...args, ...limits, '--check']);
    expect(checked.stderr).not.toContain('nothing is compared');
    expect((await runCli(args)).stderr).not.toContain('nothing is compared');
  });

  it('are a line in the log of a step, and no annotation', async () => {
    const inputs = { metric: 'a', value: '9', limits: 'a: { max: 5 }', 'fail-on': 'unusual' };
    const { run, printed } = await act(inputs);
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(run.stdout).toContain(`${line}\n`);
    expect((await act({ metric: 'a', value: '9' })).run.stdout).not.toContain('compared');
  });
});

describe.concurrent('a fault of an option from the environment names its variable once', () => {
  it.each([
    ['CARBON_LIMITS', 'a', 'it is a map of patterns to limits'],
    ['CARBON_LIMITS', 'a: 5', 'a limit is a map', 'CARBON_LIMITS, "a"'],
    ['CARBON_TAGS', 'a', 'tags are a map'],
    ['CARBON_SIZES', 'a', 'it is a map of names to globs'],
    ['CARBON_JUNIT', 'none.xml', 'no file matches'],
    ['CARBON_DATA_FILE', 'none.txt', 'no file matches'],
    ['CARBON_SERVER', 'http://h', 'a server is a host, not a URL'],
    ['CARBON_GRAPHITE_URL', 'x', 'must be an http or https URL'],
    ['CARBON_CHECK_AGAINST', '..', 'it is a dotted path'],
    ['GRAPHITE_TOKEN', 'a\nb', 'it is printable ASCII'],
    ['CARBON_VALUE', 'x', 'a value is exactly one finite decimal number', 'CARBON_METRIC, "a"'],
  ])('%s=%j', async (variable, text, rule, location = variable) => {
    const env = {
      CARBON_METRIC: 'a',
      CARBON_VALUE: '1',
      CARBON_CHECK: 'true',
      CARBON_GRAPHITE_URL: 'http://127.0.0.1:9',
      [variable]: text,
    };
    const run = await runCli(['--dry-run'], { env });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(`carbonclient: ${location}: ${rule}`);
    expect(run.stderr).not.toContain('faults');
  });

  it('also a fault in a file, and a warning about a missing one', async () => {
    await using folder = await createTempDir();
    await writeFile(join(folder.path, 'map.txt'), 'a: x\n');
    const run = (env: Record<string, string>, args: string[] = []) =>
      runCli(['-c', 'host', '--dry-run', ...args], { cwd: folder.path, env });
    const value = ' map.txt, "a": a value is exactly one';
    expect((await run({ CARBON_DATA_FILE: 'map.txt' })).stderr).toContain(`: CARBON_DATA_FILE${value}`);
    expect((await run({}, ['--data', 'map.txt'])).stderr).toContain(`: --data${value}`);
    const warned = await run({ CARBON_DATA_FILE: 'none.txt', CARBON_IF_NO_FILES_FOUND: 'warn' });
    expect(warned).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^CARBON_DATA_FILE: no file matches/),
    });
  });
});
