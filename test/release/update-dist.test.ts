import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ChildResult } from '../support/child.ts';
import { needs } from '../support/needs.ts';
import { Checkout } from './checkout.ts';

interface Job {
  readonly if?: string;
  readonly permissions?: object;
  readonly steps: ReadonlyArray<{ readonly name?: string; readonly run?: string }>;
}

const workflow = parse(
  await readFile(join(import.meta.dirname, '../../.github/workflows/update-dist.yml'), 'utf8'),
) as { on: object; jobs: Record<'build' | 'commit', Job> };
const BRANCH = 'dependabot/npm_and_yarn/npm-1234';

describe('update-dist.yml', needs('git', 'bash', 'a POSIX system'), () => {
  /** A checkout of Dependabot's branch after the first steps. */
  async function createBranch(): Promise<Checkout> {
    const checkout = await Checkout.create();
    await mkdir(join(checkout.path, 'dist/cli'), { recursive: true });
    await checkout.write('dist/cli/index.js', 'old\n');
    await checkout.git('add', '--all');
    await checkout.git('update-index', '--chmod=+x', 'dist/cli/index.js');
    await checkout.git('commit', '--quiet', '--message', 'Bump yaml');
    await checkout.git('push', '--quiet', 'origin', `HEAD:refs/heads/${BRANCH}`);
    await checkout.addProgram('gh', '');
    return checkout;
  }

  function commit(checkout: Checkout): Promise<ChildResult> {
    const script = workflow.jobs.commit.steps.find(({ name }) => name === 'Commit and push')?.run ?? '';
    return checkout.runStep(script, { BRANCH });
  }

  const findRemote = async (checkout: Checkout): Promise<string> =>
    (await checkout.git('ls-remote', 'origin', `refs/heads/${BRANCH}`)).split('\t')[0] ?? '';

  it('adds the build to the branch of Dependabot, which may still rebase it', async () => {
    await using checkout = await createBranch();
    await checkout.write('dist/cli/index.js', 'new\n');
    await checkout.write('dist/cli/1.index.js', 'more\n');
    expect(await commit(checkout)).toMatchObject({ exitCode: 0 });
    expect(await checkout.readCalls()).toEqual(['gh auth setup-git']);
    const changes = await checkout.git(
      'show',
      '--format=%s',
      '--summary',
      '--stat=80',
      await findRemote(checkout),
    );
    expect(changes).toContain('[dependabot skip] Build dist/');
    expect(changes).toContain('2 files changed');
    expect(changes).not.toContain('mode change');
  });

  it('commits nothing when dist/ is the same', async () => {
    await using checkout = await createBranch();
    const before = await findRemote(checkout);
    expect(await commit(checkout)).toMatchObject({ exitCode: 0 });
    expect(await findRemote(checkout)).toBe(before);
  });

  it('does not change a branch that has moved meanwhile', async () => {
    await using checkout = await createBranch();
    await checkout.git('commit', '--quiet', '--allow-empty', '--message', 'Rebased');
    await checkout.git('push', '--quiet', 'origin', `HEAD:refs/heads/${BRANCH}`);
    await checkout.git('reset', '--quiet', '--hard', 'HEAD~');
    const before = await findRemote(checkout);
    await checkout.write('dist/cli/index.js', 'new\n');
    expect((await commit(checkout)).exitCode).not.toBe(0);
    expect(await findRemote(checkout)).toBe(before);
  });
});

it('runs the code of a pull request only without write access', () => {
  const { build, commit } = workflow.jobs;
  expect(workflow.on).toEqual({ pull_request: { paths: ['package-lock.json'] } });
  expect(build.if).toContain("user.login == 'dependabot[bot]'");
  expect(build.permissions).toBeUndefined();
  expect(commit.permissions).toEqual({ contents: 'write' });
  for (const { run = '' } of commit.steps) expect(run).not.toMatch(/\b(?:npm|npx|node|scripts)\b/);
});
