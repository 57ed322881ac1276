import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detectSystems, findWorkspace, isCi } from '../../src/ci/read-ci-job.ts';
import { SYSTEMS } from '../../src/ci/systems.ts';
import { createTempDir } from '../support/temp-dir.ts';

it.each(SYSTEMS)(
  '$name is recognised, and its checkout is found',
  async ({ name, mark, value = 'true', workspace }) => {
    await using checkout = await createTempDir();
    await using folder = await createTempDir();
    const env = { [mark]: value };
    expect(detectSystems(env).map((system) => system.name)).toEqual([name]);
    expect(isCi(env)).toBe(true);
    const named = workspace === undefined ? env : { ...env, [workspace]: checkout.path };
    expect(findWorkspace(named, folder.path)).toBe(workspace === undefined ? folder.path : checkout.path);
  },
);

it.each([{}, { CI: '' }, { CI: 'false' }, { GITHUB_WORKSPACE: '/' }, { WORKSPACE: '/' }])(
  'there is no workspace outside CI: %j',
  (env) => {
    expect([isCi(env), findWorkspace(env, process.cwd())]).toEqual([false, undefined]);
  },
);

it('uses the root of the Git repository when no variable names an existing folder', async () => {
  await using dir = await createTempDir();
  const root = await realpath(dir.path);
  const folder = join(root, 'a', 'b');
  await mkdir(folder, { recursive: true });
  const missing = { BUILDKITE: 'true', BUILDKITE_BUILD_CHECKOUT_PATH: join(root, 'elsewhere') };
  for (const env of [{ CI: 'true' }, missing, { CI: 'woodpecker' }])
    expect(findWorkspace(env, folder)).toBe(folder);
  // A worktree has a file of that name.
  await writeFile(join(root, '.git'), 'gitdir: x\n');
  for (const env of [{ CI: 'true' }, missing, { CI: 'woodpecker' }])
    expect(findWorkspace(env, folder)).toBe(root);
});

it('understands how CircleCI writes the home folder', () => {
  expect(findWorkspace({ CIRCLECI: 'true', CIRCLE_WORKING_DIRECTORY: '~' }, '/')).toBe(homedir());
});
