import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatBar } from '../../src/cli/progress.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { runCli, spawnCli } from '../support/cli.ts';
import { startServer } from '../support/faulty-server.ts';
import { getProgram, needs } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';

const at = 1_700_000_000;
const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));
const isWindows = process.platform === 'win32';

function makeLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `m${index} ${index}`);
}

describe('a stream is checked window by window', () => {
  it('stops before the window with a bad line, and reports what was confirmed', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const lines = makeLines(40_000);
    lines[34_999] = 'm34999 oops';
    lines[35_999] = 'm35999';
    const where = ['-c', `${server.host}:${server.port}`, '-s', 'x', '-t', String(at)];
    const run = await runCli([...where, '--file', '-'], { stdin: lines.join('\n') });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch(/The input has 2 faults\. Before this window, lines had been sent: 32000\.\n/);
    expect(run.stderr).toContain('file -, line 35000, "m34999"');
    expect(run.stderr).toContain('file -, line 36000');
    expect(run.stderr).toMatch(/Failed: only 32000 metrics in 64 batches \(\d+ bytes\) went to /);
    expect(server.lines()).toHaveLength(32_000);
    expect(server.lines().at(-1)).toBe(`systems.x.m31999 31999 ${at}`);
  });

  it('reports the same in JSON', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const stdin = [...makeLines(32_000), 'oops'].join('\n');
    const run = await runCli(['-c', `${server.host}:${server.port}`, '--file', '-', '--json'], { stdin });
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ delivery: 'failed', lines: 32_000, batches: 64 });
  });

  it('never claims that nothing was sent when something was', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const bytes = Buffer.concat([
      Buffer.from(`${makeLines(80_000).join('\n')}\n`),
      Buffer.from([0xff, 0x0a]),
    ]);
    const run = await runCli(['-c', `${server.host}:${server.port}`, '--file', '-'], { stdin: bytes });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('not UTF-8');
    expect(server.lines().length).toBeGreaterThan(0);
    expect(run.stderr).not.toContain('Nothing was sent');
  });

  it('ends with exit code 1 when the receiver disappears between two windows, and reports what was confirmed', async () => {
    await using server = await startServer([{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }]);
    const stdin = makeLines(33_000).join('\n');
    const where = ['-c', `${server.host}:${server.port}`, '--retries', '0'];
    const run = await runCli([...where, '--file', '-'], { stdin });
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(/Failed: only 32000 metrics in 64 batches/);
  });

  it('checks a replay window by window too', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const lines = makeLines(33_000).map((line) => `x.${line} ${at}\n`);
    await using dir = await createTempDir();
    const file = join(dir.path, 'full.txt');
    const args = ['-c', `${server.host}:${server.port}`, '--replay', file];
    await writeFile(file, lines.join(''));
    expect(await runCli([...args, '--json'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect([server.connections(), server.text() === lines.join('')]).toEqual([2, true]);

    await writeFile(file, `${lines.join('')}oops\n`);
    const second = await runCli(args);
    expect(second.exitCode).toBe(2);
    expect(second.stderr).toContain('Before this window, lines had been sent: 32000.');
    expect(server.lines()).toHaveLength(65_000);
  });
});

