import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChildResult } from '../support/child.ts';
import { type CliOptions, runCli } from '../support/cli.ts';
import { startServer } from '../support/faulty-server.ts';
import { parseCommands } from '../support/runner-commands.ts';
import { createTempDir } from '../support/temp-dir.ts';

const at = 1_700_000_000;
const unvalued = ['-s', 'web1', '-m', 'a', '-t', String(at)];
const unnamed = ['-s', 'web1', '-v', '1', '-t', String(at)];
const one = [...unvalued, '-v', '1'];

/** Runs the command with a good receiver. `SERVER` and `PORT` in the arguments are replaced by its address. */
async function deliver(
  args: readonly string[],
  options: CliOptions = {},
): Promise<ChildResult & { lines: string[]; connections: number }> {
  await using server = await startServer({ kind: 'closeAfterFin' });
  const places: Readonly<Record<string, string>> = {
    SERVER: server.host,
    PORT: String(server.port),
    BOTH: `${server.host}:${server.port}`,
  };
  const run = await runCli(
    args.map((arg) => places[arg] ?? arg),
    options,
  );
  return { ...run, lines: server.lines(), connections: server.connections() };
}

describe('options that name what is sent', () => {
  it.each<[string, readonly string[], string]>([
    [
      'every short one',
      '-c SERVER -p PORT -g production -s web1 -m df_root -v 53 -t 1700000000'.split(' '),
      'production.web1.df_root 53 1700000000',
    ],
    [
      'every long one',
      '--server SERVER --port PORT --group production --source web1 --metric df_root --value 53 --timestamp 1700000000'.split(
        ' ',
      ),
      'production.web1.df_root 53 1700000000',
    ],
    ['the group by default', ['-c', 'BOTH', ...one], 'systems.web1.a 1 1700000000'],
    ['a port in the server', ['-c', 'BOTH', '-p', '1', ...one], 'systems.web1.a 1 1700000000'],
    ['no group', ['-c', 'BOTH', '-g', '', ...one], 'web1.a 1 1700000000'],
    ['no group and no source', ['-c', 'BOTH', '-g', '', ...one, '-s', ''], 'a 1 1700000000'],
    ['a dotted group', ['-c', 'BOTH', '-g', 'a.b', ...one], 'a.b.web1.a 1 1700000000'],
    [
      'a source of two parts',
      ['-c', 'BOTH', ...one, '-s', 'org/app.js'],
      'systems.org.app_js.a 1 1700000000',
    ],
    ['-v -5', ['-c', 'BOTH', ...unvalued, '-v', '-5'], 'systems.web1.a -5 1700000000'],
    ['-v-5', ['-c', 'BOTH', ...unvalued, '-v-5'], 'systems.web1.a -5 1700000000'],
    ['--value -5', ['-c', 'BOTH', ...unvalued, '--value', '-5'], 'systems.web1.a -5 1700000000'],
    ['--value=-5', ['-c', 'BOTH', ...unvalued, '--value=-5'], 'systems.web1.a -5 1700000000'],
    ['-v -.5e1', ['-c', 'BOTH', ...unvalued, '-v', '-.5e1'], 'systems.web1.a -5 1700000000'],
    ['-v true', ['-c', 'BOTH', ...unvalued, '-v', 'true'], 'systems.web1.a 1 1700000000'],
    ['an ISO time', ['-c', 'BOTH', ...one, '-t', '2023-11-14T23:13:20+01:00'], 'systems.web1.a 1 1700000000'],
    ['one tag', ['-c', 'BOTH', ...one, '--tag', 'b=2'], 'systems.web1.a;b=2 1 1700000000'],
    [
      'tags, sorted, with = in a value',
      ['-c', 'BOTH', ...one, '--tag', 'b=2', '--tag', 'a=x=y'],
      'systems.web1.a;a=x=y;b=2 1 1700000000',
    ],
    [
      'extra characters',
      ['-c', 'BOTH', ...unnamed, '--extra-characters', '@+', '-m', 'a@b+c%d'],
      'systems.web1.a@b+c_d 1 1700000000',
    ],
  ])('%s', async (_, args, line) => {
    const run = await deliver(args);
    expect(run).toMatchObject({ exitCode: 0, lines: [line], connections: 1 });
    expect(run.stdout).toMatch(/^Confirmed: 1 metric in 1 batch \(\d+ bytes\); 127\.0\.0\.1:\d+ closed /);
  });

  it('--batch-size sets the size of a batch', async () => {
    const run = await deliver(['-c', 'BOTH', '--data', '-', '--batch-size', '2', '--json'], {
      stdin: 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n',
    });
    expect(JSON.parse(run.stdout)).toMatchObject({ batches: 3, lines: 5, delivery: 'confirmed' });
  });

  it('-c [v6]:port', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' }, { host: '::1' });
    const run = await runCli(['-c', `[::1]:${server.port}`, ...one]);
    expect([run.exitCode, server.text()]).toEqual([0, `systems.web1.a 1 ${at}\n`]);
    expect(run.stdout).toContain(`[::1]:${server.port} closed after reading everything`);
  });

  it('uses the server carbon and the port 2003 by default', async () => {
    const run = await runCli([...one, '--json', '--batch-size', '0']);
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ server: 'carbon:2003', delivery: 'failed' });
  });
});

