import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { startServer } from '../support/faulty-server.ts';
import { getProgram, needs } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The jobs run one after the other: gitlab-ci-local may give a job the status of another that runs at the same time. */
const makePipeline = (server: string, client: string): string => `include:
  - local: templates/report.yml
    inputs:
      server: '${server}'
      junit: '*.xml'
      client: '${client}'

stages: [first, second, third]

good:
  stage: first
  extends: .carbon-report
  script: cp report.txt junit.xml

bad:
  stage: third
  extends: .carbon-report
  script: cp report.txt junit.xml && exit 3

legs:
  stage: second
  extends: .carbon-report
  parallel: { matrix: [{ NODE: ['20', '22'] }] }
  script: echo "$NODE" && cp report.txt junit.xml
`;

describe('gitlab-ci-local', needs('Linux', 'bash', 'git', 'rsync'), () => {
  it('runs the component in a job that is good, one that fails, and the legs of a matrix', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    await using project = await createTempDir('gitlab-');
    const { path } = project;
    await mkdir(join(path, 'templates'));
    await copyFile(
      join(ROOT, 'integrations/gitlab/templates/report.yml'),
      join(path, 'templates/report.yml'),
    );
    const client = `"${process.execPath}" "${join(ROOT, 'dist/cli/index.js')}"`;
    const pipeline = makePipeline(`${server.host}:${server.port}`, client);
    await writeFile(join(path, '.gitlab-ci.yml'), pipeline);
    await writeFile(join(path, 'report.txt'), '<testsuite name="unit"><testcase name="a"/></testsuite>');
    const run = (command: string, args: readonly string[]) =>
      finishChild(startChild({ command, args, cwd: path, env: { ...bareEnv(), HOME: path } }));
    const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    for (const args of [
      ['init', '--quiet', '--initial-branch=main'],
      ['remote', 'add', 'origin', 'git@gitlab.example.com:acme/widgets.git'],
      ['add', '--all'],
      [...person, 'commit', '--quiet', '--message', 'A project'],
    ])
      expect(await run(getProgram('git'), args)).toMatchObject({ exitCode: 0 });

    const program = join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js');
    const { exitCode, stdout } = await run(process.execPath, [program]);
    // A job that fails makes the pipeline fail.
    expect(exitCode).toBe(1);
    // The legs run at once, so the order of their ends differs.
    const ended = stdout.match(/(?<=^ (?:PASS|FAIL) {2}).*\S/gm) ?? [];
    expect(ended.toSorted()).toEqual(['bad', 'good', 'legs: [20]', 'legs: [22]']);
    const found = server
      .lines()
      .flatMap((line) => /^(\S+\.(?:success|tests\.total) \d) /.exec(line)?.[1] ?? []);
    expect(found.toSorted()).toEqual(
      [
        ...['bad.job.success 0', 'good.job.success 1', 'legs.20.job.success 1', 'legs.22.job.success 1'],
        ...['bad', 'good', 'legs.20', 'legs.22'].map((job) => `${job}.tests.total 1`),
      ]
        .map((line) => `ci.acme.widgets.${line}`)
        .toSorted(),
    );
  });
});
