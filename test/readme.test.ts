import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startReceiver } from '../src/receiver/index.ts';
import { bareEnv, type ChildResult, finishChild, startChild } from './support/child.ts';
import { type ActionRun, runAction, runPost } from './support/runner.ts';
import { createCommandFiles, readCommandFiles } from './support/runner-files.ts';
import { createTempDir, type TempDir } from './support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const README = read('README.md');
const PLACE = 'carbon.example.com';
/** The examples are for the shell of a Linux or macOS job. */
const shell = needs('a POSIX system', 'bash', 'git');

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

/** Every fenced block under the heading that it stands below. */
const blocks = README.split(/^#+ (?=.*$)/m).flatMap((section) =>
  [...section.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
    heading: section.split('\n', 1)[0] ?? '',
    language,
    text,
  })),
);
const blocksOf = (language: string): typeof blocks => blocks.filter((block) => block.language === language);
const textOf = (language: string): string => blocksOf(language)[0]?.text ?? '';

/** A project with 57 committed files, as the examples suppose one. */
async function createProject(): Promise<TempDir> {
  const project = await createTempDir('readme-');
  const inProject = (name: string): string => join(project.path, name);
  await symlink(join(ROOT, 'node_modules'), inProject('node_modules'));
  await writeFile(inProject('package.json'), '{ "scripts": { "build": "true", "test": "vitest run" } }');
  await writeFile(inProject('a.test.js'), "import { it } from 'vitest';\nit('passes', () => {});\n");
  await mkdir(inProject('packages/a'), { recursive: true });
  await mkdir(inProject('dist'));
  await writeFile(inProject('packages/a/lcov.info'), 'SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\n');
  await writeFile(inProject('dist/app.js'), 'x'.repeat(1000));
  await writeFile(inProject('dist/app.css'), '/* css */\n');
  for (let index = 0; index < 55; index++) await writeFile(inProject(`file-${index}`), '');
  const git = await runShell('git init -q && git add package.json *.js file-*', {
    cwd: project.path,
    env: {},
  });
  expect(git).toMatchObject({ exitCode: 0, stderr: '' });
  return project;
}

