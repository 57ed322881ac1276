import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuthority } from '../support/authority.ts';
import type { ChildResult } from '../support/child.ts';
import { runCli } from '../support/cli.ts';
import { startServer } from '../support/faulty-server.ts';
import { findClosedPort } from '../support/ports.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { startTlsServer } from '../support/tls-server.ts';

const one = ['-s', 'web1', '-m', 'a', '-v', '1', '-t', '1700000000'];
const line = 'systems.web1.a 1 1700000000\n';

describe.concurrent('-c with several servers', () => {
  it('uses the next server when the first refuses', async () => {
    const dead = await findClosedPort();
    await using server = await startServer({ kind: 'closeAfterFin' });
    const name = `${server.host}:${server.port}`;
    const run = await runCli(['-c', `${dead},${name}`, '--retries', '0', ...one, '--json']);
    expect([run.exitCode, server.text()]).toEqual([0, line]);
    expect(JSON.parse(run.stdout)).toMatchObject({ delivery: 'confirmed', server: name, undelivered: 0 });
  });
});

describe.concurrent('--retries', () => {
  it('send the same bytes again', async () => {
    await using server = await startServer([
      { kind: 'readThenHold' },
      { kind: 'resetOnAccept' },
      { kind: 'closeAfterFin' },
    ]);
    const where = ['-c', `${server.host}:${server.port}`, '--retries', '2', '--confirm-timeout', '0.1'];
    const run = await runCli([...where, ...one, '--json']);
    expect([run.exitCode, run.stderr, server.texts()]).toEqual([0, '', [line, '', line]]);
    expect(JSON.parse(run.stdout)).toMatchObject({ delivery: 'confirmed', attempts: 3, lines: 1 });
  });

  it('say in the names of flags what was wrong before', async () => {
    await using server = await startServer([{ kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }]);
    const run = await runCli(['-c', `${server.host}:${server.port}`, ...one]);
    expect(run).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('Delivered with 2 connections'),
    });
    expect(run.stderr).toContain('turn --tls on');
  });
});

describe.concurrent('--window-size', () => {
  it('is how many batches a connection carries', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const lines = Array.from({ length: 10 }, (_, index) => `m${index} 1\n`);
    const sizes = ['--batch-size', '2', '--window-size', '2', '-t', '1700000000', '--json'];
    const where = ['-c', `${server.host}:${server.port}`, '-g', '', '-s', ''];
    const run = await runCli([...where, ...sizes, '--file', '-'], { stdin: lines.join('') });
    expect(JSON.parse(run.stdout)).toMatchObject({ delivery: 'confirmed', batches: 5, attempts: 3 });
    expect(server.texts().map((text) => text.split('\n').length - 1)).toEqual([4, 4, 2]);
  });
});

describe.concurrent('lines that were sent and not confirmed', () => {
  it.each([[[]], [['--json']], [['--quiet']]])('are reported on standard error with %j', async (flags) => {
    await using server = await startServer({ kind: 'readThenHold' });
    const where = ['-c', `${server.host}:${server.port}`, '--retries', '0', '--confirm-timeout', '0.1'];
    const run = await runCli([...where, ...one, ...flags]);
    expect([run.exitCode, run.stderr]).toEqual([0, expect.stringMatching(/^Sent, not confirmed: 1 metric/)]);
  });
});

describe('--tls', () => {
  it('is confirmed at the first attempt, even on a busy machine', async () => {
    const authority = await createAuthority();
    await using server = await startTlsServer(await authority.certify());
    const where = ['-c', `${server.host}:${server.port}`, '--tls', '--tls-ca', authority.file];
    const args = [...where, '--retries', '0', ...one, '--json'];
    const runs: ChildResult[] = [];
    const runSome = async (): Promise<void> => {
      for (let count = 0; count < 4; count += 1) runs.push(await runCli(args));
    };
    await Promise.all(Array.from({ length: 6 }, runSome));
    const results = runs.map(({ stdout }) => JSON.parse(stdout) as Record<string, unknown>);
    const others = results.filter(({ delivery }) => delivery !== 'confirmed');
    expect(others.map(({ error }) => error)).toEqual([]);
    expect(results.map(({ attempts }) => attempts)).toEqual(results.map(() => 1));
    expect(server.text()).toBe(line.repeat(24));
  });
});

