import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import type { ChildResult } from '../support/child.ts';
import { needs } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { listBlocks, ROOT } from './documents.ts';
import { runShell, writeFiles } from './project.ts';

const shell = needs('a POSIX system', 'bash');

/** The lines that the commands of a page send. */
const COMMANDS: Readonly<Record<string, readonly RegExp[]>> = {
  'README.md: Install': [
    /^ci\.acme\.app\.build\.duration_seconds 73 \d+$/,
    /^production\.[\w-]+\.queue\.waiting 7 \d+$/,
    /^production\.[\w-]+\.queue\.done 120 \d+$/,
    /^ci\.[\w-]+\.step\.unit_tests\.duration_seconds [\d.]+ \d+$/,
    /^ci\.[\w-]+\.step\.unit_tests\.success 1 \d+$/,
  ],
  'docs/command-line.md: The command line': [
    /^systems\.[\w-]+\.filesystem\._root 53 \d+$/,
    /^production\.web1\.df_root 53 \d+$/,
    /^systems\.[\w-]+\.df_root \d+ \d+$/,
    /^production\.[\w-]+\.queue\.waiting 7 \d+$/,
    /^production\.[\w-]+\.queue\.done 120 \d+$/,
    /^systems\.[\w-]+\.requests;host=web1 120 1795411200$/,
  ],
  'docs/command-line.md: Run a command': [
    /^ci\.[\w-]+\.step\.unit_tests\.duration_seconds [\d.]+ \d+$/,
    /^ci\.[\w-]+\.step\.unit_tests\.success 1 \d+$/,
  ],
  'docs/command-line.md: In a CI system': [
    ...['total 1', 'passed 1', 'failed 0', 'errors 0', 'skipped 0', 'flaky 0', 'duration_seconds 1'].map(
      (end) => new RegExp(`^ci\\.acme\\.app\\.unit\\.tests\\.${end} \\d+$`),
    ),
    /^ci\.acme\.app\.unit\.job\.duration_seconds [\d.]+ \d+$/,
    ...['success 1', 'failure 0', 'cancelled 0'].map(
      (end) => new RegExp(`^ci\\.acme\\.app\\.unit\\.job\\.${end} \\d+$`),
    ),
  ],
  'docs/command-line.md: Replay by hand': [/^ci\.acme\.app\.test_count 412 \d+$/],
};

/** A job of GitLab, for the example that reads its variables. */
const GITLAB = {
  ...{ CI: 'true', GITLAB_CI: 'true', CI_PROJECT_PATH: 'acme/app', CI_JOB_NAME: 'unit' },
  ...{ CI_JOB_STATUS: 'success', CI_JOB_STARTED_AT: new Date(Date.now() - 60_000).toISOString() },
};

/** Runs an example in its own folder, with the receiver's address instead of the example's. */
async function runExample(
  text: string,
  run: (script: string, cwd: string, server: string) => Promise<ChildResult>,
): Promise<ChildResult & { lines: string[] }> {
  await using folder = await createTempDir('documents-');
  await using receiver = await startReceiver();
  const server = `127.0.0.1:${receiver.port}`;
  const result = await run(text.replaceAll(/carbon\.example\.com(:2003)?/g, server), folder.path, server);
  expect(receiver.badLines).toEqual([]);
  return { ...result, lines: receiver.lines.map((line) => line.text) };
}

/** Other tests run commands that ask Graphite. */
const commands = listBlocks('sh').filter(
  ({ text }) => text.includes('carbonclient') && !/carbonclient (?:trend|event)\b/.test(text),
);

it.each(commands)('the commands of $document, "$heading", send what the page shows', shell, async (block) => {
  const isJob = block.heading === 'In a CI system';
  const { exitCode, lines, stderr } = await runExample(block.text, async (script, cwd, server) => {
    const cli = `exec '${process.execPath}' '${join(ROOT, 'dist/cli/index.js')}'`;
    // The default server is a host called carbon, which no test machine has.
    const shim = `#!/bin/sh\ncase " $* " in *" -c "*) ${cli} "$@";; " -"*) ${cli} -c ${server} "$@";; *) ${cli} "$@";; esac\n`;
    await writeFiles(cwd, {
      'bin/carbonclient': shim,
      'package.json': '{ "scripts": { "test": "node -e 0" } }',
    });
    if (isJob)
      await writeFiles(cwd, { 'reports/a.xml': '<testsuite><testcase name="a" time="1"/></testsuite>' });
    await chmod(join(cwd, 'bin/carbonclient'), 0o755);
    return runShell(script, { cwd, env: isJob ? GITLAB : { CI: '' } });
  });
  expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
  const expected = COMMANDS[`${block.document}: ${block.heading}`] ?? [];
  expect(lines).toEqual(expected.map((line) => expect.stringMatching(line)));
});

/** The files that the library's example names. */
const REPORTS = {
  'reports/unit/a.xml': '<testsuite><testcase name="a" time="1"/></testsuite>',
  'lcov.info': 'SF:a.js\nDA:1,1\nend_of_record\n',
  'api/cobertura.xml':
    '<coverage><packages><package><classes><class filename="b.py"><lines><line number="1" hits="0"/></lines></class></classes></package></packages></coverage>',
  'dist/a.js': 'a',
  'image.tar': 'b',
};

/** What each system reports of the machine: docs/reports.md. */
const MEASURED: Readonly<Partial<Record<NodeJS.Platform, number>>> = { linux: 14, darwin: 6 };

/** How many lines each program sends, by the heading above it. */
const SENT: Readonly<Record<string, number>> = {
  Library: 2,
  Send: 5,
  Report: 16,
  Measure: MEASURED[process.platform] ?? 10,
  Judge: 0,
  'A receiver for your tests': 0,
};

it.each(listBlocks('js'))(
  'the program of $document, "$heading", prints what its comments show',
  shell,
  async ({ heading, text }) => {
    const { exitCode, stdout, stderr, lines } = await runExample(text, async (script, cwd) => {
      await mkdir(join(cwd, 'node_modules'));
      await symlink(ROOT, join(cwd, 'node_modules/carbon-action'), 'junction');
      await writeFiles(cwd, { ...REPORTS, 'example.mjs': script });
      return runShell(`'${process.execPath}' example.mjs`, { cwd });
    });
    const shown = [...text.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
    const printed = stdout.trim().split('\n');
    expect({ exitCode, stderr, printed }).toEqual({ exitCode: 0, stderr: '', printed: shown });
    expect(lines).toHaveLength(SENT[heading] ?? Number.NaN);
  },
);
