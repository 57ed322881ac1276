import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { createWorkspace } from './act.ts';

/** Prints, when the process ends, which files of the bundle it has loaded. */
const TELL = `process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => /[\\\\/]dist[\\\\/]/.test(file));
  require('node:fs').writeFileSync('loaded.json', JSON.stringify(files.map((file) => require('node:path').basename(file))));
});`;

const FILES = {
  'tell.cjs': TELL,
  'junit.xml': '<testsuite><testcase name="a"/></testsuite>',
  'lcov.info': 'SF:a.js\nDA:1,1\nend_of_record\n',
};

/** Runs the step of one metric with further inputs; the files of dist/main that it loaded. */
async function loadedBy(inputs: Readonly<Record<string, string>>): Promise<string[]> {
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
  const args = ['--require', join(cwd, 'tell.cjs'), script];
  const child = startChild({ command: process.execPath, args, env, cwd });
  expect((await finishChild(child)).exitCode).toBe(0);
  expect(receiver.lines[0]?.path).toBe('ci.s.a');
  const { default: loaded } = await import(join(cwd, 'loaded.json'), { with: { type: 'json' } });
  return (loaded as string[]).toSorted();
}

describe.concurrent('a step loads only what its inputs need', () => {
  it('one metric: the one file that it starts with', async () => {
    expect(await loadedBy({})).toEqual(['index.js']);
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['JUnit reports', { JUNIT: 'junit.xml' }, 'read-xml.js', /coverage|github|yaml|tinyglobby/],
    ['coverage reports', { COVERAGE: 'lcov.info' }, 'parse-coverage.js', /junit|github|tinyglobby/],
    ['a map', { DATA: 'b: 1' }, 'yaml.js', /read-xml|coverage|github|tinyglobby/],
    ['a glob', { JUNIT: '*.xml' }, 'tinyglobby.js', /coverage|github/],
  ])('%s: what reads them, and nothing of the others', async (_, inputs, own, others) => {
    const loaded = await loadedBy(inputs);
    expect(loaded).toContain(own);
    expect(loaded.filter((file) => others.test(file))).toEqual([]);
  });

  it('a token alone: nothing of what asks GitHub', async () => {
    expect(await loadedBy({ 'GITHUB-TOKEN': 'x' })).toEqual(['index.js']);
  });
});
