import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { getProgram, needs } from '../support/needs.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const { name, version, scripts } = JSON.parse(read('package.json'));
const workflow = read('.github/workflows/release.yml');

it('docs/install.md names the files of a release', () => {
  const page = read('docs/install.md');
  const files = [...page.matchAll(/releases\/latest\/download\/([\w.-]+)/g)].map(([, file = '']) => file);
  expect(files.toSorted()).toEqual(['carbonclient-linux-x64.tar.gz', 'carbonclient.cjs']);
  for (const file of files) expect(workflow).toContain(`release/${file.replace(/-x64(?=\.tar)/, '-*')}\n`);
  expect(page).toContain(`${name}-${version}.cdx.json`);
  expect(page).toContain(`${name}-${version}.tgz`);
});

it('docs/releasing.md names existing scripts, in the order of the jobs', () => {
  const page = read('docs/releasing.md');
  const paths = [...page.matchAll(/scripts\/release\/[\w-]+\.mjs/g)].map(([path]) => path);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) expect(existsSync(join(ROOT, path)), path).toBe(true);
  for (const [, script = ''] of page.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty([script]);
  const [, table = ''] = page.split('| Job | What it does | By hand |\n| --- | --- | --- |\n');
  const jobs = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| (\w+) \|/gm)].map(([, job]) => job);
  const [, all = ''] = workflow.split('\njobs:\n');
  expect(jobs).toEqual([...all.matchAll(/^ {2}(\w+):$/gm)].map(([, job]) => job));
});

it('package.json gives npm the target of the README’s links and the source of the build', () => {
  const { homepage, bugs, repository, author, publishConfig } = JSON.parse(read('package.json'));
  const [, address] = /^git\+(.+)\.git$/.exec(repository.url) ?? [];
  expect([homepage, bugs]).toEqual([`${address}#readme`, `${address}/issues`]);
  expect(author).toBe(/^author: '(.*)'$/m.exec(read('action.yml'))?.[1]);
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
});

it('docs/releasing.md names every file that a fork must change', needs('git'), () => {
  const pattern = ['-e', 'org/carbon-action', '-e', 'ghcr\\.io/org'];
  const args = ['grep', '--files-with-matches', ...pattern, '--', '.', ':!dist'];
  const found = execFileSync(getProgram('git'), args, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  expect(found).toContain('package.json');
  const [, section = ''] = read('docs/releasing.md').split('## What a fork changes\n');
  const named = [...(section.split('\n## ')[0] ?? '').matchAll(/`([\w./]+)`/g)].map(([, path = '']) => path);
  const isNamed = (file: string): boolean =>
    named.some((path) => (path.endsWith('/') ? file.startsWith(path) : file === path));
  expect(found.filter((file) => !isNamed(file))).toEqual([]);
});
