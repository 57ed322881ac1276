import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import type { Options } from '../../src/options/options.ts';
import type { RunContext } from '../../src/options/run-context.ts';
import { FileReader } from '../../src/read/file-reader.ts';
import { createTempDir, type TempDir } from '../support/temp-dir.ts';
import { makeTree } from './make-tree.ts';

const start = process.cwd();
let folder: TempDir;

beforeEach(async () => {
  folder = await createTempDir();
  await makeTree(folder.path, { 'ws/a.xml': '', 'ws/b/c.xml': '', 'secret.xml': '' });
  await makeTree(folder.path, { 'ws/evil.xml': { link: '../secret.xml' }, 'ws/b/evil': { link: '../../' } });
  await mkdir(join(folder.path, 'ws/reports'));
  process.chdir(join(folder.path, 'ws'));
});

afterEach(async () => {
  process.chdir(start);
  await folder[Symbol.asyncDispose]();
});

const MISSING = {
  location: 'junit',
  rule: 'no file matches',
  value: 'x*',
  cure: 'Paths are relative to the current directory.',
};
const LINK = {
  location: 'junit',
  rule: 'it is left out, because a link leads out of the workspace',
  value: 'evil.xml',
  cure: 'Set follow-symbolic-links to true if links may lead anywhere.',
};
const LINK_TOLD =
  'junit: it is left out, because a link leads out of the workspace, got "evil.xml". Set follow-symbolic-links to true if links may lead anywhere.';
const MISSING_TOLD = 'junit: no file matches, got "x*". Paths are relative to the current directory.';

const DEFAULTS = { ifNoFilesFound: 'error', followSymbolicLinks: false } as const;

async function find(patterns: string | readonly string[] | undefined, options: Partial<Options> = {}) {
  const faults = new Faults();
  const reader = new FileReader({ ...DEFAULTS, ...options }, { face: 'library', nowMs: 0, faults });
  const { files, problems } = await reader.findReports(patterns, { option: 'junit', folders: 'refuse' });
  const { warnings, mayFindNone } = reader;
  return { files: files.map(({ path }) => path), problems, warnings, mayFindNone, faults: faults.count };
}

it('names a link that leads to no file', async () => {
  await makeTree('.', { 'dead.xml': { link: 'gone.xml' }, 'round.xml': { link: 'round.xml' } });
  const cure = 'It is a link that leads to no file: correct the link, or name another file.';
  expect((await find('dead.xml\nround.xml\nnone.xml')).problems).toEqual([
    { ...MISSING, value: 'dead.xml', cure },
    { ...MISSING, value: 'round.xml', cure },
    { ...MISSING, value: 'none.xml' },
  ]);
});

it('reads nothing without names', async () => {
  const nothing = { files: [], problems: [], warnings: [], mayFindNone: false, faults: 0 };
  for (const patterns of [undefined, '', ' \n', []]) expect(await find(patterns)).toEqual(nothing);
});

it.each([
  ['error', [MISSING, LINK], [], false],
  ['warn', [], [MISSING_TOLD, LINK_TOLD], true],
  ['ignore', [], [LINK_TOLD], true],
] as const)('follows if-no-files-found: %s', async (ifNoFilesFound, problems, warnings, mayFindNone) => {
  expect(await find('x*\nevil.xml\n**/*.xml', { ifNoFilesFound })).toEqual({
    files: ['a.xml', 'b/c.xml'],
    problems,
    warnings,
    mayFindNone,
    faults: 0,
  });
});

it('follows links on request', async () => {
  const { files, problems, warnings } = await find('evil.xml\nb/*.xml', { followSymbolicLinks: true });
  expect([files, problems, warnings]).toEqual([['evil.xml', 'b/c.xml'], [], []]);
});

describe('files that are checked before anything is sent', () => {
  async function findNamed(patterns: readonly string[], context: Partial<RunContext> = {}) {
    const faults = new Faults();
    const options = { ...DEFAULTS, ...(patterns.includes('warn') && { ifNoFilesFound: 'warn' as const }) };
    const reader = new FileReader(options, { face: 'library', nowMs: 0, ...context, faults });
    const lines = patterns.filter((pattern) => pattern !== 'warn');
    const files = (await reader.find(lines, 'file')).map(({ path }) => path);
    return { files, rules: faults.count === 0 ? [] : faults.toError().faults.map(({ rule }) => rule) };
  }

  it('are found like reports; a missing one, or one outside, is a fault', async () => {
    expect(await findNamed(['a.xml', 'x*', 'evil.xml', '**/*.xml'])).toEqual({
      files: ['a.xml', 'b/c.xml'],
      rules: [MISSING.rule, LINK.rule],
    });
    expect(await findNamed(['warn', 'x*', 'evil.xml'])).toEqual({ files: [], rules: [] });
  });

  it('include standard input for -, in its position', async () => {
    await makeTree('.', { '-': '' });
    async function* stdin(): AsyncGenerator<Uint8Array> {}
    expect(await findNamed(['b/c.xml', '-', 'a.xml', '!**/c.*'], { stdin: stdin() })).toEqual({
      files: ['-', 'a.xml'],
      rules: [MISSING.rule],
    });
    const reader = new FileReader(DEFAULTS, { face: 'cli', nowMs: 0, stdin: stdin(), faults: new Faults() });
    expect(await reader.find(['-', './-'], 'file')).toEqual([
      { path: '-', realPath: '-', isStream: true },
      { path: '-', realPath: await realpath('-') },
    ]);
    // Reports cannot come from standard input.
    expect((await reader.findReports('-', { option: 'junit', folders: 'refuse' })).files).toEqual([
      { path: '-', realPath: await realpath('-') },
    ]);
  });

  it('are limited to the workspace when it contains the current directory', async () => {
    const ws = process.cwd();
    await makeTree('.', { 'b/up.xml': { link: '../a.xml' }, 'b/evil.xml': { link: '../../secret.xml' } });
    process.chdir('b');
    const patterns = ['up.xml', 'evil.xml'];
    expect(await findNamed(patterns)).toEqual({ files: [], rules: [LINK.rule, LINK.rule] });
    for (const workspace of [ws, '..']) {
      expect(await findNamed(patterns, { workspace })).toEqual({ files: ['up.xml'], rules: [LINK.rule] });
    }
    for (const workspace of [join(ws, 'reports'), join(ws, 'none'), '']) {
      expect((await findNamed(patterns, { workspace })).files).toEqual([]);
    }
  });
});