describe('options that name inputs', () => {
  it.each<[string, readonly string[], string]>([
    ['--data - reads YAML', ['--data', '-', '-t', String(at)], 'b: -2\nnested:\n  c: 3.10\n'],
    ['--data - reads JSON', ['--data', '-', '-t', String(at)], '{"b": -2, "nested": {"c": 3.1}}'],
    [
      '--data - reads a list',
      ['--data', '-'],
      `- {metric: b, value: -2, timestamp: ${at}}\n- {metric: nested.c, value: 3.1, timestamp: ${at}}\n`,
    ],
    [
      '--file - reads plain lines',
      ['--file', '-', '-t', String(at)],
      `\ufeffb -2\r\n\n nested.c\t3.1  ${at}`,
    ],
  ])('%s', async (_, args, stdin) => {
    const run = await deliver(['-c', 'BOTH', '-s', 'web1', ...args], { stdin });
    expect(run).toMatchObject({
      exitCode: 0,
      lines: [`systems.web1.b -2 ${at}`, `systems.web1.nested.c 3.1 ${at}`],
    });
  });

  it('sends files of every kind and one metric in one run', async () => {
    await using dir = await createTempDir();
    await writeFile(join(dir.path, 'data.txt'), `{"b": 2}`);
    await writeFile(join(dir.path, 'lines.txt'), `c 3\n`);
    await writeFile(join(dir.path, 'more.txt'), `d 4 ${at + 1}\n`);
    await writeFile(join(dir.path, 'full.txt'), `x.y;t=1 1e3 ${at}\n`);
    const run = await deliver(
      [
        '-c',
        'BOTH',
        ...one,
        ...'--data data.txt --file lines.txt --file more.txt --replay full.txt'.split(' '),
      ],
      { cwd: dir.path },
    );
    expect(run).toMatchObject({
      exitCode: 0,
      lines: [
        `systems.web1.a 1 ${at}`,
        `systems.web1.b 2 ${at}`,
        `systems.web1.c 3 ${at}`,
        `systems.web1.d 4 ${at + 1}`,
        `x.y;t=1 1e3 ${at}`,
      ],
    });
    expect(run.stdout).toContain('5 metrics');
  });

  it('--replay sends the exact bytes of the file', async () => {
    await using dir = await createTempDir();
    const text = `A.b 01.50 ${at}\nA.b 1E5 ${at}\nq.r;a=b;c=x~ -0.0 1\n`;
    await writeFile(join(dir.path, 'full.txt'), text);
    await using server = await startServer({ kind: 'closeAfterFin' });
    const where = ['-c', server.host, '-p', String(server.port), '-g', 'not.this', '--tag', 'nor=this'];
    const run = await runCli([...where, '--replay', join(dir.path, 'full.txt')]);
    expect([run.exitCode, server.text()]).toEqual([0, text]);
  });

  it.each([
    ['two spaces', `a.b  1 ${at}\n`],
    ['no timestamp', 'a.b 1\n'],
    ['a carriage return', `a.b 1 ${at}\r\n`],
    ['no line feed at the end', `a.b 1 ${at}`],
    ['a value that is no number', `a.b nan ${at}\n`],
  ])('--replay refuses %s', async (_, text) => {
    await using dir = await createTempDir();
    await writeFile(join(dir.path, 'full.txt'), text);
    const run = await deliver(['-c', 'BOTH', '--replay', join(dir.path, 'full.txt')]);
    expect(run).toMatchObject({ exitCode: 2, stdout: '', connections: 0 });
    expect(run.stderr).toContain('line 1: a line to replay');
  });

  it('allows standard input for only one option', async () => {
    const run = await deliver(['-c', 'BOTH', '--data', '-', '--file', '-'], { stdin: 'a: 1\n' });
    expect(run).toMatchObject({ exitCode: 2, connections: 0 });
  });
});

