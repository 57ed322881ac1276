import { realpathSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { getProgram } from '../support/needs.ts';
import { createTempDir, type TempDir } from '../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- More.\n\n## [1.0.0] - 2026-01-01\n\n- All.\n';

/** A checkout with the files that the scripts read, and its repository. */
export class Checkout implements AsyncDisposable {
  readonly #dir: TempDir;
  readonly path: string;

  private constructor(dir: TempDir) {
    this.#dir = dir;
    // What a script resolves has no links in it, such as the temporary folder of macOS.
    this.path = join(realpathSync(dir.path), 'checkout');
  }

  static async create(): Promise<Checkout> {
    const checkout = new Checkout(await createTempDir('release-'));
    const { path } = checkout;
    await mkdir(join(path, 'src/cli'), { recursive: true });
    await mkdir(join(path, 'docs'));
    await mkdir(join(path, '../bin'));
    for (const name of ['package.json', 'package-lock.json', 'src/cli/program.ts'])
      await checkout.write(name, await readFile(join(ROOT, name), 'utf8'));
    const { version } = JSON.parse(await checkout.read('package.json'));
    await checkout.write('CHANGELOG.md', CHANGELOG.replace('1.0.0', version));
    await checkout.write('docs/install.md', `npm install carbon-action-${version}.tgz\n`);
    await cp(join(ROOT, 'scripts/release'), join(path, 'scripts/release'), { recursive: true });
    await checkout.git('init', '--quiet', '--bare', '--initial-branch=main', '../remote');
    await checkout.git('init', '--quiet', '--initial-branch=main');
    await checkout.git('remote', 'add', 'origin', '../remote');
    await checkout.commit('The first version');
    return checkout;
  }

  read(name: string): Promise<string> {
    return readFile(join(this.path, name), 'utf8');
  }

  write(name: string, text: string): Promise<void> {
    return writeFile(join(this.path, name), text);
  }

  async edit(name: string, before: string | RegExp, after: string): Promise<void> {
    await this.write(name, (await this.read(name)).replace(before, after));
  }

  async git(...args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.#start(getProgram('git'), args);
    if (exitCode !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  /** Commits everything, and pushes it to main. */
  async commit(subject: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--allow-empty', '--message', subject);
    await this.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  }

  async tag(name: string): Promise<void> {
    await this.git('tag', name);
    await this.git('push', '--quiet', 'origin', `refs/tags/${name}`);
  }

  /** Puts a program into the path. It records its arguments and then runs a script. */
  async addProgram(name: string, script: string): Promise<void> {
    const path = join(this.path, '../bin', name);
    await writeFile(path, `#!/bin/sh\necho "${name} $*" >> "${join(this.path, '../calls')}"\n${script}\n`);
    await chmod(path, 0o755);
  }

  async readCalls(): Promise<string[]> {
    const text = await readFile(join(this.path, '../calls'), 'utf8');
    return text.trimEnd().split('\n');
  }

  run(script: string, ...args: readonly string[]): Promise<ChildResult> {
    return this.#start(process.execPath, [join(this.path, 'scripts/release', script), ...args]);
  }

  /** Runs the script of a workflow's step. */
  runStep(script: string, env: Readonly<Record<string, string>>): Promise<ChildResult> {
    return this.#start(getProgram('bash'), ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], env);
  }

  #start(
    command: string,
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<ChildResult> {
    const person = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com' };
    const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' };
    const bare = bareEnv();
    const PATH = [join(this.path, '../bin'), dirname(process.execPath), bare['PATH']].join(delimiter);
    const env = {
      ...more,
      ...bare,
      ...person,
      ...committer,
      GIT_CONFIG_GLOBAL: join(this.path, '../none'),
      PATH,
    };
    return finishChild(startChild({ command, args, env, cwd: this.path }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dir[Symbol.asyncDispose]();
  }
}
