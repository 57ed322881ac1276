/**
 * @file Runs a job of this repository as a runner does: the action's first step, some real work, and the end of the
 * job. Its job summary is the picture in the README. A local server replaces GitHub's API and reports the measured
 * times.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReceiver } from '../../lib/receiver/index.js';
import { runAction, runPost } from '../../test/support/runner.ts';

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'node_modules/.bin');
const JOB_ID = '77';

/** One test fails and one is skipped, so that the picture shows both. */
const TESTS = `
import assert from 'node:assert';
import { test } from 'node:test';
import { formatDelivery } from '${join(ROOT, 'src/report/delivery.ts')}';
import { findUnit } from '${join(ROOT, 'src/report/unit.ts')}';
test('a verdict names the server', () => assert.match(formatDelivery({ delivery: 'skipped' }), /nothing to send/));
test('the path gives the unit', () => assert.equal(findUnit('a.duration_seconds'), 's'));
test('this one fails on purpose', () => assert.equal(findUnit('a.bytes'), 'kB'));
test('this one waits for its feature', { skip: true }, () => {});
`;

/** The steps in between, each with its command. They leave their reports in the folder `reports`. */
function listSteps(reports) {
  const vitest = (name, ...folders) => [
    ...['vitest', 'run', ...folders, '--reporter=junit', `--outputFile=${join(reports, `${name}.xml`)}`],
  ];
  return [
    ['Check types', ['tsc', '-p', '.']],
    ['Lint', ['biome', 'ci', '.']],
    [
      'Unit tests',
      vitest('unit', 'test/format', 'test/options', 'test/collect/coverage', 'test/report/text.test.ts'),
    ],
    ['Hostile input', vitest('hostile', 'test/rules')],
    [
      'Coverage',
      [
        ...['node', '--test', '--experimental-test-coverage', `--test-coverage-include=${ROOT}/src/**`],
        ...['--test-reporter=lcov', `--test-reporter-destination=${join(reports, 'lcov.info')}`],
        ...['--test-reporter=junit', `--test-reporter-destination=${join(reports, 'node.xml')}`],
        join(reports, 'reporter.test.mjs'),
      ],
    ],
    ['Bundle', ['rolldown', 'src/cli/main.ts', '--platform', 'node', '--dir', join(reports, 'bundle')]],
  ];
}

/** Runs the job; returns its summary as Markdown. */
export async function runJob() {
  const reports = await mkdtemp(join(tmpdir(), 'summary-job-'));
  // The files that the runner makes for the action are in this folder too, and are removed with it.
  process.env.TEST_RUN_FOLDER = reports;
  const steps = [];
  const api = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(describeJob(steps)));
  }).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const receiver = await startReceiver();
  try {
    await mkdir(join(reports, 'bundle'));
    await writeFile(join(reports, 'reporter.test.mjs'), TESTS);
    const main = await measure(steps, 'Run org/carbon-action@v1', () =>
      runAction({
        inputs: {
          server: `127.0.0.1:${receiver.port}`,
          'job-metrics': 'true',
          'runner-metrics': 'true',
          'runner-metrics-interval': '1',
          'runner-metrics-slot': '2',
          'github-token': 'a-token',
          when: 'post',
          junit: `${reports}/*.xml`,
          'junit-suites': 'true',
          coverage: `${reports}/lcov.info`,
          'graphite-url': 'https://graphite.example.com',
          sizes: `bundle: ${reports}/bundle/**`,
        },
        github: { api_url: `http://127.0.0.1:${api.address().port}`, repository: 'acme/app' },
        checkRunId: JOB_ID,
        cwd: ROOT,
      }),
    );
    for (const [name, [command, ...args]] of listSteps(reports))
      await measure(steps, name, () => run(command, args));
    const isSuccess = steps.every((step) => step.conclusion === 'success');
    const post = await runPost(main, { jobStatus: isSuccess ? 'success' : 'failure' });
    if (post.exitCode !== 0) throw new Error(post.stdout);
    return post.summary.replaceAll(`127.0.0.1:${receiver.port}`, 'carbon.example.com:2003');
  } finally {
    await receiver.close();
    api.close();
    await rm(reports, { recursive: true, force: true });
  }
}

async function measure(steps, name, work) {
  const startedAt = new Date();
  const { exitCode, ...rest } = await work();
  const conclusion = exitCode === 0 ? 'success' : 'failure';
  steps.push({ name, status: 'completed', conclusion, started_at: startedAt, completed_at: new Date() });
  return { exitCode, ...rest };
}

async function run(command, args) {
  const env = { ...process.env, PATH: `${BIN}:${process.env.PATH}`, FORCE_COLOR: '0' };
  const child = spawn(command, args, { cwd: ROOT, env, stdio: 'ignore' });
  const [exitCode] = await once(child, 'close');
  return { exitCode };
}

function describeJob(steps) {
  const [first] = steps;
  return {
    id: Number(JOB_ID),
    run_id: 1658821493,
    name: 'build',
    status: 'in_progress',
    created_at: new Date(first.started_at.getTime() - 4000),
    started_at: first.started_at,
    steps,
  };
}
