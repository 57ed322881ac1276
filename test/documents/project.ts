import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { getProgram } from '../support/needs.ts';
import { createTempDir, type TempDir } from '../support/temp-dir.ts';
import { ROOT } from './documents.ts';

const REPORT = (name: string): string =>
  `<testsuite name="${name}"><testcase name="a" time="1"/></testsuite>`;
const LCOV = 'SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\n';

/** Files that the examples read and none of their commands writes. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "scripts": { "build": "true", "test": "vitest run" } }',
  'a.test.js': "import { it } from 'vitest';\nit('passes', () => {});\n",
  'coverage/lcov.info': LCOV,
  'packages/api/lcov.info': LCOV,
  'packages/api/reports/junit.xml': REPORT('api'),
  'packages/web/reports/junit.xml': REPORT('web'),
  'dist/app.js': 'x'.repeat(1000),
  'dist/app.css': '/* css */\n',
  'image.tar': 'b',
};

/** A project as the examples assume it. Git tracks 57 of its files. */
export async function createProject(): Promise<TempDir> {
  const project = await createTempDir('documents-');
  await symlink(join(ROOT, 'node_modules'), join(project.path, 'node_modules'));
  await writeFiles(project.path, FILES);
  for (let index = 0; index < 55; index++) await writeFile(join(project.path, `file-${index}`), '');
  const script = 'git init -q && git add package.json a.test.js file-*';
  const { exitCode, stderr } = await runShell(script, { cwd: project.path });
  if (exitCode !== 0) throw new Error(stderr);
  return project;
}

/** Writes files below a folder, by their names. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Runs a script in Bash, as a job does. Programs in `bin` of its folder have priority. */
export function runShell(
  script: string,
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<ChildResult> {
  const PATH = [join(cwd, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);
  const all = { ...bareEnv(), CI: 'true', ...env, PATH };
  return finishChild(startChild({ command: getProgram('bash'), args: ['-e', '-c', script], cwd, env: all }));
}
