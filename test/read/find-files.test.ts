import { execFile } from 'node:child_process';
import { chmod, mkdir, open, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FindOptions, findFiles } from '../../src/read/find-files.ts';
import { createTempDir, type TempDir } from '../support/temp-dir.ts';
import { makeTree, type TreeNode } from './make-tree.ts';

const isWindows = process.platform === 'win32';
const start = process.cwd();
let folder: TempDir;
/** The folder that contains the workspace, without links. */
let outside: string;

beforeEach(async () => {
  folder = await createTempDir();
  outside = await realpath(folder.path);
  await mkdir(join(outside, 'ws'));
  process.chdir(join(outside, 'ws'));
});

afterEach(async () => {
  process.chdir(start);
  await folder[Symbol.asyncDispose]();
});

async function find(
  patterns: string | readonly string[],
  tree: Readonly<Record<string, TreeNode>> = {},
  options: Partial<FindOptions> = {},
): Promise<{ files: string[]; unmatched: unknown[]; problems: unknown[] }> {
  await makeTree('.', tree);
  const lines = typeof patterns === 'string' ? patterns.split('\n') : patterns;
  const found = await findFiles(lines, { followLinks: false, folders: 'refuse', ...options });
  for (const file of found.files) expect(await realpath(file.path)).toBe(file.realPath);
  return {
    files: found.files.map(({ path }) => path),
    unmatched: found.unmatched.map(({ pattern, problem }) => (problem === undefined ? pattern : problem)),
    problems: [...found.problems],
  };
}

