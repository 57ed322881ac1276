import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { OPTIONS } from '../../src/options/options.ts';
import { variableOf } from '../../src/options/variables.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { startServer } from '../support/faulty-server.ts';
import { createTempDir } from '../support/temp-dir.ts';

const root = new URL('../../integrations/', import.meta.url);
const read = (file: string): Promise<string> => readFile(new URL(file, root), 'utf8');
const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

/** The command that runs the built command line, as an input of a unit. */
const client = `"${process.execPath}" "${cli}"`;
const junit = '<testsuite name="unit"><testcase name="a" time="0.1"/></testsuite>';

type Env = Readonly<Record<string, string>>;

/** Runs a shell script in a folder with a report. Returns what a server receives, without times and figures. */
async function runUnit(makeUnit: (server: string) => { readonly script: string; readonly env: Env }) {
  await using server = await startServer({ kind: 'closeAfterFin' });
  await using cwd = await createTempDir();
  await writeFile(join(cwd.path, 'junit.xml'), junit);
  const { script, env } = makeUnit(`${server.host}:${server.port}`);
  const shell = { command: 'bash', args: ['-e', '-c', script], env: { ...bareEnv(), ...env }, cwd: cwd.path };
  const { exitCode, stderr } = await finishChild(startChild(shell));
  const lines = server.lines().map((line) => line.replace(/ \d+$/, '').replace(/(_seconds) .*$/, '$1'));
  return { exitCode, stderr, lines };
}

/** The text of a unit with its inputs filled in. */
function fill(text: string, inputs: Env, pattern: RegExp): string {
  return text.replaceAll(pattern, (_, name: string) => inputs[name] ?? '');
}

const jobLines = (prefix: string, status: 'success' | 'failure', others: readonly string[] = []): string[] =>
  [
    ...[
      'duration_seconds',
      ...['success', 'failure', 'cancelled'].map((one) => `${one} ${one === status ? 1 : 0}`),
    ],
    ...others,
  ].map((line) => `${prefix}.job.${line}`);

