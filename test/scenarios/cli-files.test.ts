import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeTree, type TreeNode } from '../read/make-tree.ts';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { runCli } from '../support/cli.ts';
import { createTempDir } from '../support/temp-dir.ts';

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));
const dry = ['--dry-run', '-q', '-g', '', '-s', ''];
const line = (name: string): string => `${name} 1 1600000000\n`;

/** A working folder `ws`, and the files next to it. */
async function makeFolder(tree: Readonly<Record<string, TreeNode>>): Promise<string> {
  const { path } = await createTempDir('files-');
  await makeTree(path, { 'ws/here.txt': line('here'), 'beside.txt': line('beside'), ...tree });
  return join(await realpath(path), 'ws');
}

describe.concurrent('--file, --data and --replay', () => {
  it('read paths from anywhere, also through links', async () => {
    const cwd = await makeFolder({
      'far/now.txt': { link: '../logs/1.txt' },
      'logs/1.txt': line('now'),
      'd.json': '{"d": 1}',
    });
    const args = ['--file', '../beside.txt', '--file', join(cwd, '../far/now.txt'), '--data', '../d.json'];
    const run = await runCli([...dry, ...args, '-t', '1600000000', '--replay', '../logs/*.txt'], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toBe(line('d') + line('beside') + line('now') + line('now'));
  });

  it.each(['--file', '--data', '--replay'])(
    '%s follows no link out of a CI checkout by default, and elsewhere follows a named one',
    async (option) => {
      const cwd = await makeFolder({ 'ws/evil.json': { link: '../key' }, key: 'hunter2 hunter2' });
      const env = { CI: 'true', WORKSPACE: cwd };
      const run = await runCli([...dry, option, 'evil.json'], { cwd, env });
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      expect(run.stderr).toContain('a link leads out of the workspace, got "evil.json"');
      const printed = await runCli([...dry, option, 'evil.json', '--follow-symbolic-links'], { cwd, env });
      expect(printed.stderr).toContain('hunter2');
      const elsewhere = await runCli([...dry, option, 'evil.json'], { cwd });
      expect(elsewhere.stderr).toContain('hunter2');
    },
  );

  it('read standard input for -, and a file called - by another name', async () => {
    const cwd = await makeFolder({ 'ws/-': line('dash') });
    const files = ['--file', 'here.txt', '--file', '-', '--file', './-'];
    const run = await runCli([...dry, ...files], { cwd, stdin: line('stdin') });
    expect([run.exitCode, run.stdout]).toEqual([0, line('here') + line('stdin') + line('dash')]);
  });
});

describe.concurrent('the workspace of a CI', () => {
  it.each(['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'WORKSPACE'])(
    '%s: links may not leave its folder',
    async (name) => {
      const cwd = await makeFolder({
        'ws/sub/up.txt': { link: '../here.txt' },
        'ws/sub/evil.txt': { link: '../../beside.txt' },
      });
      const sub = join(cwd, 'sub');
      const inCi = { CI: 'true', [name]: cwd };
      for (const env of [inCi, { [name]: sub }]) {
        expect(await runCli([...dry, '--file', 'up.txt'], { cwd: sub, env })).toMatchObject({
          exitCode: 0,
          stdout: line('here'),
        });
      }
      for (const [file, env] of [
        ['up.txt', { CI: 'true', [name]: sub }],
        ['up.txt', { CI: 'true', [name]: join(cwd, 'elsewhere') }],
        ['evil.txt', inCi],
      ] as const) {
        expect(await runCli([...dry, '--file', file], { cwd: sub, env })).toMatchObject({
          exitCode: 2,
          stderr: expect.stringContaining('a link leads out of the workspace'),
        });
      }
    },
  );
});

describe.skipIf(process.platform === 'win32').concurrent('pipes and devices', () => {
  /** Runs a shell script in which `carbon` is the command line. */
  async function sh(script: string, cwd: string): Promise<ChildResult> {
    const carbon = `carbon() { "$NODE" "$CLI" ${dry.map((arg) => `'${arg}'`).join(' ')} "$@"; }`;
    const env = { ...bareEnv(), NODE: process.execPath, CLI: cli };
    const child = startChild({ command: '/bin/sh', args: ['-c', `${carbon}\n${script}`], env, cwd });
    return finishChild(child);
  }

  it.each([
    ['standard input by its path', 'cat here.txt | carbon --file /dev/stdin'],
    ['a file behind it', 'carbon --file /dev/stdin < here.txt'],
    ['from the root of the disk', 'here=$PWD/here.txt; cd /; cat "$here" | carbon --file /dev/stdin'],
    ['a descriptor that is a pipe', 'cat here.txt | { carbon --file /dev/fd/3 3<&0 </dev/null; }'],
    ['a descriptor that is a file', 'carbon --file /dev/fd/3 3< here.txt'],
    ['a replay', 'cat here.txt | carbon --replay /dev/stdin'],
    ['a pipe with a name', 'mkfifo pipe; cat here.txt > pipe & carbon --file pipe; wait'],
    [
      'a pipe by its absolute path',
      'mkfifo ../pipe; cat here.txt > ../pipe & carbon --file "$PWD/../pipe"; wait',
    ],
  ])('are read when named: %s', async (_, script) => {
    expect(await sh(script, await makeFolder({}))).toMatchObject({
      exitCode: 0,
      stdout: line('here'),
      stderr: '',
    });
  });

  it('can contain data', async () => {
    const run = await sh(`echo '{"d": 1}' | carbon --data /dev/stdin -t 1600000000`, await makeFolder({}));
    expect(run).toMatchObject({ exitCode: 0, stdout: line('d') });
  });

  it('are skipped by globs, also behind links of the folder', async () => {
    const cwd = await makeFolder({
      'ws/zero.txt': { link: '/dev/zero' },
      'ws/in.txt': { link: '/dev/stdin' },
    });
    await promisify(execFile)('mkfifo', [join(cwd, 'pipe.txt')]);
    expect(await runCli([...dry, '--file', '*.txt'], { cwd })).toMatchObject({
      exitCode: 0,
      stdout: line('here'),
    });
    for (const name of ['zero.txt', 'in.txt']) {
      const env = { CI: 'true', WORKSPACE: cwd };
      expect(await runCli([...dry, '--file', name], { cwd, env, stdin: line('stdin') })).toMatchObject({
        exitCode: 2,
        stdout: '',
        stderr: expect.stringContaining(`a link leads out of the workspace, got "${name}"`),
      });
    }
  });
});