/** Root ignores permissions, so `run` is another user, who can reach the workspace. */
async function asNobody<Value>(run: () => Promise<Value>): Promise<Value> {
  if (process.geteuid?.() !== 0) return run();
  for (const path of [dirname(outside), outside]) await chmod(path, 0o711);
  process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

const only = (...files: string[]) => ({ files, unmatched: [], problems: [] });
const none = (...unmatched: unknown[]) => ({ files: [], unmatched, problems: [] });
const leadsOut = (value: string) => ({
  rule: 'it is left out, because a link leads out of the workspace',
  value,
  cure: 'Set follow-symbolic-links to true if links may lead anywhere.',
});

describe('patterns', () => {
  const tree = {
    'a.xml': '',
    'b/c.xml': '',
    'b/.hidden/d.xml': '',
    'b/vendor/e.xml': '',
    'b/vendor/f.txt': '',
    '#x.xml': '',
  };

  it.each([
    ['**/*.xml', ['#x.xml', 'a.xml', 'b/.hidden/d.xml', 'b/c.xml', 'b/vendor/e.xml']],
    ['*.xml', ['#x.xml', 'a.xml']],
    ['./b/*.xml', ['b/c.xml']],
    ['b//../*.xml', ['#x.xml', 'a.xml']],
    ['{a,b/c}.xml', ['a.xml', 'b/c.xml']],
    ['b/?.xml', ['b/c.xml']],
    ['b/[a-d].xml', ['b/c.xml']],
    ['b/**', ['b/.hidden/d.xml', 'b/c.xml', 'b/vendor/e.xml', 'b/vendor/f.txt']],
    ['a.xml\nb/c.xml\n./a.xml\n*.xml', ['a.xml', 'b/c.xml', '#x.xml']],
    ['b/c.xml\n\n  a.xml  ', ['b/c.xml', 'a.xml']],
    ['#x.xml\na.xml', ['a.xml']],
    ['./#x.xml', ['#x.xml']],
  ])('%j', async (patterns, files) => {
    expect(await find(patterns, tree)).toEqual(only(...files));
  });

  it.each([
    ['the last that matches decides', '**/*.xml\n!b/**\nb/c.xml', ['#x.xml', 'a.xml', 'b/c.xml']],
    ['an exclusion does not affect later patterns', '!b/**\nb/*.xml', ['b/c.xml']],
    ['a folder with all below it', 'b/**\n!b/vendor', ['b/.hidden/d.xml', 'b/c.xml']],
    ['with a slash', 'b/**\n!b/vendor/', ['b/.hidden/d.xml', 'b/c.xml']],
    ['a folder anywhere', 'b/**\n!**/vendor', ['b/.hidden/d.xml', 'b/c.xml']],
    ['blanks behind the mark', 'b/**\n! b/vendor\n!  **/.hidden', ['b/c.xml']],
    ['two marks are none', '!!a.xml', ['a.xml']],
    ['a plain name too', 'a.xml\nb/c.xml\n!a.*', ['b/c.xml']],
    ['by another spelling', 'a.xml\nb/c.xml\n!./b/../a.xml', ['b/c.xml']],
  ])('! excludes: %s', async (_, patterns, files) => {
    expect((await find(patterns, tree)).files).toEqual(files);
  });

  it('excludes by an absolute path, and from one', async () => {
    await makeTree(outside, { 'out/a.xml': '', 'out/b.xml': '' });
    const out = join(outside, 'out').replaceAll('\\', '/');
    expect((await find(['**/*.xml', `!${process.cwd().replaceAll('\\', '/')}/b`], tree)).files).toEqual([
      '#x.xml',
      'a.xml',
    ]);
    expect((await find([`${out}/*.xml`, '!../out/a.*'])).files).toEqual([`${out}/b.xml`]);
    expect((await find([`${out}/a.xml`, `${out}/b.xml`, `!${out}/b.*`])).files).toEqual([`${out}/a.xml`]);
  });

  it('names patterns that match nothing, except those that ! excludes', async () => {
    expect(await find('missing.xml\n*.none\na.xml\nmissing/\n!*.txt', tree)).toEqual({
      files: ['a.xml'],
      unmatched: ['missing.xml', '*.none', 'missing/'],
      problems: [],
    });
  });

  it.each(['!a.xml', '#a.xml', '!!!a.xml'])('reports that no pattern includes files: %j', async (pattern) => {
    const cure = 'Name at least one file or glob, without "!" or "#" before it.';
    expect(await find(pattern, tree)).toEqual(none({ rule: 'nothing is included', value: pattern, cure }));
  });

  it.skipIf(isWindows)('finds an existing name with any characters', async () => {
    const odd = {
      'r[1].xml': '',
      'r1.xml': '',
      'a*b': '',
      axb: '',
      'c\\d': '',
      '{e}': '',
      '-': '',
      '!f': '',
    };
    expect(await find('r[1].xml\na*b\nc\\d\n{e}\n-\n./!f', odd)).toEqual(
      only('r[1].xml', 'a*b', 'c\\d', '{e}', '-', '!f'),
    );
    expect((await find('r[1].xml\na*b\nc\\d\n!c*', odd)).files).toEqual(['r[1].xml', 'a*b']);
  });

  it('works in a folder whose name has wildcards', async () => {
    const name = isWindows ? 'w (1) [x] {y,z} +!@' : 'w (1) [x] {y,z} +!@ *?';
    await mkdir(name);
    process.chdir(name);
    expect(await find('**/*.xml\n!b/vendor', tree)).toEqual(
      only('#x.xml', 'a.xml', 'b/.hidden/d.xml', 'b/c.xml'),
    );
    expect((await find('b', tree, { folders: 'take' })).files).toHaveLength(4);
    expect((await find('a.xml\n!a.*', tree)).files).toEqual([]);
  });

  it('expands ~', async () => {
    const home = relative(homedir(), process.cwd());
    if (home.startsWith('..') || home === '') {
      expect((await find('~/there-is-no-such-file')).unmatched).toEqual(['~/there-is-no-such-file']);
      expect((await find('~', {}, { folders: 'refuse' })).unmatched).toEqual([
        expect.objectContaining({ rule: 'it is a folder, not a file' }),
      ]);
    } else {
      expect((await find(`~/${home}/*.xml`, tree)).files).toEqual(['#x.xml', 'a.xml']);
    }
    expect(await find('./~/a', { '~/a': '' })).toEqual(only('~/a'));
  });

  it('survives hostile patterns', async () => {
    const hostile = [
      '\0',
      'a\0*',
      '(',
      '[',
      '{',
      '\\',
      '*'.repeat(5000),
      '{a,'.repeat(500),
      '!',
      '!(',
      '!*(',
    ];
    const found = await find(hostile, tree);
    expect(found.files.every((file) => Object.keys(tree).includes(file))).toBe(true);
  });
});

describe('folders', () => {
  const tree = { 'dist/a.js': '', 'dist/.vite/b.js': '', 'dist/sub/c.map': '', 'dist.js': '' };

  it('are not found when they are refused', async () => {
    const problem = {
      rule: 'it is a folder, not a file',
      value: 'dist',
      cure: 'Name the files in it, such as reports/**/*.xml.',
    };
    expect(await find('dist', tree)).toEqual(none(problem));
    expect(await find('dist*', tree)).toEqual(only('dist.js'));
  });

  it.each([
    ['dist', ['dist/.vite/b.js', 'dist/a.js', 'dist/sub/c.map']],
    ['dist/', ['dist/.vite/b.js', 'dist/a.js', 'dist/sub/c.map']],
    ['dist/*', ['dist/.vite/b.js', 'dist/a.js', 'dist/sub/c.map']],
    ['dist\n!**/*.map', ['dist/.vite/b.js', 'dist/a.js']],
    ['dist*', ['dist.js', 'dist/.vite/b.js', 'dist/a.js', 'dist/sub/c.map']],
    ['.', ['dist.js', 'dist/.vite/b.js', 'dist/a.js', 'dist/sub/c.map']],
    ['dist\n!dist', []],
  ])('include all files below them when they are allowed: %j', async (patterns, files) => {
    expect((await find(patterns, tree, { folders: 'take' })).files).toEqual(files);
  });

  it.skipIf(isWindows)('that may not be listed are reported', async () => {
    await makeTree('.', { ...tree, 'dist/locked/x': '' });
    await chmod('dist/locked', 0);
    const { files, problems } = await asNobody(() => find('dist', {}, { folders: 'take' }));
    await chmod('dist/locked', 0o700);
    expect(files).toHaveLength(3);
    expect(problems).toEqual([expect.objectContaining({ value: 'dist/locked' })]);
  });
});

describe('links', () => {
  beforeEach(() => makeTree(outside, { 'secret/key.xml': 'secret', 'secret/deep/key.xml': 'secret' }));

  it('that are named may lead to files in the workspace', async () => {
    const tree = { 'real/a.xml': '', 'a.xml': { link: 'real/a.xml' }, linked: { link: 'real/' } };
    expect(await find('a.xml', tree)).toEqual(only('a.xml'));
    expect(await find('linked/a.xml')).toEqual(only('linked/a.xml'));
    expect(await find('linked/*.xml')).toEqual(only('linked/a.xml'));
    expect(await find('linked/**')).toEqual(only('linked/a.xml'));
    for (const pattern of ['linked', 'linked/', 'linked/*', 'linked/**']) {
      expect(await find(pattern, {}, { folders: 'take' })).toEqual(only('linked/a.xml'));
    }
  });

  it('count once together with their target', async () => {
    const tree = { 'real/a.xml': '', 'a.xml': { link: 'real/a.xml' }, linked: { link: 'real/' } };
    expect(await find('a.xml\nlinked/a.xml\nreal/a.xml\n**/*.xml', tree)).toEqual(only('a.xml'));
  });

  it('are skipped by wildcards', async () => {
    const tree = {
      'real/a.xml': '',
      'b.xml': { link: 'real/a.xml' },
      'evil.xml': { link: '../secret/key.xml' },
      linked: { link: 'real/' },
      out: { link: '../secret/' },
    };
    expect(await find('**/*.xml', tree)).toEqual(only('real/a.xml'));
    expect(await find('*/*.xml')).toEqual(only('real/a.xml'));
    expect(await find('.', {}, { folders: 'take' })).toEqual(only('real/a.xml'));
  });

  it.each([
    ['a file', 'evil.xml', 'evil.xml'],
    ['a file behind another', 'twice.xml', 'twice.xml'],
    ['by a detour', './x/../evil.xml', 'evil.xml'],
    ['a file in a linked folder', 'out/key.xml', 'out/key.xml'],
    ['a glob in a linked folder', 'out/*.xml', 'out'],
    ['everything in a linked folder', 'out/**', 'out'],
    ['a glob deep in a linked folder', 'out/**/*.xml', 'out'],
    ['a glob below a linked folder', 'out/deep/*.xml', 'out/deep'],
    ['by way of the parent', '../ws/evil.xml', 'evil.xml'],
    ['a glob by way of the parent', '../ws/out/*.xml', 'out'],
    ['to the root of everything', 'root/**/*.xml', 'root'],
  ])('may not lead out: %s', async (_, pattern, value) => {
    const tree = {
      'evil.xml': { link: '../secret/key.xml' },
      'twice.xml': { link: 'evil.xml' },
      out: { link: '../secret/' },
      root: { link: '/' },
      'x/y': '',
    };
    expect(await find(pattern, tree)).toEqual(none(leadsOut(value)));
    expect(await find(pattern, {}, { folders: 'take' })).toEqual(none(leadsOut(value)));
  });

  it('may not lead out by an absolute path, nor by another name of the workspace', async () => {
    await makeTree('.', {
      'evil.xml': { link: '../secret/key.xml' },
      out: { link: '../secret/' },
      'a.xml': '',
    });
    await symlink(join(outside, 'ws'), join(outside, 'alias'), 'dir');
    for (const name of ['ws', 'alias']) {
      const workspace = join(outside, name).replaceAll('\\', '/');
      const show = (file: string) => (name === 'ws' ? file : join(workspace, file).replaceAll('\\', '/'));
      expect(await find(`${workspace}/evil.xml`)).toEqual(none(leadsOut(show('evil.xml'))));
      expect(await find(`${workspace}/out/*.xml`)).toEqual(none(leadsOut(show('out'))));
      expect(await find(`${workspace}/*.xml`)).toEqual(only(show('a.xml')));
    }
  });

  it('that lead out of one folder do not hide other files', async () => {
    const tree = { 'a.xml': '', 'evil.xml': { link: '../secret/key.xml' } };
    expect(await find('evil.xml\na.xml', tree)).toEqual({
      files: ['a.xml'],
      unmatched: [leadsOut('evil.xml')],
      problems: [],
    });
  });

  it('to a folder whose name begins the same lead out', async () => {
    await makeTree(outside, { 'ws-secret/key.xml': '', '..ws/key.xml': '' });
    const tree = {
      'evil.xml': { link: '../ws-secret/key.xml' },
      '..a/b.xml': '',
      'b.xml': { link: '..a/b.xml' },
    };
    expect(await find('evil.xml', tree)).toEqual(none(leadsOut('evil.xml')));
    expect(await find('b.xml')).toEqual(only('b.xml'));
  });

  it('that are broken or circular are not found', async () => {
    const tree = {
      'broken.xml': { link: 'nothing' },
      'x.xml': { link: 'y.xml' },
      'y.xml': { link: 'x.xml' },
    };
    await makeTree('.', tree);
    for (const followLinks of [false, true]) {
      expect(await find('broken.xml\nx.xml\n*.xml', {}, { followLinks })).toEqual(
        none('broken.xml', 'x.xml', '*.xml'),
      );
    }
  });
});

describe('absolute paths of the workflow outside of the workspace', () => {
  const shown = (path: string) => join(outside, path).replaceAll('\\', '/');

  it('are used as written', async () => {
    await makeTree(outside, { 'out/a.xml': '', 'out/sub/b.xml': '' });
    expect(await find('../out/*.xml')).toEqual(only(shown('out/a.xml')));
    expect(await find('../out/**/*.xml')).toEqual(only(shown('out/a.xml'), shown('out/sub/b.xml')));
    expect(await find('../out/a.xml')).toEqual(only(shown('out/a.xml')));
    expect(await find(shown('out/*.xml'))).toEqual(only(shown('out/a.xml')));
    expect(await find('../out', {}, { folders: 'take' })).toEqual(
      only(shown('out/a.xml'), shown('out/sub/b.xml')),
    );
  });

  it('may begin with links, as /tmp does on macOS', async () => {
    await makeTree(outside, { 'private/out/a.xml': '', out: { link: 'private/out/' } });
    expect(await find('../out/*.xml')).toEqual(only(shown('out/a.xml')));
    expect(await find('../out/a.xml')).toEqual(only(shown('out/a.xml')));
  });

  it('may not continue with links that lead elsewhere, except into the workspace', async () => {
    await makeTree(outside, {
      'secret.xml': '',
      'ws/a.xml': '',
      'out/evil.xml': { link: '../secret.xml' },
      'out/good.xml': { link: '../ws/a.xml' },
      'out/b.xml': '',
      'out/same.xml': { link: 'b.xml' },
    });
    expect(await find('../out/evil.xml')).toEqual(none(leadsOut(shown('out/evil.xml'))));
    expect(await find('../out/good.xml')).toEqual(only(shown('out/good.xml')));
    expect(await find('../out/same.xml')).toEqual(only(shown('out/same.xml')));
    expect(await find('../out/*.xml')).toEqual(only(shown('out/b.xml')));
  });
});

describe('with followLinks', () => {
  const followLinks = true;

  it('links lead anywhere, and each real file counts once', async () => {
    await makeTree(outside, { 'secret/key.xml': '', 'secret/deep/key.xml': '' });
    const tree = {
      'a/a.xml': '',
      'b.xml': { link: '../secret/key.xml' },
      out: { link: '../secret/' },
      'same.xml': { link: 'a/a.xml' },
    };
    expect(await find('b.xml\nout/deep/*.xml', tree, { followLinks })).toEqual(
      only('b.xml', 'out/deep/key.xml'),
    );
    expect(await find('**/*.xml', {}, { followLinks })).toEqual(only('a/a.xml', 'b.xml', 'out/deep/key.xml'));
  });

  it('a folder that is found only by the name of its link is found', async () => {
    const tree = { 'data/a.xml': '', 'x/reports': { link: '../data/' } };
    expect(await find('**/reports/*.xml', tree, { followLinks })).toEqual(only('x/reports/a.xml'));
    expect(await find('**/reports/*.xml')).toEqual(none('**/reports/*.xml'));
  });

  it('ends in every circle', async () => {
    const tree = {
      'a/a.xml': '',
      'a/self': { link: './' },
      'a/up': { link: '../' },
      'a/b': { link: '../b/' },
      'b/a': { link: '../a/' },
      'b/b.xml': '',
      all: { link: '../' },
    };
    expect(await find('**/*.xml', tree, { followLinks })).toEqual(only('a/a.xml', 'a/b/b.xml'));
  });

  it('ends when every folder leads to every other', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${index}`);
    const links = names.flatMap((one) => names.map((other) => [`${one}/${other}`, { link: `../${other}/` }]));
    const files = names.map((name) => [`${name}/a.xml`, '']);
    const tree = Object.fromEntries([...links, ...files]) as Record<string, TreeNode>;
    expect((await find('**/*.xml', tree, { followLinks })).files).toHaveLength(12);
  });
});

describe('files named on a command line', () => {
  const isByOperator = true;
  const shown = (path: string) => join(outside, path).replaceAll('\\', '/');

  it('may be links outside of the workspace, but not links in it that lead out', async () => {
    await makeTree(outside, { 'data/a.xml': '', 'out/now.xml': { link: '../data/a.xml' } });
    const tree = { 'evil.xml': { link: '../data/a.xml' }, 'evil/out': { link: '../../out/' } };
    expect(await find('../out/now.xml', tree, { isByOperator })).toEqual(only(shown('out/now.xml')));
    expect(await find('../out/now.xml')).toEqual(none(leadsOut(shown('out/now.xml'))));
    const inCi = { isByOperator, workspace: process.cwd() };
    for (const name of ['evil.xml', '../ws/evil.xml']) {
      expect(await find(name, {}, inCi)).toEqual(none(leadsOut('evil.xml')));
    }
    expect(await find('evil/out/now.xml', {}, inCi)).toEqual(none(leadsOut('evil/out/now.xml')));
    expect(await find('../out/*.xml', {}, inCi)).toEqual(none('../out/*.xml'));
    // Without a CI checkout, every link belongs to the user.
    expect(await find('evil.xml', {}, { isByOperator })).toEqual(only('evil.xml'));
    expect(await find('*.xml', {}, { isByOperator })).toEqual(none('*.xml'));
  });

  it.skipIf(isWindows)('may be a pipe or a device, but not a link in the workspace to one', async () => {
    await promisify(execFile)('mkfifo', ['pipe.xml', join(outside, 'pipe')]);
    const links = { 'zero.xml': { link: '/dev/zero' }, 'fd.xml': { link: '/dev/fd/0' } };
    await makeTree('.', { ...links, 'link.xml': { link: 'pipe.xml' } });
    const { files } = await findFiles(['pipe.xml', '../pipe', '/dev/zero', 'link.xml'], {
      followLinks: false,
      folders: 'refuse',
      isByOperator,
    });
    expect(files).toEqual([
      { path: 'pipe.xml', realPath: join(outside, 'ws/pipe.xml'), isStream: true },
      { path: shown('pipe'), realPath: join(outside, 'pipe'), isStream: true },
      { path: '/dev/zero', realPath: '/dev/zero', isStream: true },
    ]);
    const inCi = { isByOperator, workspace: process.cwd() };
    expect(await find('zero.xml', {}, inCi)).toEqual(none(leadsOut('zero.xml')));
    expect(await find('fd.xml', {}, inCi)).toEqual(none(leadsOut('fd.xml')));
    expect(await find('*.xml', {}, inCi)).toEqual(none('*.xml'));
  });

  it.skipIf(process.platform !== 'linux')(
    'may be the target of an open descriptor without a name',
    async () => {
      const file = await open('gone.xml', 'w+');
      try {
        await rm('gone.xml');
        const path = `/dev/fd/${file.fd}`;
        const found = await findFiles([path], { followLinks: false, folders: 'refuse', isByOperator });
        expect(found.files).toEqual([{ path, realPath: path, isStream: true }]);
        expect(await find(path)).toEqual(none(path));
      } finally {
        await file.close();
      }
    },
  );
});

describe.skipIf(isWindows)('special files', () => {
  const mkfifo = (path: string) => promisify(execFile)('mkfifo', [path]);

  it('are never found, and are reported when named', async () => {
    await makeTree('.', { 'a.xml': '', 'link.xml': { link: 'pipe.xml' } });
    await mkfifo('pipe.xml');
    const problem = (value: string) => ({
      rule: 'it is not a regular file',
      value,
      cure: 'Name a file; pipes, sockets and devices are not read.',
    });
    for (const followLinks of [false, true]) {
      expect(await find('*.xml', {}, { followLinks })).toEqual(only('a.xml'));
      expect(await find('pipe.xml', {}, { followLinks })).toEqual(none(problem('pipe.xml')));
      expect(await find('link.xml', {}, { followLinks })).toEqual(none(problem('link.xml')));
      expect(await find('/dev/zero', {}, { followLinks })).toEqual(none(problem('/dev/zero')));
    }
  });
});

// macOS and Windows do not allow such names.
describe.skipIf(process.platform !== 'linux')('names that are not UTF-8', () => {
  const problem = (value: string, rest = '') => ({
    rule: `its name is not UTF-8, so it is not read${rest}`,
    value,
    cure: 'Rename it, or leave it out with "!".',
  });

  it('are reported when a pattern would have matched', async () => {
    await makeTree('.', { 'good.xml': '', 'valid\ufffd.xml': '' });
    await mkdir(Buffer.from([0x64, 0xff]));
    await writeFile(Buffer.from([0x64, 0xff, 0x2f, 0x61]), '');
    await writeFile(Buffer.from([0xfe, ...Buffer.from('.xml')]), '');
    await writeFile(Buffer.from([0xfe, ...Buffer.from('.png')]), '');
    expect(await find('**/*.xml')).toEqual({
      files: ['good.xml', 'valid\ufffd.xml'],
      unmatched: [],
      problems: [problem('d\ufffd', ' (1 more like it)')],
    });
    expect(await find('*.xml')).toMatchObject({ problems: [problem('\ufffd.xml')] });
    expect(await find('\ufffd.xml')).toEqual(none(problem('\ufffd.xml')));
    expect(await find('*.txt')).toEqual(none('*.txt'));
  });
});

it('ends when the run is stopped', async () => {
  const signal = AbortSignal.abort();
  expect(await find('**/*.xml', { 'a/b.xml': '' }, { signal })).toEqual(none('**/*.xml'));
});
