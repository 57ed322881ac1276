import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { type ActionRun, runAction, runPost } from '../support/runner.ts';
import { createCommandFiles, readCommandFiles } from '../support/runner-files.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { createProject, runShell, writeFiles } from './project.ts';

/** The address of Carbon in the documents. */
export const PLACE = 'carbon.example.com';

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** One job of a workflow. */
export interface Job {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** The trigger of a workflow: its github context and its event. */
export interface Trigger {
  readonly github: Readonly<Record<string, string>>;
  readonly event: Readonly<Record<string, unknown>>;
}

const repository = { full_name: 'acme/app', default_branch: 'main' };
const CONTEXT = { repository: 'acme/app', run_id: '1' };

/** A push to the default branch, a pull request from a branch of the repository, and a push to another branch. */
export const TRIGGERS: Readonly<Record<'push' | 'pull request' | 'branch', Trigger>> = {
  push: {
    github: { ...CONTEXT, event_name: 'push', ref: 'refs/heads/main', ref_name: 'main' },
    event: { repository },
  },
  'pull request': {
    github: {
      ...CONTEXT,
      ...{ event_name: 'pull_request', ref: 'refs/pull/7/merge', ref_name: '7/merge' },
      ...{ head_ref: 'feature', base_ref: 'main' },
    },
    event: { repository, pull_request: { head: { ref: 'feature', repo: repository } } },
  },
  branch: {
    github: { ...CONTEXT, event_name: 'push', ref: 'refs/heads/feature', ref_name: 'feature' },
    event: { repository },
  },
};

/** What the steps of a job sent, and what the action and the steps printed. */
export interface JobRun {
  readonly lines: readonly string[];
  /** The log of the action's steps. */
  readonly log: string;
  /** The output of the other steps. */
  readonly printed: string;
}

/** What a job has in addition: repository variables, instead of the receiver's, and files. */
export interface JobPlace {
  readonly vars?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** The inputs of a workflow that another one calls, as written. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The expected notices of the action; none by default. */
  readonly notices?: readonly RegExp[];
}

const CALLED = { carbon: '${{ vars.CARBON }}', reports: 'reports/*.xml' };

/** Runs the steps of a job, and then their post steps. Lines about the machine are left out. */
export async function runJob(
  { name, steps }: Job,
  { github, event }: Trigger,
  { vars, files: extraFiles = {}, inputs = CALLED, notices = [] }: JobPlace = {},
): Promise<JobRun> {
  await using project = await createProject();
  await writeFiles(project.path, extraFiles);
  await using temp = await createTempDir('documents-temp-');
  await using receiver = await startReceiver();
  const matrix = createMatrix(steps);
  const outputs: Record<string, { outputs: Readonly<Record<string, string>> }> = {};
  const known = { vars: { CARBON: `127.0.0.1:${receiver.port}`, ...vars } };
  const contexts = {
    ...known,
    inputs: evaluateAll(inputs, known),
    steps: outputs,
    github,
    matrix: matrix ?? {},
    runner: { temp: temp.path },
  };
  await keepUndelivered(temp.path);
  const place = { cwd: project.path, github: { ...github, job: name }, event };
  const ends: ActionRun[] = [];
  let log = '';
  let printed = '';
  for (const step of steps) {
    if (step.uses?.startsWith('actions/') || !holds(step.if ?? 'always()', contexts)) continue;
    let made: { readonly outputs: Readonly<Record<string, string>>; readonly exitCode: number | null };
    if (step.run === undefined) {
      const inputs = evaluateAll(step.with ?? {}, contexts);
      const run = await runAction({ ...place, inputs, ...(matrix !== undefined && { matrix }) });
      const expected = notices.map((notice) => expect.stringMatching(notice));
      expect(run.annotations).toEqual({ notices: expected, warnings: [], errors: [] });
      log += run.stdout.replaceAll(`127.0.0.1:${receiver.port}`, `${PLACE}:2003`);
      made = run;
      ends.unshift(run);
    } else {
      const files = await createCommandFiles(temp.path);
      const env = { ...files, ...evaluateAll(step.env ?? {}, contexts) };
      const { exitCode, stdout, stderr } = await runShell(step.run, { cwd: project.path, env });
      expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
      printed += stdout;
      made = { ...(await readCommandFiles(files)), exitCode };
    }
    expect(made).toMatchObject({ exitCode: 0 });
    if (step.id !== undefined) outputs[step.id] = made;
  }
  for (const run of ends) {
    const end = await runPost(run);
    expect([end.exitCode, end.annotations]).toEqual([0, { notices: [], warnings: [], errors: [] }]);
    log += end.stdout.replaceAll(`127.0.0.1:${receiver.port}`, `${PLACE}:2003`);
  }
  expect(receiver.badLines).toEqual([]);
  const lines = receiver.lines.map(({ text }) => text);
  const ofRunner = lines.filter((line) => /\.runner\.(?:cpu|memory|disk|network)_/.test(line));
  if (JSON.stringify(steps).includes('runner-metrics') && ends.length > 0) expect(ofRunner).not.toEqual([]);
  return { lines: lines.filter((line) => !ofRunner.includes(line)), log, printed };
}

/** An unused matrix would cause the notice that legs overwrite each other. */
function createMatrix(steps: readonly Step[]): Readonly<Record<string, string>> | undefined {
  return JSON.stringify(steps).includes('matrix.') ? { os: 'ubuntu-24.04', node: '22' } : undefined;
}

/** Undelivered lines of an earlier run, as a cache restores them. */
async function keepUndelivered(folder: string): Promise<void> {
  await mkdir(join(folder, 'carbon-undelivered'));
  const file = join(folder, 'carbon-undelivered', 'undelivered-1.txt');
  await writeFile(file, 'ci.acme.app.test_count 411 1795411200\n');
}

function evaluateAll(texts: Readonly<Record<string, unknown>>, contexts: object): Record<string, string> {
  const entries = Object.entries(texts).map(([name, value]) => [
    name,
    String(value).replace(/\$\{\{ (.*?) \}\}/g, (_, path: string) => lookUp(path, contexts)),
  ]);
  return Object.fromEntries(entries);
}

function lookUp(path: string, contexts: object): string {
  if (!/^(vars|inputs|steps|github|matrix|runner)(\.\w+)+$/.test(path))
    throw new Error(`unknown expression ${path}`);
  const value = path
    .split('.')
    .reduce<unknown>((found, name) => (found as Record<string, unknown>)?.[name], contexts);
  return String(value ?? '');
}

function holds(condition: string, contexts: object): boolean {
  return condition.split(' && ').every((part) => {
    if (part === 'always()') return true;
    const [, path = '', text] = /^(\S+) == '(.*)'$/.exec(part) ?? [];
    return lookUp(path, contexts) === text;
  });
}
