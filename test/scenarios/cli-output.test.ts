import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultOf, listOptions } from '../../src/options/options.ts';
import { runCli } from '../support/cli.ts';
import { startServer } from '../support/faulty-server.ts';
import { findClosedPort } from '../support/ports.ts';

const unvalued = ['-s', 'web1', '-m', 'a', '-t', '1700000000'];
const unnamed = ['-s', 'web1', '-v', '1', '-t', '1700000000'];
const one = [...unvalued, '-v', '1'];
const line = 'systems.web1.a 1 1700000000';

describe('--help', () => {
  it.each(['--help', '-h'])('%s fits one screen and has examples', async (option) => {
    const { exitCode, stdout, stderr } = await runCli([option]);
    const rows = stdout.trimEnd().split('\n');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(rows.length).toBeLessThanOrEqual(50);
    expect(rows.filter((row) => row.length > 100)).toEqual([]);
    expect(rows.filter((row) => row.startsWith('  carbonclient ')).length).toBeGreaterThanOrEqual(3);
    expect(stdout).toMatch(/Exit codes: 0 .+, 1 .+, 2 /);
  });

  it('names every option of the table, and its default', async () => {
    const ofAll = (await runCli(['--help-all'])).stdout.replace(/\s+/g, ' ');
    const ofRun = (await runCli(['run', '--help-all'])).stdout.replace(/\s+/g, ' ');
    for (const row of listOptions('cli').filter(({ cli }) => cli?.variable === undefined)) {
      const { name, kind, cli } = row;
      const text = cli?.isForRun === true ? ofRun : ofAll;
      const long = ` --${cli?.option ?? name}${cli?.argument === undefined ? '' : ` ${cli.argument}`} `;
      expect(text).toContain(cli?.short === undefined ? long : ` -${cli.short},${long}`);
      if (kind !== 'boolean' && defaultOf(row, 'cli') !== undefined)
        expect(text).toContain(`(default: ${defaultOf(row, 'cli')})`);
    }
    for (const option of ['--json', '-q, --quiet', '-d, --debug', '-h, --help', '--version'])
      expect(ofAll).toContain(option);
  });

  it('does not name inputs of only the action', async () => {
    const { stdout } = await runCli(['--help-all']);
    expect(stdout).not.toMatch(/--(?:summary|metrics|fail-on-error|data-file|github-token)\b/);
  });

  it('exists for the subcommands too', async () => {
    for (const command of ['run', 'listen', 'demo']) {
      const { exitCode, stdout } = await runCli([command, '--help']);
      expect([exitCode, stdout.includes(`carbonclient ${command}`)]).toEqual([0, true]);
    }
  });
});

it.each(['--version', '-V'])('%s is the one of package.json', async (option) => {
  const manifest = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  expect(await runCli([option])).toEqual({
    exitCode: 0,
    signal: null,
    stdout: `${manifest['version']}\n`,
    stderr: '',
  });
});

describe('--json', () => {
  it('is one line of JSON when it was confirmed', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const run = await runCli(['-c', `${server.host}:${server.port}`, ...one, '--json']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringMatching(/^[^\n]+\n$/) });
    expect(JSON.parse(run.stdout)).toEqual({
      delivery: 'confirmed',
      evidence: process.platform === 'linux' ? 'kernel' : 'close',
      server: `${server.host}:${server.port}`,
      batches: 1,
      lines: 1,
      bytes: line.length + 1,
      attempts: 1,
      undelivered: 0,
      linesMade: 1,
      points: [{ path: 'systems.web1.a', value: '1', timestamp: 1_700_000_000 }],
      renamed: [],
      renamedCount: 0,
      warnings: [],
    });
  });

  it('prints renames', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const run = await runCli(['-c', `${server.host}:${server.port}`, ...unnamed, '-m', 'a b', '--json']);
    expect(JSON.parse(run.stdout)).toMatchObject({ renamed: [{ from: 'a b', to: 'a_b' }], renamedCount: 1 });
  });

  it('reports sent', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const where = ['-c', `${server.host}:${server.port}`, '--confirm-timeout', '0.1', '--retries', '0'];
    const run = await runCli([...where, ...one, '--json']);
    expect([run.exitCode, JSON.parse(run.stdout)]).toMatchObject([0, { delivery: 'sent', lines: 1 }]);
    expect(JSON.parse(run.stdout)).not.toHaveProperty('evidence');
  });

  it('reports failed, and the reason', async () => {
    const server = await findClosedPort();
    const run = await runCli(['-c', server, ...one, '--json', '--retries', '0']);
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      delivery: 'failed',
      server,
      lines: 0,
      linesMade: 1,
      error: expect.stringContaining('ECONNREFUSED'),
    });
    expect(run.stderr).toContain('ECONNREFUSED');
  });

  it('reports what is wrong with the input', async () => {
    const run = await runCli([...unvalued, '-v', 'x', '--tag', 'y', '--json']);
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({
      delivery: 'failed',
      lines: 0,
      error: expect.stringMatching(/2 faults(.|\n)*--tag(.|\n)*got "x"/),
    });
  });

  it('is the only text on standard output of a dry run', async () => {
    const run = await runCli([...one, '--dry-run', '--json']);
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ delivery: 'dry-run', lines: 0, linesMade: 1 });
  });
});

