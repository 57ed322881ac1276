import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PublishOptions } from '../../src/config/publish-options.ts';
import { Faults } from '../../src/faults.ts';
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
  at: 'junit',
  rule: 'no file matches',
  value: 'x*',
  cure: 'Paths are relative to the current directory.',
};
const LINK = {
  at: 'junit',
  rule: 'it is left out, because a link leads out of the workspace',
  value: 'evil.xml',
  cure: 'Set follow-symbolic-links to true if links may lead anywhere.',
};
const LINK_TOLD =
  'junit: it is left out, because a link leads out of the workspace, got "evil.xml". Set follow-symbolic-links to true if links may lead anywhere.';
const MISSING_TOLD = 'junit: no file matches, got "x*". Paths are relative to the current directory.';

async function find(
  patterns: string | readonly string[] | undefined,
  { followLinks = false, ...options }: PublishOptions & { readonly followLinks?: boolean } = {},
) {
  const faults = new Faults();
  const reader = new FileReader(options, { face: 'library', nowMs: 0 }, faults);
  const { files, problems } = await reader.findCollected(patterns, 'junit', {
    followLinks,
    folders: 'refuse',
  });
  const { warnings, mayFindNone } = reader;
  return { files: files.map(({ path }) => path), problems, warnings, mayFindNone, faults: faults.count };
}

it('asks nothing where nothing is named', async () => {
  const nothing = { files: [], problems: [], warnings: [], mayFindNone: false, faults: 0 };
  for (const patterns of [undefined, '', ' \n', []]) {
    expect(await find(patterns, { ifNoFilesFound: 'perhaps' })).toEqual(nothing);
  }
});

it.each([
  [undefined, [MISSING, LINK], [], false],
  ['error', [MISSING, LINK], [], false],
  ['warn', [], [MISSING_TOLD, LINK_TOLD], true],
  ['ignore', [], [LINK_TOLD], true],
])('follows if-no-files-found: %s', async (ifNoFilesFound, problems, warnings, mayFindNone) => {
  expect(await find('x*\nevil.xml\n**/*.xml', { ifNoFilesFound })).toEqual({
    files: ['a.xml', 'b/c.xml'],
    problems,
    warnings,
    mayFindNone,
    faults: 0,
  });
});

it('follows links where it is told to', async () => {
  const { files, problems, warnings } = await find('evil.xml\nb/*.xml', { followLinks: true });
  expect([files, problems, warnings]).toEqual([['evil.xml', 'b/c.xml'], [], []]);
});

it('tells a wrong option once', async () => {
  const faults = new Faults();
  const options = { ifNoFilesFound: 'perhaps' };
  const reader = new FileReader(options, { face: 'library', nowMs: 0 }, faults);
  await reader.findCollected('a.xml', 'junit', { followLinks: false, folders: 'refuse' });
  await reader.findCollected(['b/**'], 'sizes, "b"', { followLinks: false, folders: 'take' });
  await reader.find('a.xml', 'data-file');
  expect(faults.toError().faults.map(({ at }) => at)).toEqual(['if-no-files-found']);
});
