import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/ci/systems.ts';
import { runCli } from '../support/cli.ts';
import { createTempDir } from '../support/temp-dir.ts';

const SECRET = 'AWS_SECRET=S3CRETword';

/** A checkout with a link that leads out of it, to a file with a secret. */
async function createCheckout(isGit: boolean) {
  const dir = await createTempDir();
  const root = await realpath(dir.path);
  const checkout = join(root, 'checkout');
  await mkdir(join(checkout, 'sub'), { recursive: true });
  if (isGit) await mkdir(join(checkout, '.git'));
  await writeFile(join(root, 'secret.txt'), `${SECRET}\n`);
  await symlink('../secret.txt', join(checkout, 'link.txt'));
  await symlink('..', join(checkout, 'up'), 'dir');
  return { root, checkout, [Symbol.asyncDispose]: () => dir[Symbol.asyncDispose]() };
}

/** The environment of a job in a system, with its checkout if a variable names one. */
function envOf({ mark, value = 'true', workspace }: (typeof SYSTEMS)[number], checkout: string) {
  return { [mark]: value, ...(workspace === undefined ? {} : { [workspace]: checkout }) };
}

const REFUSED = /it is left out, because a link leads out of the workspace/;

describe.concurrent('a committed link does not lead out of the checkout', () => {
  it.each(SYSTEMS)('in a job of $name', async (system) => {
    await using place = await createCheckout(system.workspace === undefined);
    const { root, checkout } = place;
    for (const option of ['--data', '--file', '--replay', '--junit'] as const) {
      for (const [cwd, path] of [
        [checkout, 'link.txt'],
        [join(checkout, 'sub'), '../up/secret.txt'],
        [root, 'checkout/link.txt'],
      ] as const) {
        // The root of the Git repository can be found only from inside it.
        if (cwd === root && system.workspace === undefined) continue;
        const env = envOf(system, checkout);
        const { exitCode, stdout, stderr } = await runCli(['-c', '127.0.0.1:1', option, path], { cwd, env });
        expect([exitCode, stderr]).toEqual([2, expect.stringMatching(REFUSED)]);
        expect(`${stdout}${stderr}`).not.toMatch(/AWS_SECRET|S3CRET/);
      }
    }
  });

  it('outside CI it is followed', async () => {
    await using place = await createCheckout(true);
    const { stderr } = await runCli(['-c', '127.0.0.1:1', '--data', 'link.txt'], { cwd: place.checkout });
    expect(stderr).not.toMatch(REFUSED);
  });
});