describe.skipIf(process.platform === 'win32')('a unit for a CI system', () => {
  it('GitLab: the component sends the job and its tests when it ends', async () => {
    const [spec, jobs] = parseAllDocuments(await read('gitlab/templates/report.yml')).map((one) =>
      one.toJS(),
    );
    const { lines, exitCode, stderr } = await runUnit((server) => {
      const inputs = { server, junit: '*.xml', coverage: '', client };
      expect(Object.keys(spec.spec.inputs).toSorted()).toEqual(Object.keys(inputs).toSorted());
      const unit = jobs['.carbon-report'] as { variables: Env; after_script: string[] };
      const filled = (text: string): string => fill(text, inputs, /\$\[\[ inputs\.(\w+) \]\]/g);
      return {
        script: unit.after_script.map(filled).join('\n'),
        env: {
          ...Object.fromEntries(Object.entries(unit.variables).map(([name, text]) => [name, filled(text)])),
          CI: 'true',
          GITLAB_CI: 'true',
          CI_PROJECT_PATH: 'acme/widgets',
          CI_COMMIT_BRANCH: 'main',
          CI_DEFAULT_BRANCH: 'main',
          CI_JOB_NAME: 'test: [20, linux]',
          CI_JOB_STATUS: 'failed',
          CI_JOB_STARTED_AT: '2023-11-14T22:00:00Z',
        },
      };
    });
    expect([exitCode, stderr]).toEqual([0, '']);
    const prefix = 'ci.acme.widgets.test.20-linux';
    expect(lines[0]).toBe(`${prefix}.tests.total 1`);
    expect(lines.slice(-4)).toEqual(jobLines(prefix, 'failure'));
  });

  it('Jenkins: the variables of the shared library send the build', async () => {
    const groovy = await read('jenkins/vars/carbonReport.groovy');
    const names = [...groovy.matchAll(/"(CARBON_[A-Z_]+)=/g)].map(([, name]) => name);
    expect(names).toEqual(['CARBON_JOB_STATUS', 'CARBON_JOB_STARTED_AT']);
    expect(OPTIONS.map(variableOf)).toEqual(expect.arrayContaining(names));
    const { lines, exitCode } = await runUnit((server) => ({
      script: client,
      env: {
        CARBON_SERVER: server,
        CARBON_JUNIT: '*.xml',
        CARBON_JOB_STATUS: 'UNSTABLE',
        CARBON_JOB_STARTED_AT: '1700000000',
        JENKINS_URL: 'https://jenkins.example.com/',
        JOB_NAME: 'folder/app/feature%2Flogin',
        BRANCH_NAME: 'feature/login',
        STAGE_NAME: 'Declarative: Post Actions',
      },
    }));
    expect([exitCode, lines.slice(-4)]).toEqual([0, jobLines('ci-branches.folder.app', 'failure')]);
  });

  it.each(['success', 'failure'] as const)('CircleCI: the orb has a step for %s', async (status) => {
    const orb = parse(await read('circleci/orb.yml'), { merge: true });
    const when = status === 'success' ? 'on_success' : 'on_fail';
    const steps = orb.commands.report.steps as Array<{
      run: { when: string; environment: Env; command: string };
    }>;
    const step = steps.find(({ run }) => run.when === when)?.run;
    const start = orb.commands.start.steps[0].run.command as string;
    const { lines, exitCode } = await runUnit((server) => {
      const inputs = { server: '', junit: '*.xml', coverage: '', client };
      const filled = (text: string): string => fill(text, inputs, /<< parameters\.(\w+) >>/g);
      const env = Object.entries(step?.environment ?? {}).map(([name, text]) => [name, filled(text)]);
      return {
        script: `BASH_ENV=./bash-env\n${start}\n. ./bash-env\n${filled(step?.command ?? '')}`,
        env: {
          ...Object.fromEntries(env),
          CARBON_SERVER: server,
          CIRCLECI: 'true',
          CIRCLE_PROJECT_USERNAME: 'acme',
          CIRCLE_PROJECT_REPONAME: 'widgets',
          CIRCLE_JOB: 'test',
        },
      };
    });
    expect([exitCode, lines.slice(-4)]).toEqual([0, jobLines('ci.acme.widgets.test', status)]);
  });

  it('Buildkite: the hooks of the plugin send the step, and keep its result', async () => {
    const hooks = fileURLToPath(new URL('buildkite/hooks', root));
    const env = {
      BUILDKITE: 'true',
      BUILDKITE_ORGANIZATION_SLUG: 'acme-inc',
      BUILDKITE_PIPELINE_SLUG: 'widgets',
      BUILDKITE_STEP_KEY: 'test',
      BUILDKITE_COMMAND_EXIT_STATUS: '255',
      BUILDKITE_RETRY_COUNT: '1',
      BUILDKITE_PLUGIN_CARBON_REPORT_JUNIT: '*.xml',
      BUILDKITE_PLUGIN_CARBON_REPORT_CLIENT: client,
    };
    const script = `. "${hooks}/pre-command"; "${hooks}/pre-exit"`;
    const { lines, exitCode } = await runUnit((server) => ({
      script,
      env: { ...env, BUILDKITE_PLUGIN_CARBON_REPORT_SERVER: server },
    }));
    const prefix = 'ci.acme-inc.widgets.test';
    expect([exitCode, lines.slice(-5)]).toEqual([0, jobLines(prefix, 'failure', ['attempt 2'])]);
    const down = await runUnit(() => ({
      script,
      env: { ...env, CARBON_SERVER: '127.0.0.1:1', CARBON_RETRIES: '0' },
    }));
    expect(down).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/The metrics were not sent\.\n$/),
    });
  });

  it('Azure Pipelines: the template sends the job', async () => {
    const template = parse(await read('azure/report.yml'));
    const [step] = template.steps as [{ script: string; env: Env; condition: string }];
    expect(step.condition).toBe('always()');
    const { lines, exitCode } = await runUnit((server) => {
      const inputs = { server, junit: '*.xml', coverage: '', client };
      const filled = (text: string): string =>
        fill(text, inputs, /\$\{\{ parameters\.(\w+) \}\}/g).replace(
          '$(Agent.JobStatus)',
          'SucceededWithIssues',
        );
      return {
        script: filled(step.script),
        env: {
          ...Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, filled(text)])),
          TF_BUILD: 'True',
          BUILD_REPOSITORY_NAME: 'acme/widgets',
          BUILD_SOURCEBRANCH: 'refs/heads/main',
          SYSTEM_STAGENAME: 'build',
          SYSTEM_PHASENAME: 'test',
          SYSTEM_JOBNAME: '__default',
          SYSTEM_JOBATTEMPT: '1',
          SYSTEM_PIPELINESTARTTIME: '2023-11-14 22:00:00+00:00',
        },
      };
    });
    expect([exitCode, lines.slice(-5)]).toEqual([
      0,
      jobLines('ci.acme.widgets.build.test', 'success', ['attempt 1']),
    ]);
  });

  it('Woodpecker: the step of the page sends the workflow', async () => {
    const page = await read('../docs/ci/woodpecker.md');
    const yaml = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const step = parse(yaml).steps[1] as { environment: Env; commands: string };
    const { lines, exitCode } = await runUnit((server) => ({
      script: step.commands.replace(/^npx .* carbonclient$/, client),
      env: {
        ...step.environment,
        CARBON_SERVER: server,
        CARBON_JUNIT: '*.xml',
        CI: 'woodpecker',
        CI_REPO: 'acme/widgets',
        CI_REPO_DEFAULT_BRANCH: 'main',
        CI_COMMIT_BRANCH: 'main',
        CI_WORKFLOW_NAME: 'test',
        CI_PIPELINE_STATUS: 'success',
        CI_PIPELINE_STARTED: '1700000000',
      },
    }));
    expect([exitCode, lines.slice(-4)]).toEqual([0, jobLines('ci.acme.widgets.test', 'success')]);
  });
});