function runShell(
  script: string,
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<ChildResult> {
  const PATH = [join(cwd, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);
  const all = { ...bareEnv(), CI: 'true', ...env, PATH };
  return finishChild(startChild({ command: getProgram('bash'), args: ['-e', '-c', script], cwd, env: all }));
}

function lookUp(path: string, contexts: object): string {
  if (!/^(vars|steps|github|matrix|runner)(\.\w+)+$/.test(path))
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

const EVENTS = {
  push: { event_name: 'push', ref: 'refs/heads/main', repository: 'acme/app', run_id: '1' },
  'pull request': { event_name: 'pull_request', ref: 'refs/pull/7/merge', repository: 'acme/app' },
};

/** Runs the steps of a snippet; returns what arrived and what the action said. */
async function runSteps(
  steps: readonly Step[],
  github: Readonly<Record<string, string>>,
): Promise<{ lines: string[]; log: string }> {
  await using project = await createProject();
  await using temp = await createTempDir('readme-temp-');
  await using receiver = await startReceiver();
  // A matrix where none is used would bring the notice that legs overwrite each other.
  const matrix = JSON.stringify(steps).includes('matrix.') ? { os: 'ubuntu-24.04' } : {};
  const outputs: Record<string, { outputs: Readonly<Record<string, string>> }> = {};
  const runner = { temp: temp.path };
  const contexts = { vars: { CARBON: `127.0.0.1:${receiver.port}` }, steps: outputs, github, matrix, runner };
  // What an earlier run could not deliver, as a cache brings it back.
  await mkdir(join(temp.path, 'carbon-undelivered'));
  await writeFile(
    join(temp.path, 'carbon-undelivered', 'undelivered-1.txt'),
    'ci.acme.app.test_count 411 1795411200\n',
  );
  const ends: ActionRun[] = [];
  let log = '';
  for (const step of steps) {
    if (step.uses?.startsWith('actions/') || !holds(step.if ?? 'always()', contexts)) continue;
    let made: { readonly outputs: Readonly<Record<string, string>>; readonly exitCode: number | null };
    if (step.run === undefined) {
      const inputs = Object.entries(step.with ?? {}).map(([name, value]) => [
        name,
        String(value).replace(/\$\{\{ (.*?) \}\}/g, (_, path: string) => lookUp(path, contexts)),
      ]);
      const run = await runAction({ inputs: Object.fromEntries(inputs), github, matrix, cwd: project.path });
      expect(run.annotations).toEqual({ notices: [], warnings: [], errors: [] });
      log += run.stdout.replaceAll(`127.0.0.1:${receiver.port}`, `${PLACE}:2003`);
      made = run;
      ends.unshift(run);
    } else {
      const files = await createCommandFiles(temp.path);
      const { exitCode } = await runShell(step.run, { cwd: project.path, env: { ...files } });
      made = { ...(await readCommandFiles(files)), exitCode };
    }
    expect(made).toMatchObject({ exitCode: 0 });
    if (step.id !== undefined) outputs[step.id] = made;
  }
  for (const run of ends) {
    const end = await runPost(run);
    expect([end.exitCode, end.annotations]).toEqual([0, { notices: [], warnings: [], errors: [] }]);
  }
  expect(receiver.badLines).toEqual([]);
  const lines = receiver.lines.map(({ text }) => text);
  // What a machine has to say of itself differs from one to the next.
  const ofRunner = lines.filter((line) => /\.build\.runner\.(?:cpu|memory|disk)_/.test(line));
  if (JSON.stringify(steps).includes('runner-metrics') && ends.length > 0) expect(ofRunner).not.toEqual([]);
  return { lines: lines.filter((line) => !line.includes('.build.runner.')), log };
}

const wrap = (text: string): string =>
  text.startsWith('- ')
    ? `on: push\njobs:\n  job:\n    strategy: { matrix: { os: [ubuntu-24.04] } }\n    runs-on: ubuntu-24.04\n    steps:\n${text.replace(/^(?=.)/gm, '      ')}`
    : text;

/** What the one test of the project comes to. */
function listTests(path: string): (string | RegExp)[] {
  const counts = ['total 1', 'passed 1', 'failed 0', 'errors 0', 'skipped 0', 'flaky 0'];
  const escaped = path.replaceAll('.', '\\.');
  return [
    ...counts.map((count) => `ci.acme.app.ci.build.${path}.${count}`),
    new RegExp(`^ci\\.acme\\.app\\.ci\\.build\\.${escaped}\\.duration_seconds [\\d.]+$`),
  ];
}

/** The lines, without their timestamps, that a snippet sends on the default branch. */
const SENT: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'carbon-action': ['ci.acme.app.file_count 57', 'ci.acme.app.test_count 412'],
  'Build duration': [/^ci\.acme\.app\.build\.duration_seconds \d+$/],
  'The job, in one step at its top': [
    /^ci\.acme\.app\.ci\.build\.job\.duration_seconds [\d.]+$/,
    'ci.acme.app.ci.build.job.success 1',
    'ci.acme.app.ci.build.job.failure 0',
    'ci.acme.app.ci.build.job.cancelled 0',
    'ci.acme.app.ci.build.job.attempt 1',
  ],
  Tests: [...listTests('tests'), ...listTests('tests.suite.a_test_js')],
  Coverage: ['covered 1', 'total 2', 'percent 50'].map((end) => `ci.acme.app.ci.build.coverage.lines.${end}`),
  Sizes: [
    'ci.acme.app.ci.build.size.bundle.bytes 1010',
    /^ci\.acme\.app\.ci\.build\.size\.bundle\.gzip_bytes \d\d$/,
    'ci.acme.app.ci.build.size.bundle.files 2',
    'ci.acme.app.ci.build.size.styles.bytes 10',
    /^ci\.acme\.app\.ci\.build\.size\.styles\.gzip_bytes \d\d$/,
    'ci.acme.app.ci.build.size.styles.files 1',
  ],
  'Files that are made later': [
    ...listTests('tests'),
    /^ci\.acme\.app\.ci\.build\.job\.duration_seconds [\d.]+$/,
    'ci.acme.app.ci.build.job.success 1',
    'ci.acme.app.ci.build.job.failure 0',
    'ci.acme.app.ci.build.job.cancelled 0',
    'ci.acme.app.ci.build.job.attempt 1',
  ],
  'Numbers from a file of your own': ['ci.acme.app.files 57', 'ci.acme.app.todo 0'],
  Matrix: ['ci.acme.app.ubuntu-24_04.test_count 412'],
  'Several repositories': ['ci.acme.api.open_issues 12', 'ci.acme.api.stars 40', 'ci.acme.web.open_issues 7'],
  'Pull requests': [],
  'Dry run': [],
  'When Carbon is down': ['ci.acme.app.test_count 411', 'ci.acme.app.test_count 412'],
  'Data files': ['ci.acme.app.coverage.lines 87.5', /^ci\.acme\.app\.bundle\.bytes \d+$/],
};

describe.each(blocksOf('yaml'))('the workflow of "$heading"', ({ heading, text }) => {
  const steps = Object.values((parse(wrap(text)) as Workflow).jobs).flatMap((job) => job.steps);

  it('is valid, and gives the action only inputs that it has', async () => {
    const { context, value } = parseWorkflow(
      { name: 'readme.yml', content: wrap(text) },
      new NoOperationTraceWriter(),
    );
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors()).toEqual([]);
    const { inputs } = parse(read('action.yml')) as { inputs: object };
    const uses = steps.filter((step) => step.uses === 'org/carbon-action@v1');
    expect(uses).not.toEqual([]);
    for (const step of uses)
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });

  // Other tests have a terminator of TLS and a Graphite for these.
  if (heading === 'TLS' || heading === 'Read back') return;

  it('sends what it says on a push to the default branch', shell, async () => {
    const { lines, log } = await runSteps(steps, EVENTS.push);
    const expected = SENT[heading]?.map((line) =>
      line instanceof RegExp ? expect.stringMatching(line) : line,
    );
    expect(lines.map((line) => line.replace(/ \d+$/, ''))).toEqual(expected);
    if (heading === 'Dry run') expect(log).toContain('ci.acme.app.test_count 412 ');
    if (heading !== 'carbon-action') return;
    const shown = textOf('text').replaceAll(/ 1795411200$/gm, ' TIME');
    expect(`${lines.join('\n').replaceAll(/ \d+$/gm, ' TIME')}\n\n${log}`).toBe(shown);
  });

  it('keeps a pull request off the paths of the default branch', shell, async () => {
    const { lines } = await runSteps(steps, EVENTS['pull request']);
    const own = [expect.stringMatching(/^ci-pull-requests\.acme\.app\.test_count 412 \d+$/)];
    expect(lines).toEqual(heading === 'Pull requests' ? own : []);
  });
});

/** Runs an example in a folder of its own, with the receiver's address in place of the example's. */
async function runExample(
  text: string,
  run: (script: string, cwd: string, server: string) => Promise<ChildResult>,
): Promise<ChildResult & { lines: string[] }> {
  await using folder = await createTempDir('readme-');
  await using receiver = await startReceiver();
  const server = `127.0.0.1:${receiver.port}`;
  const result = await run(text.replaceAll(/carbon\.example\.com(:2003)?/g, server), folder.path, server);
  expect(receiver.badLines).toEqual([]);
  return { ...result, lines: receiver.lines.map((line) => line.text) };
}

const COMMANDS: Readonly<Record<string, readonly RegExp[]>> = {
  'Replay by hand': [/^ci\.acme\.app\.test_count 412 \d+$/],
  'Around a command': [
    /^ci\.[\w-]+\.step\.unit_tests\.duration_seconds [\d.]+ \d+$/,
    /^ci\.[\w-]+\.step\.unit_tests\.success 1 \d+$/,
  ],
  'The command line': [
    /^systems\.[\w-]+\.filesystem\._root 53 \d+$/,
    /^production\.web1\.df_root 53 \d+$/,
    /^systems\.[\w-]+\.df_root \d+ \d+$/,
    /^production\.[\w-]+\.queue\.waiting 7 \d+$/,
    /^production\.[\w-]+\.queue\.done 120 \d+$/,
    /^systems\.[\w-]+\.requests;host=web1 120 1795411200$/,
  ],
};

it.each(blocksOf('sh').filter(({ text }) => text.includes('carbonclient')))(
  'the commands of "$heading" send what they say',
  shell,
  async ({ heading, text }) => {
    const { exitCode, lines } = await runExample(text, async (script, cwd, server) => {
      await mkdir(join(cwd, 'bin'));
      const cli = `exec '${process.execPath}' '${join(ROOT, 'dist/cli/index.js')}'`;
      // The default server is a host called carbon, which no test machine has.
      const shim = `#!/bin/sh\ncase " $* " in *" -c "*) ${cli} "$@";; *) ${cli} -c ${server} "$@";; esac\n`;
      await writeFile(join(cwd, 'bin/carbonclient'), shim);
      await chmod(join(cwd, 'bin/carbonclient'), 0o755);
      await writeFile(join(cwd, 'package.json'), '{ "scripts": { "test": "node -e 0" } }');
      return runShell(script, { cwd, env: { CI: '' } });
    });
    expect(exitCode).toBe(0);
    expect(lines).toEqual(COMMANDS[heading]?.map((line) => expect.stringMatching(line)));
  },
);

/** The files that the library's example names. */
async function writeReports(folder: string): Promise<void> {
  const files = {
    'reports/unit/a.xml': '<testsuite><testcase name="a" time="1"/></testsuite>',
    'lcov.info': 'SF:a.js\nDA:1,1\nend_of_record\n',
    'api/cobertura.xml':
      '<coverage><packages><package><classes><class filename="b.py"><lines><line number="1" hits="0"/></lines></class></classes></package></packages></coverage>',
    'dist/a.js': 'a',
    'image.tar': 'b',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

it.each(blocksOf('js'))('the program of "$heading" prints what its comments say', shell, async ({ text }) => {
  const { exitCode, stdout, stderr, lines } = await runExample(text, async (script, cwd) => {
    await mkdir(join(cwd, 'node_modules'));
    await symlink(ROOT, join(cwd, 'node_modules/carbon-action'), 'junction');
    await writeFile(join(cwd, 'example.mjs'), script);
    await writeReports(cwd);
    return runShell(`'${process.execPath}' example.mjs`, { cwd, env: {} });
  });
  const said = [...text.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
  expect({ exitCode, stderr, said: stdout.trim().split('\n') }).toEqual({ exitCode: 0, stderr: '', said });
  const counts = { startReceiver: 0, measureRunner: 14, 'report({': 16, update: 5 };
  const [, count] = Object.entries(counts).find(([word]) => text.includes(word)) ?? [];
  expect(lines).toHaveLength(count ?? Number.NaN);
});

/** Carbon's own reading of the README's two files, and what whisper keeps of one value a day. */
const STORAGE = `
import json, os, sys, time, whisper
from carbon.conf import settings
settings['CONF_DIR'] = sys.argv[1]
from carbon.storage import loadAggregationSchemas, loadStorageSchemas

DAY, path = 86400, os.path.join(sys.argv[1], 'a.wsp')
today = int(time.time()) // DAY * DAY

def first(schemas, name):
    return next(schema for schema in schemas if schema.matches(name))

def keep(archives, factor, method):
    if os.path.exists(path):
        os.remove(path)
    whisper.create(path, archives, xFilesFactor=factor, aggregationMethod=method)
    for day in range(30, 0, -1):
        at = today - day * DAY + 43200
        whisper.update(path, day, at, at + 1)
    return len([1 for value in whisper.fetch(path, today - 31 * DAY, today, today)[1] if value is not None])

debian = [(60, 1440), (300, 8640), (3600, 26280)]
made = {'debian': keep(debian, 0.5, 'average'), 'factor': keep(debian, 0, 'average')}
for name in ('ci.acme.app.test_count', 'ci-pull-requests.acme.app.test_count;os=Linux', 'circus.a'):
    archives = [archive.getTuple() for archive in first(loadStorageSchemas(), name).archives]
    made[name] = [archives, keep(archives, *first(loadAggregationSchemas(), name).archives), os.path.getsize(path)]
print(json.dumps(made))
`;

import { getInterpreter, getProgram, needs } from './support/needs.ts';

it('keeps sparse points with the storage schema, and loses them without', needs('carbon-cache'), async () => {
  await using conf = await createTempDir('readme-');
  const [schema = '', aggregation = ''] = blocksOf('ini').map(({ text }) => text);
  await writeFile(join(conf.path, 'storage-schemas.conf'), schema);
  await writeFile(join(conf.path, 'storage-aggregation.conf'), aggregation);
  const command = getInterpreter('carbon-cache');
  const python = { command, args: ['-c', STORAGE, conf.path], env: bareEnv() };
  const { stdout, stderr } = await finishChild(startChild(python));
  expect(stderr).toBe('');
  const archives = [
    [60, 10_080],
    [3600, 43_800],
  ];
  expect(JSON.parse(stdout)).toEqual({
    debian: 0,
    factor: 30,
    'ci.acme.app.test_count': [archives, 30, 646_600],
    'ci-pull-requests.acme.app.test_count;os=Linux': [archives, 30, 646_600],
    // Carbon's own last resort: a week of minutes.
    'circus.a': [[[60, 10_080]], 7, 120_988],
  });
});

it('has only blocks that a test runs, and links that lead somewhere', () => {
  const npm = blocksOf('sh').filter(({ text }) => !text.includes('carbonclient'));
  expect(npm.map(({ text }) => text.match(/^npm [\w ]+?(?= +#)/gm))).toEqual([['npm run demo', 'npm cit']]);
  expect(blocksOf('text')).toHaveLength(1);
  expect(new Set(blocks.map(({ language }) => language))).toEqual(
    new Set(['yaml', 'text', 'sh', 'js', 'ini']),
  );
  const slug = (heading: string): string =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-');
  const anchors = [...README.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => `#${slug(heading)}`);
  for (const [, target = ''] of README.matchAll(/\]\((?!https:)(.*?)\)/g))
    expect(target.startsWith('#') ? anchors.includes(target) : existsSync(join(ROOT, target)), target).toBe(
      true,
    );
});

it('knows every folder of src and the version of the package', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const mapped = [...read('CONTRIBUTING.md').matchAll(/^ {2}(\w+)\/ /gm)].map(([, name]) => name);
  expect(mapped.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(/^## \[(\d.*?)\]/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
});