describe('the progress bar', () => {
  it.each([
    [0, '[                              ]   0 %'],
    [0.5, '[###############               ]  50 %'],
    [0.999, '[##############################]  99 %'],
    [1, '[##############################] 100 %'],
    [7, '[##############################] 100 %'],
    [-1, '[                              ]   0 %'],
  ])('shows a share of %d', (share, bar) => {
    expect(formatBar(share)).toBe(bar);
  });

  it('is not drawn when standard error is not a terminal', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await using dir = await createTempDir();
    await writeFile(join(dir.path, 'lines.txt'), makeLines(100_000).join('\n'));
    const args = ['-c', `${server.host}:${server.port}`, '--file', join(dir.path, 'lines.txt')];
    expect(await runCli(args)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  // `script` (in Debian's and Ubuntu's essential packages) gives a program a terminal.
  it.each([
    ['is drawn and removed on a terminal', [], 'xterm', true],
    ['is not drawn with --quiet', ['--quiet'], 'xterm', false],
    ['is not drawn on a terminal that cannot erase a line', [], 'dumb', false],
  ])('%s', needs('Linux', 'script'), async (_, more, terminal, isDrawn) => {
    await using server = await startServer({ kind: 'slowReader', bytesPerTick: 65_536 });
    await using dir = await createTempDir();
    const file = join(dir.path, 'lines.txt');
    await writeFile(file, makeLines(100_000).join('\n'));
    const args = ['-c', `${server.host}:${server.port}`, '--file', file, ...more];
    const command = [process.execPath, cli, ...args].map((arg) => `'${arg}'`).join(' ');
    const child = startChild({
      command: getProgram('script'),
      args: ['-qec', command, '/dev/null'],
      env: { ...bareEnv(), TERM: terminal },
    });
    const run = await finishChild(child);
    expect(run.exitCode).toBe(0);
    expect(/\r\[[# ]{30}\] {1,3}\d+ %/.test(run.stdout)).toBe(isDrawn);
    expect(run.stdout.includes('\r\u001b[K')).toBe(isDrawn);
    expect(server.lines()).toHaveLength(100_000);
  });
});

describe('Ctrl-C on a terminal', () => {
  it.each([
    ['without a spool', [], ''],
    ['with a spool', ['--spool', 'kept'], ' after the replay'],
  ])(
    'prints the command that continues with a streamed file, %s',
    needs('Linux', 'script'),
    async (_, more, after) => {
      const count = 400_000;
      await using server = await startServer([
        { kind: 'closeAfterFin' },
        { kind: 'readThenHold' },
        { kind: 'closeAfterFin' },
      ]);
      await using dir = await createTempDir();
      await writeFile(join(dir.path, 'lines.txt'), `${makeLines(count).join('\n')}\n`);
      const where = ['-c', `${server.host}:${server.port}`, '-s', 'x', '-t', String(at)];
      const words = [process.execPath, cli, ...where, ...more, '--file', 'lines.txt'];
      await using child = startChild({
        command: getProgram('script'),
        args: ['-qec', `exec ${words.map((word) => `'${word}'`).join(' ')}`, '/dev/null'],
        env: { ...bareEnv(), TERM: 'xterm' },
        cwd: dir.path,
        isInputOpen: true,
      });
      await server.waitForConnections(2);
      await server.waitForBytes(1_500_000);
      child.write('\u0003');
      expect((await child.exited).exitCode).toBe(1);
      const screen = child.stdout();
      expect(screen).toContain('\u001b[31mcarbonclient: Sending was stopped.');
      const rest = new RegExp(
        `To continue${after}: (tail -n \\+\\d+ 'lines\\.txt') \\| carbonclient \\(the same options\\) --file -`,
      );
      const [, tail = ''] = rest.exec(screen) ?? [];
      expect(tail).not.toBe('');
      // Carried out as printed, it completes the file.
      if (more.length > 0) {
        const kept = (await readdir(join(dir.path, 'kept'))).map((name) => join('kept', name));
        const replays = kept.flatMap((name) => ['--replay', name]);
        const replay = await runCli([...where.slice(0, 2), ...replays], { cwd: dir.path });
        expect(replay.exitCode).toBe(0);
      }
      const stdin = execFileSync('/bin/sh', ['-c', tail], { cwd: dir.path, maxBuffer: 2 ** 26 });
      expect(await runCli([...where, '--file', '-'], { stdin })).toMatchObject({ exitCode: 0 });
      const [first = '', , ...later] = server.texts();
      const complete = [first, ...later].flatMap((text) => text.split('\n')).filter((line) => line !== '');
      expect(new Set(complete).size).toBe(count);
    },
  );
});

if (!isWindows) {
  describe('a shell', () => {
    it.each([
      ['a dry run', ['--dry-run', '--file', '-'], makeLines(50_000).join('\n'), /^systems\.\S+ 0 \d+\n$/],
      ['help', ['--help'], '', /^Usage: .*\n$/],
    ])('closes standard output early: %s', async (_, args, stdin, head) => {
      const script = '{ "$0" "$@"; echo "exit $?" >&2; } | head -n 1';
      const child = startChild({
        command: '/bin/sh',
        args: ['-c', script, process.execPath, cli, ...args],
        env: bareEnv(),
        stdin,
      });
      const run = await finishChild(child);
      expect(run.stdout).toMatch(head);
      expect(run.stderr).toMatch(/exit 0\n$/);
      expect(run.stderr).not.toMatch(/EPIPE| {4}at /);
    });
  });

  describe('a signal', () => {
    it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
      '%s ends a hanging delivery with an error',
      async (signal) => {
        await using server = await startServer({ kind: 'readThenHold' });
        const args = ['-c', `${server.host}:${server.port}`, '-m', 'a', '-v', '1'];
        const child = startChild({ command: process.execPath, args: [cli, ...args], env: bareEnv() });
        await server.waitForBytes(1);
        child.kill(signal);
        const run = await finishChild(child, 5000);
        expect(run).toMatchObject({ exitCode: 1, signal: null, stdout: '' });
        expect(run.stderr).toContain('Sending was stopped.');
      },
    );

    it('given twice in quick succession, as terminals and npm do, keeps all lines that were read', async () => {
      await using server = await startServer({ kind: 'readThenHold' });
      await using dir = await createTempDir();
      const spool = join(dir.path, 'spool');
      const where = ['-c', `${server.host}:${server.port}`, '-s', 'x', '-t', String(at), '--spool', spool];
      // Small enough for one read, and forty windows.
      const how = ['--batch-size', '10', '--window-size', '1', '--file', '-'];
      const child = spawnCli([...where, ...how], { stdin: `${makeLines(400).join('\n')}\nm4` });
      await server.waitForBytes(1);
      child.kill('SIGINT');
      child.kill('SIGINT');
      const run = await finishChild(child, 5000);
      expect(run).toMatchObject({ exitCode: 1, signal: null });
      expect(run.stderr).toContain('Sending was stopped. The rest of file - begins at line 401.');
      const [file = ''] = await readdir(spool);
      const kept = makeLines(400).map((line) => `systems.x.${line} ${at}\n`);
      expect(await readFile(join(spool, file), 'utf8')).toBe(kept.join(''));
    });

    it('ends a run whose output is not read, with at most one buffer in memory', async () => {
      await using dir = await createTempDir();
      const file = join(dir.path, 'lines.txt');
      await writeFile(file, `${makeLines(400_000).join('\n')}\n`);
      const args = ['--dry-run', '--file', file];
      const child = spawn(process.execPath, [cli, ...args], {
        env: bareEnv(),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const ended = once(child, 'exit');
      // Node fills its buffer once and then stops reading, so the process stops too.
      await once(child.stdout.pause(), 'readable');
      child.kill('SIGINT');
      expect(await ended).toEqual([null, 'SIGINT']);
    });

    it('SIGINT ends a run that waits for its input', async () => {
      const { promise: windowClosed, resolve: onClose } = Promise.withResolvers<unknown>();
      await using server = await startReceiver({ keep: false, onClose });
      await using dir = await createTempDir();
      const pipe = join(dir.path, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const args = ['-c', `${server.host}:${server.port}`, '--file', '-'];
      const script = 'pipe=$1; shift; exec "$0" "$@" <> "$pipe"';
      const child = startChild({
        command: '/bin/sh',
        args: ['-c', script, process.execPath, pipe, cli, ...args],
        env: bareEnv(),
      });
      // The first window shows that it reads. No more input follows.
      await writeFile(pipe, `${makeLines(33_000).join('\n')}\n`);
      await windowClosed;
      child.kill('SIGINT');
      const run = await finishChild(child, 5000);
      expect(run.exitCode === 0).toBe(false);
    });
  });
}
