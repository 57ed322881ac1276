import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { readModules } from '../support/bundles.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { createWorkspace } from './act.ts';

/** Writes at the end of the process which files of the bundle and which Node modules it loaded. */
const REPORT = `process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => /[\\\\/]dist[\\\\/]/.test(file));
  const modules = process.moduleLoadList.map((name) => name.replace('NativeModule ', ''));
  const names = files.map((file) => require('node:path').basename(file));
  require('node:fs').writeFileSync('loaded.json', JSON.stringify({ files: names.sort(), modules }));
});`;

/** The files and modules that a step loaded. */
interface Loaded {
  readonly files: readonly string[];
  /** Modules of Node. */
  readonly modules: readonly string[];
  /** The part of the start file that is functions which the step did not call. */
  readonly uncalled: number;
}

const START_FILE = join(import.meta.dirname, '../../dist/main/index.js');

const FILES = {
  'report.cjs': REPORT,
  'junit.xml': '<testsuite><testcase name="a"/></testsuite>',
  'lcov.info': 'SF:a.js\nDA:1,1\nend_of_record\n',
};

/** Runs the step of one metric with further inputs. Returns what it loaded. */
async function loadedBy(inputs: Readonly<Record<string, string>>): Promise<Loaded> {
  await using receiver = await startReceiver();
  const cwd = await createWorkspace(FILES);
  for (const name of ['output', 'state', 'summary']) await writeFile(join(cwd, name), '');
  const given = { SERVER: `127.0.0.1:${receiver.port}`, SOURCE: 's', METRIC: 'a', VALUE: '1', ...inputs };
  const env = {
    ...bareEnv(),
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name}`, value])),
    GITHUB_OUTPUT: join(cwd, 'output'),
    GITHUB_STATE: join(cwd, 'state'),
    GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
    NODE_V8_COVERAGE: join(cwd, 'coverage'),
  };
  const args = ['--require', join(cwd, 'report.cjs'), START_FILE];
  const child = startChild({ command: process.execPath, args, env, cwd });
  expect((await finishChild(child)).exitCode).toBe(0);
  expect(receiver.lines[0]?.path).toBe('ci.s.a');
  const { default: loaded } = await import(join(cwd, 'loaded.json'), { with: { type: 'json' } });
  return { ...(loaded as Omit<Loaded, 'uncalled'>), uncalled: await measureUncalled(env.NODE_V8_COVERAGE) };
}

/** A script in a report of V8, with the ranges of each function; the first is the whole function. */
interface CoveredScript {
  readonly url: string;
  readonly functions: ReadonlyArray<{
    readonly ranges: ReadonlyArray<Readonly<Record<'startOffset' | 'endOffset' | 'count', number>>>;
  }>;
}

async function measureUncalled(folder: string): Promise<number> {
  const [report = ''] = await readdir(folder);
  const { result } = JSON.parse(await readFile(join(folder, report), 'utf8')) as { result: CoveredScript[] };
  const script = result.find(({ url }) => url === pathToFileURL(START_FILE).href);
  const uncalled = (script?.functions ?? [])
    .flatMap(({ ranges: [whole] }) => (whole?.count === 0 ? [whole] : []))
    .toSorted((a, b) => a.startOffset - b.startOffset);
  let bytes = 0;
  let end = 0;
  // A function may be in another one.
  for (const { startOffset, endOffset } of uncalled) {
    bytes += Math.max(0, endOffset - Math.max(startOffset, end));
    end = Math.max(end, endOffset);
  }
  return bytes / (await readFile(START_FILE)).length;
}

/** What a step may load: the module that needs it, or the package. */
const HEAVY = {
  YAML: 'node_modules/yaml/',
  XML: 'node_modules/saxes/',
  globs: 'node_modules/tinyglobby/',
  GitHub: 'node_modules/@octokit/',
  reports: 'build/read/reports.js',
  sampler: 'build/sampler/start-sampler.js',
  verification: 'build/verify/verify-points.js',
  spool: 'build/spool/spool.js',
  TLS: 'build/send/tls.js',
};

/** What few steps need. */
const RARE = [
  'build/action/missing-secrets.js',
  'build/action/print-check.js',
  'build/action/print-problem.js',
  'build/action/run-with-end.js',
  'build/action/run-post.js',
  'build/action/step-event.js',
  'build/action/workflow-remarks.js',
  'build/doctor/run-doctor.js',
  'build/library/face-run.js',
  'build/options/resolve-tls.js',
  'build/publish/conclude.js',
  'build/publish/dry-run-sender.js',
  'build/publish/history-check.js',
  'build/publish/send-streams.js',
  'build/report/quantities.js',
  'build/report/summary-check.js',
  'build/report/summary-figures.js',
  'build/send/failover.js',
  'build/send/named-host.js',
  'build/send/with-api-key.js',
  'build/spool/spool-folder.js',
];
/** What a delivery loads whose close came late. */
const PROOF = 'build/send/prove-idle.js';
/** Every step reads the whole start file: 10 kB more cost it 0.6 %, called or not. */
const MAX_UNCALLED = 0.36;

const modulesOf = readModules('main');

/** The heavy parts that the files contain. */
function heavyIn(files: readonly string[]): string[] {
  const modules = files.flatMap((file) => modulesOf.get(file) ?? []);
  return Object.entries(HEAVY).flatMap(([name, path]) =>
    modules.some((module) => module.startsWith(path)) ? [name] : [],
  );
}

describe.concurrent('a step loads only what its inputs need', () => {
  it('one metric: loads only its first file, which has no heavy part', async () => {
    // On a busy machine, the close may be late and then needs a proof.
    const { files } = await loadedBy({});
    expect(files.filter((file) => !modulesOf.get(file)?.includes(PROOF))).toEqual(['index.js']);
    expect(modulesOf.get('index.js')).not.toContain(PROOF);
    expect(heavyIn(['index.js'])).toEqual([]);
    expect(heavyIn([...modulesOf.keys()])).toEqual(Object.keys(HEAVY));
  });

  it('one metric: its first file has nothing that few steps need', () => {
    const all = new Set([...modulesOf.values()].flat());
    expect(RARE.filter((path) => !all.has(path))).toEqual([]);
    expect(RARE.filter((path) => modulesOf.get('index.js')?.includes(path))).toEqual([]);
  });

  // The reader of the kernel's table is in this file, and only Linux has such a table.
  it.runIf(process.platform === 'linux')('one metric: calls most of its first file', async () => {
    const { uncalled } = await loadedBy({});
    expect(uncalled).toBeGreaterThan(0);
    expect(uncalled).toBeLessThan(MAX_UNCALLED);
  });

  it('one metric: loads no slow module of Node', async () => {
    const { modules } = await loadedBy({});
    const slow = [
      'crypto',
      'tls',
      'http',
      'os',
      'perf_hooks',
      'child_process',
      'fs/promises',
      'readline',
      'zlib',
    ];
    expect(modules).toContain('net');
    expect(modules.filter((name) => slow.includes(name))).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['JUnit reports', { JUNIT: 'junit.xml' }, ['XML', 'reports']],
    ['a coverage report that is no XML', { COVERAGE: 'lcov.info' }, ['reports']],
    ['a map', { DATA: 'b: 1' }, ['YAML']],
    ['a glob', { JUNIT: '*.xml' }, ['XML', 'globs', 'reports']],
    ['a token alone', { 'GITHUB-TOKEN': 'x' }, []],
  ])('%s: %j loads %j', async (_, inputs, heavy) => {
    expect(heavyIn((await loadedBy(inputs)).files)).toEqual(heavy);
  });
});
