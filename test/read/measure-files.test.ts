import { execFileSync } from 'node:child_process';
import { appendFile, link, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { measureFiles } from '../../src/read/measure-files.ts';
import { needs } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { makeTree } from './make-tree.ts';

const at = (root: string, ...names: string[]) =>
  names.map((name) => ({ path: name, realPath: join(root, name) }));

/** Text that compresses like a program and differs at every place. */
const text = Array.from({ length: 40_000 }, (_, line) => `line ${line} of ${(line * 7919) % 1009}\n`).join(
  '',
);
/** Bytes that do not compress, from a linear congruential generator. */
const noise = Uint8Array.from(
  { length: 300_000 },
  (_, index) => (Math.imul(index, 1_103_515_245) >>> 16) ^ (index >> 3),
);

it('sums bytes, files, and the gzip size of each file', async () => {
  await using folder = await createTempDir();
  const root = await realpath(folder.path);
  const tree = { 'a.js': text, 'b.bin': noise, 'empty.txt': '', 'small.txt': 'x' };
  await makeTree(root, tree);
  const sizes = Object.values(tree).map((content) => Buffer.from(content));
  expect(await measureFiles(at(root, ...Object.keys(tree)))).toEqual({
    bytes: sizes.reduce((sum, content) => sum + content.length, 0),
    // One call of the library. It must give the same result as chunk by chunk.
    gzipBytes: sizes.reduce((sum, content) => sum + gzipSync(content, { level: 6 }).length, 0),
    files: 4,
    problems: [],
    problemCount: 0,
  });
});

it('gives about the size of the gzip command', needs('gzip'), async () => {
  await using folder = await createTempDir();
  const root = await realpath(folder.path);
  const program = await import('node:fs/promises').then(({ readFile }) => readFile(process.execPath));
  await makeTree(root, {
    'a.js': text,
    'b.bin': noise,
    'empty.txt': '',
    node: program.subarray(0, 3_000_000),
  });
  for (const name of ['a.js', 'b.bin', 'empty.txt', 'node']) {
    const [file] = at(root, name);
    const { gzipBytes } = await measureFiles(file === undefined ? [] : [file]);
    // -n leaves the file's name out of the header, which then has 10 bytes in both. Node's zlib is Chromium's, which
    // finds repetitions with other instructions than gzip. The sizes differ by a few percent, on some inputs not at
    // all.
    const byCommand = execFileSync('gzip', ['-n', '-c', join(root, name)], { maxBuffer: 1e8 }).length;
    expect(Math.abs(gzipBytes / byCommand - 1), `${name}: ${gzipBytes}, ${byCommand}`).toBeLessThan(0.05);
  }
});

it('counts hard links once', async () => {
  await using folder = await createTempDir();
  const root = await realpath(folder.path);
  await makeTree(root, { a: 'abc', b: 'abc' });
  await link(join(root, 'a'), join(root, 'c'));
  expect(await measureFiles(at(root, 'a', 'b', 'c'))).toMatchObject({ bytes: 6, files: 2 });
});

it('does not count unreadable files, and reports the first twenty', async () => {
  await using folder = await createTempDir();
  const root = await realpath(folder.path);
  await makeTree(root, { a: 'abc', d: 'abcd' });
  await rm(join(root, 'a'));
  const one = await measureFiles(at(root, 'a', 'd'));
  expect(one).toMatchObject({ bytes: 4, files: 1, problemCount: 1 });
  expect(one.problems).toEqual([
    expect.objectContaining({ rule: 'the file vanished before it was read', value: 'a' }),
  ]);
  const many = await measureFiles(at(root, ...Array.from({ length: 50 }, (_, index) => `x${index}`)));
  expect(many).toMatchObject({ bytes: 0, gzipBytes: 0, files: 0, problemCount: 50 });
  expect(many.problems).toHaveLength(20);
});

it('ends although a file grows as fast as it is read', async () => {
  await using folder = await createTempDir();
  const root = await realpath(folder.path);
  const path = join(root, 'log');
  await writeFile(path, noise);
  let isDone = false;
  const measured = measureFiles(at(root, 'log')).finally(() => {
    isDone = true;
  });
  while (!isDone) await appendFile(path, noise);
  const { bytes } = await measured;
  expect(bytes).toBeGreaterThan(0);
});

it('ends when the signal aborts', async () => {
  await using folder = await createTempDir();
  const root = await realpath(folder.path);
  await makeTree(root, { a: noise });
  const abort = new AbortController();
  const measured = measureFiles(at(root, 'a'), abort.signal);
  abort.abort(new Error('enough'));
  await expect(measured).rejects.toThrow(/enough|aborted/);
});