describe('--dry-run', () => {
  it('prints exactly the lines', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const args = ['-c', `${server.host}:${server.port}`, '--data', '-', '-s', 'web1', '-t', '1700000000'];
    const run = await runCli([...args, '--dry-run'], { stdin: 'a: 1\nb c: -2.50\n"d#[x]::y": 3\n' });
    expect(run).toMatchObject({
      exitCode: 0,
      stdout: `${line}\nsystems.web1.b_c -2.5 1700000000\nsystems.web1.d_x_::y 3 1700000000\n`,
    });
    expect(run.stderr).toMatch(/Dry run: 3 lines made, nothing sent\.\n$/);
    expect(server.connections()).toBe(0);
  });

  it('prints no line for faulty input', async () => {
    const run = await runCli(['--data', '-', '--dry-run'], { stdin: 'a: 1\nb: x\n' });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('--quiet', () => {
  it.each(['--quiet', '-q'])('%s prints nothing when it was confirmed', async (option) => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const run = await runCli(['-c', `${server.host}:${server.port}`, ...one, option]);
    expect(run).toEqual({ exitCode: 0, signal: null, stdout: '', stderr: '' });
    expect(server.lines()).toEqual([line]);
  });

  it('prints only the lines of a dry run, without renames and verdict', async () => {
    const run = await runCli([...unnamed, '-m', 'a b', '--dry-run', '--quiet']);
    expect(run).toMatchObject({ exitCode: 0, stdout: 'systems.web1.a_b 1 1700000000\n', stderr: '' });
  });

  it('prints errors', async () => {
    const failed = await runCli(['-c', await findClosedPort(), ...one, '--quiet', '--retries', '0']);
    expect(failed).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('ECONNREFUSED'),
    });
    const wrong = await runCli([...unvalued, '-v', 'x', '--quiet']);
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('got "x"') });
  });
});

describe('--debug', () => {
  it.each(['--debug', '-d'])('%s prints the lines', async (option) => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const run = await runCli(['-c', `${server.host}:${server.port}`, ...one, option]);
    expect(run).toMatchObject({ exitCode: 0, stderr: `${line}\n` });
    expect(run.stdout).toMatch(/^Confirmed: /);
  });

  it('prints the cause of an error', async () => {
    const server = await findClosedPort();
    const where = ['-c', server, '--retries', '0'];
    const run = await runCli([...where, ...one, '--debug']);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain(`Error: connect ECONNREFUSED ${server}\n    at `);
    expect((await runCli([...where, ...one])).stderr).not.toContain('    at ');
  });
});

it('prints renames on standard error', async () => {
  await using server = await startServer({ kind: 'closeAfterFin' });
  const run = await runCli(['-c', `${server.host}:${server.port}`, ...unnamed, '-m', 'a b', '-g', 'x y']);
  expect(run).toMatchObject({ exitCode: 0 });
  expect(run.stderr).toBe('2 names were changed to what every receiver keeps: "x y" → x_y, "a b" → a_b.\n');
});

describe.concurrent('in a job of GitHub Actions', () => {
  const env = { GITHUB_ACTIONS: 'true' };
  const made = ['--dry-run', '-g', 'g', '-s', 's', '-m', 'a', '-v', '1'];

  it.each(['b=##[add-mask]t', 'b=x##[error]'])('a dry run prints no command: %s', async (tag) => {
    const { exitCode, stdout, stderr } = await runCli([...made, '--tag', tag], { env });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^carbonclient: --dry-run: .*a command to the runner, and is not printed/);
  });

  it('the refusal to print a command names the variable of the dry run', async () => {
    const [, ...rest] = made;
    const args = [...rest, '-c', 'host', '--tag', 'b=##[x]'];
    const { stderr } = await runCli(args, { env: { ...env, CARBON_DRY_RUN: 'true' } });
    expect(stderr).toMatch(/^carbonclient: CARBON_DRY_RUN: .*a command to the runner/);
  });

  it('JSON contains no command and the same data', async () => {
    const name = '##[error]::error::###[x]';
    const { stdout } = await runCli(['--dry-run', '--json', '-m', name, '-v', '1'], { env });
    expect(stdout).not.toMatch(/##|^::/m);
    expect((JSON.parse(stdout) as { renamed: unknown[] }).renamed).toMatchObject([{ from: name }]);
  });
});