describe.concurrent('--spool', () => {
  it('keeps what was not delivered, and prints where', async () => {
    await using dir = await createTempDir();
    const spool = join(dir.path, 'a', 'spool');
    const run = await runCli(['-c', await findClosedPort(), '--retries', '0', '--spool', spool, ...one]);
    const [name = ''] = await readdir(spool);
    const file = join(spool, name);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr.split('\n')).toEqual([
      expect.stringMatching(/^carbonclient: 127\.0\.0\.1:\d+ refused the connection/),
      `What was not confirmed is kept for replay in ${file} (1 line).`,
      '',
    ]);
    expect(await readFile(file, 'utf8')).toBe(line);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps what was sent but not confirmed: exit code 0, and a line on standard error', async () => {
    await using dir = await createTempDir();
    await using server = await startServer({ kind: 'readThenHold' });
    const where = ['-c', `${server.host}:${server.port}`, '--retries', '0', '--confirm-timeout', '0.1'];
    const run = await runCli([...where, '--spool', dir.path, ...one, '--quiet']);
    const [name = ''] = await readdir(dir.path);
    expect(run).toMatchObject({ exitCode: 0, stdout: '' });
    expect(run.stderr).toMatch(/^Sent, not confirmed: .+ is kept for replay in .+ \(1 line\)\.\n$/);
    expect(await readFile(join(dir.path, name), 'utf8')).toBe(line);
  });

  it('keeps nothing by default', async () => {
    await using dir = await createTempDir();
    const run = await runCli(['-c', await findClosedPort(), '--retries', '0', ...one, '--json'], {
      cwd: dir.path,
    });
    expect(JSON.parse(run.stdout)).toMatchObject({ delivery: 'failed', undelivered: 1 });
    expect(JSON.parse(run.stdout)).not.toHaveProperty('undeliveredFile');
    expect(await readdir(dir.path)).toEqual([]);
  });

  it('keeps the rest of a stream to its end', async () => {
    await using dir = await createTempDir();
    await using server = await startServer([{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }]);
    const stdin = Array.from({ length: 300 }, (_, index) => `m${index} 1\n`).join('');
    const where = ['-c', `${server.host}:${server.port}`, '--retries', '0', '--spool', dir.path];
    const args = [...where, '-s', 'web1', '-t', '1700000000', '--batch-size', '1', '--file', '-'];
    const run = await runCli([...args, '--json'], { stdin });
    const result = JSON.parse(run.stdout) as { undeliveredFile: string };
    expect(run.exitCode).toBe(1);
    expect(result).toMatchObject({ delivery: 'failed', lines: 64, undelivered: 236, linesMade: 300 });
    const lines = Array.from({ length: 300 }, (_, index) => `systems.web1.m${index} 1 1700000000\n`);
    expect(await readFile(result.undeliveredFile, 'utf8')).toBe(lines.slice(64).join(''));
    expect(server.text()).toBe(lines.slice(0, 64).join(''));
  });

  it('delivers everything once with a later --replay, and leaves no file', async () => {
    await using dir = await createTempDir();
    await runCli(['-c', await findClosedPort(), '--retries', '0', '--spool', dir.path, ...one]);
    await writeFile(join(dir.path, 'mine.txt'), 'x 2 1700000000\n');
    await using server = await startServer({ kind: 'closeAfterFin' });
    const where = ['-c', `${server.host}:${server.port}`, '--replay', join(dir.path, '*.txt')];
    expect(await runCli(where)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(server.lines().toSorted()).toEqual([line.trimEnd(), 'x 2 1700000000'].toSorted());
    expect(await readdir(dir.path)).toEqual(['mine.txt']);
  });

  it('accepts only a folder: a file is an error, and nothing is sent', async () => {
    await using dir = await createTempDir();
    await using server = await startServer({ kind: 'closeAfterFin' });
    await writeFile(join(dir.path, 'file'), 'mine');
    const where = ['-c', `${server.host}:${server.port}`, '--spool', join(dir.path, 'file')];
    const run = await runCli([...where, ...one]);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch(/^carbonclient: --spool: it is a folder, not a file, got ".+" ?.+\n$/);
    expect(server.connections()).toBe(0);
  });
});
