import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/cli/program.ts';
import { PROGRAMS, readModules } from '../support/bundles.ts';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { startServer } from '../support/faulty-server.ts';
import { needs } from '../support/needs.ts';
import { listNodes } from '../support/nodes.ts';
import { createTempDir, type TempDir } from '../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../..');
const JUNIT = '<testsuite name="unit"><testcase name="a" time="0.1"/><testcase name="b"/></testsuite>';
const DESTINATION = ['-g', 'ci', '-s', 'acme/app', '--scope', ''];

/** A program as a user has it: its file, and the Node that runs it if it needs one. */
interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/** Runs a program in a folder that is not the checkout. */
function run({ command, args }: Program, more: readonly string[], folder: string): Promise<ChildResult> {
  return finishChild(startChild({ command, args: [...args, ...more], env: bareEnv(), cwd: folder }));
}

async function runScript(name: string, folder: string): Promise<void> {
  const args = [join(ROOT, 'scripts', name), folder];
  const { exitCode, stderr } = await finishChild(
    startChild({ command: process.execPath, args, env: bareEnv(), cwd: ROOT }),
  );
  if (exitCode !== 0) throw new Error(stderr);
}

let built: TempDir;
beforeAll(async () => {
  built = await createTempDir('built-');
  await runScript('one-file.mjs', built.path);
});
afterAll(async () => {
  await built[Symbol.asyncDispose]();
});

const readOneFile = (): Promise<string> => readFile(join(built.path, 'carbonclient.cjs'), 'latin1');

/** What a program must do without other files. */
function describeProgram(make: (folder: string) => Promise<Program>): void {
  it('prints its version', async () => {
    await using folder = await createTempDir();
    const program = await make(folder.path);
    expect(await run(program, ['--version'], folder.path)).toMatchObject({
      exitCode: 0,
      stdout: `${VERSION}\n`,
      stderr: '',
    });
  });

  it('sends numbers, a map, and the counts of reports and files', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await using folder = await createTempDir();
    const program = await make(folder.path);
    await writeFile(join(folder.path, 'junit.xml'), JUNIT);
    await writeFile(join(folder.path, 'map.yml'), 'queue: { waiting: 7 }\n');
    const to = ['-c', `127.0.0.1:${server.port}`, ...DESTINATION, '-t', '1700000000'];
    const sources = ['-m', 'a', '-v', '1', '--data', 'map.yml', '--junit', '*.xml', '--size', 'map=map.yml'];
    const { exitCode, stderr } = await run(program, [...to, ...sources], folder.path);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(server.lines()).toEqual(
      expect.arrayContaining([
        'ci.acme.app.a 1 1700000000',
        'ci.acme.app.queue.waiting 7 1700000000',
        'ci.acme.app.tests.total 2 1700000000',
        'ci.acme.app.size.map.bytes 22 1700000000',
      ]),
    );
  });

  it('ends with its own exit code when a name has no address', async () => {
    await using folder = await createTempDir();
    const program = await make(folder.path);
    const args = ['-c', 'carbon.invalid', '-m', 'a', '-v', '1', '--retries', '0'];
    const { exitCode, stderr } = await run(program, args, folder.path);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^carbonclient: carbon\.invalid:2003 /);
    expect(stderr).not.toContain('unknown option');
  });

  it('plays the demo without the summary, which the action writes', async () => {
    await using folder = await createTempDir();
    const program = await make(folder.path);
    const { exitCode, stdout } = await run(program, ['demo'], folder.path);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Not shown: the action writes it');
    expect(stdout).toContain('The embedded Carbon received 14 lines.');
  });
}

describe('carbonclient.cjs', () => {
  describe.each(listNodes())('on Node $version', ({ path }) => {
    describeProgram(async (folder) => {
      const file = join(folder, 'carbonclient.cjs');
      await copyFile(join(built.path, 'carbonclient.cjs'), file);
      return { command: path, args: [file] };
    });
  });

  it('starts by only its name, as in the image', needs('a POSIX system'), async () => {
    await using folder = await createTempDir();
    await copyFile(join(built.path, 'carbonclient.cjs'), join(folder.path, 'carbonclient'));
    const env = { ...bareEnv(), PATH: `${folder.path}:${dirname(process.execPath)}:/usr/bin:/bin` };
    const child = startChild({ command: 'carbonclient', args: ['--version'], env, cwd: '/' });
    expect(await finishChild(child)).toMatchObject({ exitCode: 0, stdout: `${VERSION}\n` });
  });

  it('has every module of the command line', async () => {
    const modules = JSON.parse(await readFile(join(built.path, 'modules.json'), 'utf8')) as string[];
    const expected = [...readModules('cli').values()].flat().filter((path) => !path.startsWith('dist/'));
    expect(modules).toEqual(expect.arrayContaining(expected.map((path) => path.replace(/^build\//, 'src/'))));
  });

  it('names itself, and ends with the licence of every package in it', async () => {
    const text = await readOneFile();
    expect(text).toMatch(
      /^#!\/usr\/bin\/env node\n\/\/ carbonclient \d+\.\d+\.\d+ \(GPL-3\.0-or-later\), https:/,
    );
    const modules = JSON.parse(await readFile(join(built.path, 'modules.json'), 'utf8')) as string[];
    const names = modules.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    expect(names).toContain('yaml');
    const licences = text.slice(text.lastIndexOf('\n/*\n'));
    for (const name of new Set(names)) expect(licences).toContain(`=== ${name} (`);
  });
});

it('lists every bundled package in the bill of materials, in the installed version', async () => {
  await runScript('release/sbom.mjs', built.path);
  const bill = JSON.parse(await readFile(join(built.path, `carbon-action-${VERSION}.cdx.json`), 'utf8'));
  const licences = await Promise.all(
    [
      ...PROGRAMS.map((program) => join(ROOT, 'dist', program, 'licenses.txt')),
      join(built.path, 'carbonclient.cjs'),
    ].map((path) => readFile(path, 'utf8')),
  );
  const names = licences.flatMap((text) =>
    [...text.matchAll(/^=== (\S+) \(/gm)].map(([, name = '']) => name),
  );
  const expected = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const path = join(ROOT, 'node_modules', name, 'package.json');
      const { version, license } = JSON.parse(await readFile(path, 'utf8'));
      return [`pkg:npm/${name.replace('@', '%40')}@${version}`, license];
    }),
  );
  const { version } = JSON.parse(await readFile(join(ROOT, 'tools/node24/package.json'), 'utf8'));
  const found = bill.components.map((one: { purl: string; licenses: [{ license: { id: string } }] }) => [
    one.purl,
    one.licenses[0].license.id,
  ]);
  expect(found.toSorted()).toEqual([...expected, [`pkg:generic/node@${version}`, 'MIT']].toSorted());
});

describe('the executable', needs('a Node that becomes an executable'), () => {
  beforeAll(async () => {
    await runScript('executable.mjs', built.path);
  });
  describeProgram(async () => ({ command: join(built.path, 'carbonclient'), args: [] }));
});
