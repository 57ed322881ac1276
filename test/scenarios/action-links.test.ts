import { execFile } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeTree, type TreeNode } from '../read/make-tree.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { act, type Step, type StepInputs, type Story } from './act.ts';

const isWindows = process.platform === 'win32';
/** It is neither a line nor YAML of numbers, so a program that reads it quotes it. */
const SECRET = 'root:x:0:0:hunter2';
const LINKS: Readonly<Record<string, TreeNode>> = {
  'good/a.txt': 'a 1 1600000000\n',
  'metrics.txt': { link: '../secret/passwd' },
  'metrics.yml': { link: '../secret/passwd' },
  'twice.txt': { link: 'metrics.txt' },
  out: { link: '../secret/' },
  'sub/up': { link: '../../' },
  'same.txt': { link: 'good/a.txt' },
};

/** A workspace after a hostile change, next to a folder of secrets. */
async function makeWorkspace(tree: Readonly<Record<string, TreeNode>> = LINKS): Promise<string> {
  // Absolute names are shown relative to a folder without links: on macOS, /var is /private/var.
  const path = await realpath((await createTempDir('links-')).path);
  await makeTree(path, { 'secret/passwd': SECRET, 'secret/lines.txt': 'secret.a 1 1600000000\n' });
  await makeTree(join(path, 'ws'), tree);
  return join(path, 'ws');
}

async function actIn(cwd: string, inputs: StepInputs, step: Step = {}): Promise<Story> {
  return act(inputs, { ...step, cwd });
}

function expectNoSecret({ run, lines }: Story): void {
  expect([run.stdout, run.stderr, run.summary, ...lines].join('\n')).not.toMatch(/hunter2|secret\.a/);
}

describe.concurrent('links of a hostile change', () => {
  it.each(['data-file', 'replay'])('%s: do not lead out of the workspace', async (option) => {
    const cwd = await makeWorkspace();
    const names = ['metrics.txt', 'metrics.yml', 'twice.txt', 'out/passwd', 'sub/up/secret/lines.txt'];
    for (const name of [...names, join(cwd, 'metrics.txt')]) {
      const story = await actIn(cwd, { [option]: name });
      expect([story.run.exitCode, story.connections]).toEqual([1, 0]);
      expect(story.printed).toEqual([
        `error ${option}: it is left out, because a link leads out of the workspace, got "${name === join(cwd, 'metrics.txt') ? 'metrics.txt' : name}". ` +
          'Set follow-symbolic-links to true if links may lead anywhere. Nothing was sent.',
      ]);
      expectNoSecret(story);
    }
  });

  it.each(['data-file', 'replay'])('%s: are skipped by globs', async (option) => {
    const cwd = await makeWorkspace();
    for (const [glob, found] of [
      ['*.txt', 0],
      ['out/*', 0],
      ['sub/up/secret/*', 0],
      ['**', 1],
      ['**/*.txt', 1],
    ] as const) {
      const story = await actIn(cwd, { [option]: glob });
      expect([glob, story.run.exitCode, story.lines.length]).toEqual([glob, found === 0 ? 1 : 0, found]);
      expectNoSecret(story);
    }
  });

  it('are followed by their name when they stay in the workspace', async () => {
    const { run, printed, lines } = await actIn(await makeWorkspace(), { replay: 'same.txt' });
    expect([run.exitCode, printed, lines]).toEqual([0, [], ['a 1 1600000000']]);
  });

  it('are followed with follow-symbolic-links', async () => {
    const inputs = { replay: 'out/lines.txt\n**/out/l*.txt', 'follow-symbolic-links': 'true' };
    const { run, printed, lines } = await actIn(await makeWorkspace(), inputs);
    expect([run.exitCode, printed, lines]).toEqual([0, [], ['secret.a 1 1600000000']]);
  });

  it('are a warning when missing files are not an error', async () => {
    const inputs = { 'data-file': 'metrics.txt', data: 'b: 1', 'if-no-files-found': 'ignore' };
    const story = await actIn(await makeWorkspace(), inputs);
    expect([story.run.exitCode, story.lines.length]).toEqual([0, 1]);
    expect(story.printed).toEqual([
      expect.stringMatching(/^warning data-file: it is left out, because a link/),
    ]);
    expectNoSecret(story);
  });

  it.skipIf(isWindows)('to pipes and devices do not block a step', async () => {
    const links = { 'a.txt': 'a 1', 'zero.txt': { link: '/dev/zero' }, 'tty.txt': { link: '/dev/stdin' } };
    const cwd = await makeWorkspace(links);
    await promisify(execFile)('mkfifo', [join(cwd, 'pipe.txt')]);
    const all = await actIn(cwd, { 'data-file': '*' });
    expect([all.run.exitCode, all.printed, all.lines.length]).toEqual([0, [], 1]);
    for (const name of ['pipe.txt', 'zero.txt', '/dev/zero']) {
      const { run, printed } = await actIn(cwd, { 'data-file': name });
      expect([run.exitCode, printed.length]).toEqual([1, 1]);
      expect(printed[0]).toMatch(/^error data-file: it is not a regular file, got "/);
    }
  });

  it('do not let a replay delete their target', async () => {
    const spooled = 'undelivered-2026-01-31T12-00-00-000Z-0123abcd.txt';
    const cwd = await makeWorkspace({ 'mine.txt': 'a 1 1600000000\n', [spooled]: { link: 'mine.txt' } });
    const { run, lines } = await actIn(cwd, { replay: spooled });
    expect([run.exitCode, lines]).toEqual([0, ['a 1 1600000000']]);
    expect(await readFile(join(cwd, 'mine.txt'), 'utf8')).toBe('a 1 1600000000\n');
  });
});
