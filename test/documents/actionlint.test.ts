import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { getProgram, needs } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { listFiles, ROOT } from './documents.ts';
import { writeFiles } from './project.ts';
import { workflows } from './workflow-texts.ts';

/** Lints workflows, without the linters of shell and Python, which not every machine has. */
function lint(cwd: string, files: readonly string[]): Promise<ChildResult> {
  const args = ['-no-color', '-oneline', '-shellcheck=', '-pyflakes=', ...files];
  return finishChild(startChild({ command: getProgram('actionlint'), args, cwd, env: bareEnv() }));
}

const clean = { exitCode: 0, stdout: '', stderr: '' };

it('actionlint finds a fault', needs('actionlint'), async () => {
  await using dir = await createTempDir();
  const text =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "${{ steps.none.outputs.x }}"\n';
  await writeFiles(dir.path, { 'faulty.yml': text });
  const { exitCode, stdout } = await lint(dir.path, ['faulty.yml']);
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining('property "none" is not defined')]);
});

it('actionlint accepts every workflow of the project', needs('actionlint'), async () => {
  const files = listFiles('.github/workflows', '.yml');
  expect(files.length).toBeGreaterThanOrEqual(4);
  expect(await lint(ROOT, files)).toMatchObject(clean);
});

it('actionlint accepts every example and every workflow of the documents', needs('actionlint'), async () => {
  await using dir = await createTempDir();
  const named = workflows.map(({ id, text }, index) => [`${index}-${id.replaceAll(/\W+/g, '-')}.yml`, text]);
  expect(named.length).toBeGreaterThan(20);
  const files = Object.fromEntries(named) as Record<string, string>;
  await writeFiles(dir.path, files);
  expect(await lint(join(dir.path), Object.keys(files))).toMatchObject(clean);
});
