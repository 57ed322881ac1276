import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { findProgram, getProgram, needs } from '../support/needs.ts';
import { createTempDir, type TempDir } from '../support/temp-dir.ts';
import { listBlocks, ROOT, readRoot } from './documents.ts';
import { EXPECTED } from './expected-lines.ts';
import { createProject, runShell, writeFiles } from './project.ts';
import { workflows } from './workflow-texts.ts';

/** Each job has a network of its own, with a loopback interface and no way out. */
const runner = needs('act', 'bash', 'git', 'ip', 'root with namespaces');

/** Starts the receiver that the examples send to, runs act, and ends the receiver. */
const INSIDE = `
ip link set lo up
"$NODE" "$ROOT/dist/cli/index.js" listen --port 2003 > "$RECEIVED" &
receiver=$!
until (: < /dev/tcp/127.0.0.1/2003) 2> /dev/null; do sleep 0.1; done
"$ACT" "$@"
code=$?
kill -INT "$receiver" && wait "$receiver"
exit "$code"
`;

interface ActRun extends ChildResult {
  /** The lines that the receiver got, without their times. */
  readonly lines: readonly string[];
}

/** Runs a workflow of a repository in act, on this machine and without Docker. */
async function act(repository: string, args: readonly string[]): Promise<ActRun> {
  await using home = await createTempDir('act-');
  await using action = await createAction();
  const received = join(home.path, 'received.txt');
  const env = {
    ...bareEnv(),
    HOME: home.path,
    PATH: [dirname(process.execPath), process.env['PATH']].join(':'),
    NODE: process.execPath,
    ROOT,
    RECEIVED: received,
    ACT: getProgram('act'),
  };
  const flags = [
    ...['-P', 'ubuntu-24.04=-self-hosted', '--container-daemon-socket', '-', '--pull=false'],
    ...['--no-cache-server', '--local-repository', `org/carbon-action@v1=${action.path}`],
    ...['--var', 'CARBON=127.0.0.1:2003', '--use-gitignore=false'],
  ];
  const command = findProgram('unshare') ?? 'unshare';
  const inside = ['--net', getProgram('bash'), '-c', INSIDE, 'inside', 'push', ...flags, ...args];
  const run = await finishChild(startChild({ command, args: inside, env, cwd: repository }));
  const lines = (await readFile(received, 'utf8')).split('\n').filter((line) => / \d{10}$/.test(line));
  return { ...run, lines: lines.map((line) => line.replace(/ \d{10}$/, '')) };
}

/** What a checkout of the action has. */
async function createAction(): Promise<TempDir> {
  const action = await createTempDir('action-');
  for (const name of ['action.yml', 'package.json', 'dist'])
    await cp(join(ROOT, name), join(action.path, name), { recursive: true });
  return action;
}

/** Commits a folder's files, as the branch main of acme/app. */
async function commit(cwd: string, files = '.'): Promise<void> {
  const script = `git init -q -b main && git remote add origin https://github.com/acme/app.git && git add ${files} &&
    git -c user.name=a -c user.email=a@example.com commit -q -m first`;
  const { exitCode, stderr } = await runShell(script, { cwd });
  if (exitCode !== 0) throw new Error(stderr);
}

/** Any number in place of `#`. */
function matchLine(line: string): unknown {
  const pattern = line.replaceAll(/[.|;+]/g, '\\$&').replaceAll('#', '[\\d.]+');
  return expect.stringMatching(new RegExp(`^${pattern}$`));
}

describe("in act, an independent runner of GitHub's workflows", runner, () => {
  const examples = listBlocks('yaml')
    .filter(({ document }) => document === 'README.md')
    .slice(0, 2);

  it.each(examples.map(({ heading }) => heading))('README, %s', async (heading) => {
    const id = `README.md: ${heading}`;
    const workflow = workflows.find((one) => one.id === id);
    if (workflow === undefined) throw new Error(`no workflow is called ${id}`);
    await using project = await createProject();
    const checkout = '    steps:\n      - uses: actions/checkout@v7\n';
    const text = workflow.text.includes('actions/checkout')
      ? workflow.text
      : workflow.text.replace('    steps:\n', checkout);
    await writeFiles(project.path, { '.github/workflows/ci.yml': text });
    await rm(join(project.path, '.git'), { recursive: true });
    await commit(project.path, 'package.json a.test.js .github file-*');
    const run = await act(project.path, []);
    expect([run.exitCode, run.lines]).toEqual([0, EXPECTED[id]?.map(matchLine)]);
    expect(run.stdout).toContain('Job succeeded');
    expect(run.stdout).not.toMatch(/::(?:warning|error)::/);
  });

  it.each([
    ['self', ['-j', 'self']],
    ['post', ['-j', 'post', '--matrix', 'name:Linux']],
  ])('the job %s of self.yml on Linux', async (_, args) => {
    await using copy = await createTempDir('self-');
    const { stdout } = await runShell('git ls-files -z', { cwd: ROOT });
    for (const name of stdout.split('\0').filter((one) => one !== '')) {
      await mkdir(dirname(join(copy.path, name)), { recursive: true });
      await cp(join(ROOT, name), join(copy.path, name)).catch(() => {});
    }
    // act ends what a step leaves in its process group.
    const text = readRoot('.github/workflows/self.yml').replace(
      ' node dist/cli/index.js listen',
      ' setsid$&',
    );
    await writeFile(join(copy.path, '.github/workflows/self.yml'), text);
    await commit(copy.path);
    const run = await act(copy.path, ['-W', '.github/workflows/self.yml', ...args]);
    expect([run.exitCode, run.stdout]).toEqual([0, expect.stringContaining('Job succeeded')]);
  });
});
