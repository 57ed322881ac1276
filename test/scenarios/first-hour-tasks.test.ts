import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What new users did in their first hour, and the test that repeats it: its file, and its title or its row. */
const TASKS: ReadonlyArray<readonly [task: string, file: string, text: string]> = [
  ['first metric', 'documents/expected-lines.ts', "'README.md: Your own numbers'"],
  ['build duration', 'documents/expected-lines.ts', "'examples/workflows/own-numbers.yml'"],
  ['test count from the log', 'scenarios/first-hour.test.ts', "'the colours of a terminal'"],
  ['matrix, own metric', 'scenarios/action-matrix.test.ts', 'notice This job has a matrix'],
  ['monorepo, one step', 'scenarios/action-folders.test.ts', 'counts the tests of each folder by themselves'],
  ['monorepo, three steps', 'scenarios/action-summary.test.ts', 'distinguishes the steps of one job'],
  ['monorepo, own numbers', 'scenarios/first-hour.test.ts', 'a slash in the name of a metric'],
  ['pull request without an if', 'scenarios/action-group.test.ts', 'auto of a job for %s is %s'],
  [
    'pull request of a fork',
    'scenarios/action-nothing.test.ts',
    'is a notice, a skipped delivery and a success',
  ],
  ['nightly cron', 'documents/expected-lines.ts', "'examples/workflows/nightly.yml'"],
  [
    'coverage of a monorepo',
    'scenarios/action-folders.test.ts',
    'keeps equal source files of two packages apart',
  ],
  ['bundle size', 'scenarios/first-hour.test.ts', "'sizes without names'"],
  ['job metrics and steps', 'scenarios/action-github.test.ts', 'sends the times of the queue'],
  ['job metrics without permission', 'scenarios/action-github.test.ts', 'reports a refusal (%d) as a notice'],
  ['GitHub out of reach', 'github/explain-problem.test.ts', 'names a port of the API that Node refuses'],
  ['path of Windows as source', 'scenarios/first-hour.test.ts', 'a path of Windows as source is reported'],
  ['backslashes in a glob', 'scenarios/first-hour.test.ts', 'a backslash in a glob'],
  ['Carbon down for three runs', 'scenarios/first-hour.test.ts', 'Carbon down for three runs'],
  ['wrong port, closed', 'scenarios/first-hour.test.ts', 'a closed one: the message has the cure'],
  [
    'wrong port, web server',
    'scenarios/first-hour.test.ts',
    'a web server: the message says that it answered',
  ],
  ['wrong port, gunicorn', 'e2e/doctor.test.ts', 'gunicorn, the web server of Graphite'],
  ['wrong port, pickle or query', 'scenarios/first-hour.test.ts', 's ports for pickles and for queries'],
  ['misspelt input alone', 'scenarios/first-hour.test.ts', 'a misspelt input alone'],
  [
    'misspelt input beside a good one',
    'scenarios/first-hour.test.ts',
    'the unknown input %s next to a good one is a warning',
  ],
  ['wrong YAML', 'scenarios/first-hour.test.ts', "'a tab'"],
  ['wrong indentation', 'scenarios/first-hour.test.ts', "'a wrong indentation'"],
  ['list of maps', 'scenarios/first-hour.test.ts', "'a list of one-key maps'"],
  ['values with units', 'scenarios/first-hour.test.ts', 'values with units, signs and groups'],
  ['minutes, seconds and clock times', 'scenarios/first-hour.test.ts', "'minutes and seconds'"],
  ['slash, blank and umlaut', 'scenarios/action-path.test.ts', 'is reported once with every renamed part'],
  ['no test', 'scenarios/action-reports.test.ts', 'follow if-no-tests when they have no test'],
  ['no, empty or wrong report', 'scenarios/action-reports.test.ts', 'are sent when two cannot be counted'],
  ['commas between globs', 'scenarios/first-hour.test.ts', "'commas between globs'"],
  ['secret missing on a push', 'scenarios/first-hour.test.ts', "'an empty server'"],
  [
    'TLS: authority, name, key',
    'scenarios/action-tls.test.ts',
    'sends nothing, tries once and keeps everything',
  ],
  ['plain to a TLS port', 'scenarios/first-hour.test.ts', 'a TLS port without tls'],
  ['TLS to a plain port', 'scenarios/first-hour.test.ts', 'and a port without TLS with it'],
  ['basic auth and verify', 'scenarios/verify-credentials.test.ts', 'the action with a wrong secret fails'],
  ['old or wrong time', 'scenarios/first-hour.test.ts', 'the time %s is one warning'],
  ['command line: help, stray words, twice', 'scenarios/first-hour.test.ts', '--value is given twice'],
  ['command line: the default server', 'scenarios/first-hour.test.ts', 'names the default server'],
  ['command line: Ctrl-C of a stream', 'scenarios/cli-streams.test.ts', 'prints the command that continues'],
  ['GitLab: parallel matrix', 'ci/read-ci-job.test.ts', 'test: ['],
];

it.each(TASKS)('%s has a test', (_, file, text) => {
  expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes(text)).toBe(true);
});

it('has all 39 tasks of a workflow, and four outside of one', () => {
  expect(new Set(TASKS.map(([task]) => task)).size).toBe(39 + 4);
});