describe('print.exit-codes: exit code 2, and nothing is sent', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['an unknown option', ['--bogus'], /unknown option '--bogus'/],
    ['an unknown command', ['frobnicate'], /./],
    ['an option without its argument', ['-m', 'a', '-v'], /-v, --value <number>' argument missing/],
    ['nothing to send', [], /nothing to send/],
    ['a metric without a value', ['-m', 'a'], /metric.*value/],
    ['a value without a metric', ['-v', '1'], /a value needs a metric/],
    ['an option as value', ['-m', 'a', '-v', '-m'], /got "-m"/],
    ['a value with a unit', ['-m', 'a', '-v', '53%'], /got "53%"\. Write it without its unit\./],
    ['a path without a node', ['-m', '..', '-v', '1'], /at least one node/],
    ['a timestamp without a zone', [...one, '-t', '2026-01-31T12:00:00'], /Add the zone/],
    ['a port out of range', [...one, '-p', '65536'], /port: .*65535, got "65536"/],
    ['a port that is no number', [...one, '-p', '12abc'], /port: .*got "12abc"/],
    ['an empty server', [...one, '-c', ''], /server: is required/],
    ['an empty entry in the list of servers', [...one, '-c', 'a,,b'], /server: .*empty entry, got "a,,b"/],
    ['a URL as server', [...one, '-c', 'http://carbon'], /not a URL/],
    ['a batch size', [...one, '--batch-size', '0'], /batch-size: .*got "0"/],
    ['a timeout', [...one, '--timeout', '0'], /timeout: .*got "0"/],
    ['a connect timeout', [...one, '--connect-timeout', 'x'], /connect-timeout: .*got "x"/],
    ['a write timeout', [...one, '--write-timeout', '-1'], /write-timeout: .*got "-1"/],
    ['a confirm timeout', [...one, '--confirm-timeout', '86401'], /confirm-timeout: .*got "86401"/],
    ['retries', [...one, '--retries', 'x'], /retries: .*got "x"/],
    ['extra characters', [...one, '--extra-characters', '/'], /extra-characters: .*got "\/"/],
    ['a tag without =', [...one, '--tag', 'x'], /--tag: a tag is name=value, got "x"/],
    ['a tag without a name', [...one, '--tag', '=x'], /a tag's name/],
    ['a tag without a value', [...one, '--tag', 'x='], /a tag's value/],
    ['a tag given twice', [...one, '--tag', 'x=1', '--tag', 'x=2'], /tag/],
    ['a missing file', ['--file', 'none.txt'], /no file matches, got "none\.txt"/],
    ['missing data', ['--data', 'none.yml'], /--data: no file matches, got "none\.yml"/],
    ['a missing replay', ['--replay', 'none.txt'], /replay: no file matches/],
    ['a directory', ['--file', '.'], /file: it is a folder, not a file, got "\."\. Name the files in it/],
  ])('%s', async (_, args, message) => {
    const run = await deliver(['-c', 'BOTH', ...args]);
    expect(run).toMatchObject({ exitCode: 2, stdout: '', connections: 0 });
    expect(run.stderr).toMatch(message);
  });

  it('reports all faults of one run together', async () => {
    const run = await runCli(['-p', '0', '--timeout', 'x', '--tag', 'y', '-m', 'a', '-v', 'z', '-t', 'now']);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch(/^carbonclient: The input has 5 faults\. Nothing was sent\.\n(- .+\n){5}$/);
  });
});

describe('print.exit-codes: exit code 1', () => {
  it('nothing listens', async () => {
    const gone = await startServer({ kind: 'closeAfterFin' });
    await gone[Symbol.asyncDispose]();
    const run = await runCli(['-c', `${gone.host}:${gone.port}`, ...one, '--retries', '0']);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(
      /^carbonclient: 127\.0\.0\.1:\d+ refused the connection.*\(ECONNREFUSED\)\n.*--spool.*\n$/,
    );
  });

  it('the receiver resets', async () => {
    await using server = await startServer({ kind: 'resetOnAccept' });
    const run = await runCli(['-c', `${server.host}:${server.port}`, ...one, '--retries', '0']);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
  });

  it.each([
    ['--write-timeout', /accepted no bytes for 0\.2 s/],
    ['--timeout', /within 0\.2 s/],
  ])('the receiver reads nothing until %s ends', async (option, message) => {
    await using server = await startServer({ kind: 'neverRead' });
    const name = 'n'.repeat(200);
    const stdin = Array.from({ length: 40_000 }, (_, index) => `${name}${index} 1\n`).join('');
    const where = ['-c', `${server.host}:${server.port}`, '--file', '-', '--batch-size', '1000'];
    const run = await runCli([...where, '--retries', '0', option, '0.2'], { stdin });
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(message);
  });
});

describe('exit code 0 without a confirmation', () => {
  it('--confirm-timeout ends the wait: sent', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const where = ['-c', `${server.host}:${server.port}`, '--retries', '0'];
    const run = await runCli([...where, ...one, '--confirm-timeout', '0.1']);
    expect(run).toMatchObject({ exitCode: 0, stdout: '' });
    expect(run.stderr).toMatch(/^Sent, not confirmed: 1 metric in 1 batch/);
    expect(server.text()).toBe(`systems.web1.a 1 ${at}\n`);
  });
});

describe('refused arguments', () => {
  it.each([
    ['an option', ['--x\n::error::y']],
    ['a value', ['listen', '--port', '1\n::error::y']],
    ['a value with invisible characters', ['listen', '--port', '1\n\u200b::error::y \u001b[31m']],
  ])('are quoted and do not become a command: %s', async (_, args) => {
    const { exitCode, stdout, stderr } = await runCli(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: .*\n.*:error::y/);
    expect(stderr).not.toMatch(/^::/m);
    expect(parseCommands(stderr, 'stderr').commands).toEqual([]);
    expect(stderr).not.toContain('\u001b');
  });
});
