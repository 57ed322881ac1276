import { execFile } from 'node:child_process';
import { lstat, mkdir, open, realpath, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { BadReportError } from '../../src/collect/read-report.ts';
import { isOpenedAt, readFound } from '../../src/read/open-found.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { makeTree } from './make-tree.ts';

const CHANGED = 'it is no longer a regular file';

async function read(realPath: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readFound({ path: 'shown.xml', realPath })) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function readRule(realPath: string): Promise<string> {
  const error: unknown = await read(realPath).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(BadReportError);
  expect((error as BadReportError).fault).toMatchObject({ value: 'shown.xml', cure: expect.any(String) });
  return (error as BadReportError).fault.rule;
}

it('reads a file in chunks', async () => {
  await using folder = await createTempDir();
  const path = join(await realpath(folder.path), 'a.xml');
  const text = 'x'.repeat(600_000);
  await writeFile(path, text);
  expect(await read(path)).toBe(text);
  await truncate(path);
  expect(await read(path)).toBe('');
});

it('closes the file when the reader stops', async () => {
  await using folder = await createTempDir();
  const path = join(await realpath(folder.path), 'a.xml');
  await writeFile(path, 'x'.repeat(600_000));
  for await (const chunk of readFound({ path, realPath: path })) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  // A handle that is left open gives a warning at garbage collection, and Windows would not remove its folder.
});

it('reports what changed about a file since it was found', async () => {
  await using folder = await createTempDir();
  const root = await realpath(folder.path);
  const path = join(root, 'in/a.xml');
  await makeTree(root, { 'in/a.xml': 'good', 'secret/a.xml': 'secret' });
  expect(await read(path)).toBe('good');

  await rm(path);
  expect(await readRule(path)).toBe('the file vanished before it was read');
  await mkdir(path);
  expect(await readRule(path)).toBe(CHANGED);
  await rm(path, { recursive: true });
  await symlink(join(root, 'secret/a.xml'), path);
  expect(await readRule(path)).toBe(CHANGED);
  await rename(join(root, 'in'), join(root, 'was'));
  await symlink(join(root, 'secret'), join(root, 'in'), 'dir');
  expect(await readRule(path)).toBe(CHANGED);
});

it.skipIf(process.platform === 'win32')('does not wait for a pipe and does not open a device', async () => {
  await using folder = await createTempDir();
  const path = join(await realpath(folder.path), 'a.xml');
  await promisify(execFile)('mkfifo', [path]);
  expect(await readRule(path)).toBe(CHANGED);
  expect(await readRule('/dev/zero')).toBe(CHANGED);
});

it('detects a file that was replaced for a moment', async () => {
  await using folder = await createTempDir();
  const root = await realpath(folder.path);
  await makeTree(root, { 'in/a.xml': 'good', 'secret/a.xml': 'secret' });
  const path = join(root, 'in/a.xml');
  const before = await lstat(path, { bigint: true });
  await using good = await open(path);
  expect(await isOpenedAt(good, { path, before })).toBe(true);
  // The folder was a link only while the file was opened.
  await using evil = await open(join(root, 'secret/a.xml'));
  expect(await isOpenedAt(evil, { path, before })).toBe(false);
});
