import { readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/cli/program.ts';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { startServer } from '../support/faulty-server.ts';
import { needs } from '../support/needs.ts';
import { listNodes } from '../support/nodes.ts';
import { createTempDir, type TempDir } from '../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../..');
const LIBRARY = `import { bulkUpdate, type Result } from 'carbon-action';
import { startReceiver } from 'carbon-action/receiver';

await using receiver = await startReceiver();
const server = \`127.0.0.1:\${receiver.port}\`;
const result: Result = await bulkUpdate({ server, group: 'ci', source: 'acme/app', data: { tests: { total: 412 } } });
console.log(result.delivery, receiver.lines.map(({ text }) => text.split(' ').slice(0, 2).join(' ')).join());
`;
const TSCONFIG = {
  compilerOptions: {
    ...{ module: 'nodenext', target: 'es2022', lib: ['es2024', 'esnext.disposable', 'dom'], strict: true },
    ...{ skipLibCheck: false, types: [], outDir: 'out' },
  },
  files: ['library.ts'],
};

/** Another Node runs `npx`, and what it starts, if its folder comes first in the path. */
function run(command: string, args: readonly string[], { cwd, node }: { cwd: string; node: string }) {
  const bare = bareEnv();
  const PATH = [dirname(node), bare['PATH']].join(delimiter);
  return finishChild(startChild({ command, args, env: { ...bare, PATH }, cwd }));
}

/** The folders of the packages that a user of the library gets with it. */
function listDependencies(): string[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(packages).flatMap(([folder, { dev, optional, devOptional }]) =>
    folder.startsWith('node_modules/') && !dev && !optional && !devOptional ? [folder] : [],
  );
}

describe('the package, installed in an empty project', needs('a POSIX system'), () => {
  let project: TempDir;
  beforeAll(async () => {
    project = await createTempDir('project-');
    const place = { cwd: project.path, node: process.execPath };
    const pack = ['pack', '--ignore-scripts', '--pack-destination', project.path];
    expect(await run('npm', pack, { ...place, cwd: ROOT })).toMatchObject({ exitCode: 0 });
    await writeFile(join(project.path, 'package.json'), '{ "type": "module", "private": true }\n');
    await writeFile(join(project.path, 'library.ts'), LIBRARY);
    await writeFile(join(project.path, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    // npm does not download packages that are already there.
    for (const folder of listDependencies()) {
      await mkdir(dirname(join(project.path, folder)), { recursive: true });
      await cp(join(ROOT, folder), join(project.path, folder), { recursive: true });
    }
    const install = ['install', '--offline', '--no-audit', '--no-fund', `./carbon-action-${VERSION}.tgz`];
    expect(await run('npm', install, place)).toMatchObject({ exitCode: 0 });
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(await run(process.execPath, [tsc, '-p', '.'], place)).toMatchObject({ exitCode: 0, stdout: '' });
  });
  afterAll(() => project[Symbol.asyncDispose]());

  describe.each(listNodes())('on Node $version', ({ path, version }) => {
    const runHere = (command: string, ...args: readonly string[]): Promise<ChildResult> =>
      run(command, args, { cwd: project.path, node: path });

    it('is imported, with types, and delivers', async () => {
      const { exitCode, stdout, stderr } = await runHere(path, 'out/library.js');
      expect([exitCode, stderr, stdout]).toEqual([0, '', 'confirmed ci.acme.app.tests.total 412\n']);
    });

    it('has a command that npx runs, and that delivers', async () => {
      expect((await runHere('node', '--version')).stdout).toBe(`${version}\n`);
      const printed = await runHere('npx', '--offline', 'carbonclient', '--version');
      expect([printed.exitCode, printed.stdout]).toEqual([0, `${VERSION}\n`]);
      await using server = await startServer({ kind: 'closeAfterFin' });
      const to = ['-c', `127.0.0.1:${server.port}`, '-g', 'ci', '-s', 'acme/app', '-t', '1700000000'];
      const sent = await runHere('npx', '--offline', 'carbonclient', ...to, '-m', 'a', '-v', '1');
      expect([sent.exitCode, server.lines()]).toEqual([0, ['ci.acme.app.a 1 1700000000']]);
    });
  });
});
