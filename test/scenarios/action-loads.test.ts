import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
}

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
  };
  const script = join(import.meta.dirname, '../../dist/main/index.js');
  const args = ['--require', join(cwd, 'report.cjs'), script];
  const child = startChild({ command: process.execPath, args, env, cwd });
  expect((await finishChild(child)).exitCode).toBe(0);
  expect(receiver.lines[0]?.path).toBe('ci.s.a');
  const { default: loaded } = await import(join(cwd, 'loaded.json'), { with: { type: 'json' } });
  return loaded as Loaded;
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
    expect((await loadedBy({})).files).toEqual(['index.js']);
    expect(heavyIn(['index.js'])).toEqual([]);
    expect(heavyIn([...modulesOf.keys()])).toEqual(Object.keys(HEAVY));
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
