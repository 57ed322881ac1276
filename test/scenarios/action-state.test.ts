import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { needs } from '../support/needs.ts';
import { type ActionRun, runAction, runPost } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { act, actJob, runStep, type StepInputs } from './act.ts';

const given = { group: 'team', source: 'acme/api', 'job-metrics': 'true' };
const ofJob = 'team.acme.api.ci.build.job.';

/** A variable of Windows has at most 32,767 characters. */
const LONG_TEXTS = needs('a POSIX system');

/** What the runner passes to a post step of a nested composite action. */
const WRONG_INPUTS: ReadonlyArray<readonly [string, StepInputs]> = [
  ['no server', { server: '' }],
  ['no job-metrics', { 'job-metrics': '' }],
  ['neither group nor source', { group: '', source: '' }],
  ['the inputs of another step', { server: '127.0.0.1:1', group: 'other', source: 'x', tls: 'true' }],
  ['a dry run that the step was not', { 'dry-run': 'true' }],
  ['a bad value', { port: 'x', tags: '[', timeout: 'never' }],
];

describe.concurrent('the end of the job', () => {
  it.each(WRONG_INPUTS)('uses the inputs of the step when the runner passes %s', async (_, inputs) => {
    await using receiver = await startReceiver();
    const server = `127.0.0.1:${receiver.port}`;
    const { run } = await runStep({ server, ...given });
    const post = await runPost(run, { inputs: { server, ...given, ...inputs } });
    expect([post.exitCode, post.annotations]).toEqual([0, { notices: [], warnings: [], errors: [] }]);
    const names = receiver.lines.map(({ text }) => text.split(' ')[0]);
    expect(names).toContain(`${ofJob}duration_seconds`);
    expect(names.every((name) => name?.startsWith(ofJob))).toBe(true);
  });

  it('uses the job status that the runner passes', async () => {
    await using receiver = await startReceiver();
    const inputs = { server: `127.0.0.1:${receiver.port}`, ...given };
    const { run } = await runStep({ ...inputs, 'job-status': 'success' });
    await runPost(run, { inputs: { ...inputs, 'job-status': 'failure' } });
    expect(receiver.lines.map(({ text }) => text)).toContain(`${ofJob}failure 1 1700000000`);
  });

  it('names what it leaves out when the runner passes no job status', async () => {
    const { post, postLines } = await actJob(given, { changes: { inputs: { 'job-status': '' } } });
    expect(post.printed).toEqual([
      'notice job.success, job.failure and job.cancelled are left out: job-status is empty.',
    ]);
    expect(postLines.map((line) => line.split(' ')[0])).toEqual([
      `${ofJob}duration_seconds`,
      `${ofJob}attempt`,
    ]);
  });

  it('sends nothing after a dry run, although the runner passes another value', async () => {
    await using receiver = await startReceiver();
    const inputs = { server: `127.0.0.1:${receiver.port}`, ...given };
    const { run } = await runStep({ ...inputs, 'dry-run': 'true' });
    const post = await runPost(run, { inputs });
    expect([post.exitCode, post.outputs['delivery'], receiver.lines]).toEqual([0, 'dry-run', []]);
  });

  it('uses TLS, although the runner passes another value', async () => {
    await using receiver = await startReceiver();
    const inputs = { server: `127.0.0.1:${receiver.port}`, ...given, retries: '0' };
    const { run } = await runStep({ ...inputs, tls: 'true' });
    const post = await runPost(run, { inputs });
    expect([post.outputs['delivery'], receiver.lines]).toEqual(['failed', []]);
  });

  it.each(['data', 'metrics'])('sends the delayed %s, blanks and line breaks included', async (name) => {
    const text = '\n  a: 1\n  b:\n    c: 2\r\n';
    const { main, postLines } = await actJob(
      { [name]: text, when: 'post', group: 'g', source: '' },
      { changes: { inputs: { [name]: 'x: 9', when: 'now' } } },
    );
    expect(main.run.state[`input-${name}`]).toBe(text);
    expect(postLines).toEqual(['g.a 1 1700000000', 'g.b.c 2 1700000000']);
  });
});

describe.concurrent('the state', () => {
  it('holds each input that differs from its default, as it was written', async () => {
    const { run } = await act({
      ...given,
      port: ' 2003',
      retries: '3',
      tags: 'os: linux',
      metric: 'a',
      value: '1',
    });
    const { state } = run;
    expect(state).toMatchObject({ 'input-port': ' 2003', 'input-tags': 'os: linux', 'input-group': 'team' });
    for (const name of ['retries', 'job-status', 'check-run-id', 'metric', 'value', 'graphite-url'])
      expect(state).not.toHaveProperty(`input-${name}`);
  });

  it('is not saved by a step that leaves nothing for the end of the job', async () => {
    const { run } = await act({ metric: 'a', value: '1', 'graphite-password': 'S3CRETword' });
    expect(run.state).toEqual({});
  });

  it('has masked secrets, which no other file or stream has', async () => {
    const secrets = { 'github-token': 'ghs_S3CRET', 'graphite-password': 'S3CRETword' };
    const { run } = await act({ ...given, ...secrets });
    expect(run.masks).toEqual(expect.arrayContaining(Object.values(secrets)));
    expect(run.state).toMatchObject({ 'input-github-token': 'ghs_S3CRET' });
    const log = run.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect([...log, run.summary, JSON.stringify(run.outputs)].join('\n')).not.toMatch(/S3CRET/);
  });

  const long = `a: 1\n# ${'x'.repeat(102_400)}\n`;

  it('has no text longer than 100 KiB, which is read again at the end', LONG_TEXTS, async () => {
    const { main, post, postLines } = await actJob({ data: long, when: 'post', group: 'g', source: '' });
    expect(Object.values(main.run.state).every((text) => text.length <= 102_400)).toBe(true);
    expect([post.printed, postLines]).toEqual([[], ['g.a 1 1700000000']]);
  });

  it.each(['', 'a: 2', `${long}b: 2\n`])(
    'leaves out a long text that differs at the end: %#',
    LONG_TEXTS,
    async (data) => {
      const { post, postLines } = await actJob(
        { ...given, data: long, when: 'post' },
        { changes: { inputs: { data } } },
      );
      expect(post.run.annotations.warnings).toEqual([
        'data: its text was too long to be saved by the step, and at the end of the job the runner gives another one. It is left out.',
      ]);
      expect(postLines.every((line) => line.startsWith(ofJob))).toBe(true);
      expect(postLines.length).toBe(5);
    },
  );

  it('fits the environment of a process with many long inputs', async () => {
    const inputs = Object.fromEntries(
      ['data', 'sizes', 'junit', 'coverage', 'tags'].map((name) => [name, `# ${'x'.repeat(90_000)}\n`]),
    );
    const { run } = await runStep({ server: 'none', ...given, ...inputs, when: 'post' });
    expect(Object.values(run.state).join('').length).toBeLessThan(300_000);
  });
});

describe.concurrent('a state that the step did not save', () => {
  const nothing = 'Nothing is sent at the end of the job: the state of the step does not say what to send.';

  it.each([
    undefined,
    '',
    'garbage',
    '[]',
    '{}',
    'null',
    '{"server":5}',
    '{"__proto__":""}',
    '['.repeat(50_000),
  ])('with the list of inputs %j sends nothing and reports that', async (inputs) => {
    await using receiver = await startReceiver();
    const own = { server: `127.0.0.1:${receiver.port}`, ...given };
    const { run } = await runStep({ server: own.server, metric: 'a', value: '1' });
    const state = { 'started-at-ms': '1700000000000', ...(inputs === undefined ? {} : { inputs }) };
    const post = await runPost({ ...run, state }, { inputs: own });
    expect([post.exitCode, post.annotations.warnings, receiver.lines.length]).toEqual([0, [nothing], 1]);
  });

  it('gets no secret of the step', async () => {
    await using receiver = await startReceiver();
    const digest = 'a'.repeat(64);
    const state = {
      'started-at-ms': '1700000000000',
      inputs: JSON.stringify({
        server: '',
        'job-metrics': '',
        'graphite-password': digest,
        'github-token': '',
      }),
      'input-server': `127.0.0.1:${receiver.port}`,
      'input-job-metrics': 'true',
    };
    const { run } = await runStep({
      server: 'none',
      metric: 'a',
      value: 'x',
      'graphite-password': 'S3CRETword',
    });
    const post = await runPost({ ...run, state });
    expect(post.masks).toEqual([]);
    expect(post.annotations.warnings).toEqual([expect.stringMatching(/^graphite-password: /)]);
  });

  it('prints nothing about inputs that it did not list', async () => {
    const { postLines } = await actJob(given, {
      changes: { env: { 'STATE_input-port': '1', 'STATE_input-tags': 'evil: x' } },
    });
    expect(postLines).toContain(`${ofJob}success 1 1700000000`);
  });
});

describe.concurrent('a bad choice together with job-metrics', () => {
  it.each([
    ['if-no-files-found', 'warning'],
    ['on-bad-report', 'stop'],
    ['junit-suites', 'all'],
    ['follow-symbolic-links', 'some'],
    ['data-format', 'xml'],
    ['runner-metrics-interval', '0'],
  ])('%s: %s fails the step with every fault, and nothing is sent', async (name, value) => {
    const runner = name.startsWith('runner') ? { 'runner-metrics': 'true' } : {};
    const { run, lines } = await act({ ...given, ...runner, data: 'a: x', [name]: value });
    expect([run.exitCode, run.outputs['delivery'], lines, run.state]).toEqual([1, 'failed', [], {}]);
    expect(run.annotations.errors).toEqual([
      expect.stringMatching(new RegExp(`^The input has 2 faults.*- ${name}: .*"${value}"`, 's')),
    ]);
  });
});

describe.concurrent('a file of the runner that cannot be written', () => {
  /** Files that no user can write, root included. */
  const FILES: ReadonlyArray<readonly [string, (run: { folder: string }) => string, RegExp]> = [
    ['is a folder', ({ folder }) => folder, /EISDIR.*It is a folder, not a file\.$/],
    [
      'is missing',
      ({ folder }) => join(folder, 'none'),
      /ENOENT.*not mounted in a container is the usual cause\.$/,
    ],
    ['is in no folder', ({ folder }) => join(folder, 'no', 'ne'), /ENOENT/],
    ...(process.platform === 'linux'
      ? [['is full', () => '/dev/full', /ENOSPC.*The disk is full\.$/] as const]
      : []),
  ];

  /** A step and the end of its job. One of the runner's files is replaced. */
  async function runWith(
    variable: string,
    path: string,
    inputs: StepInputs,
  ): Promise<{ run: ActionRun; lines: string[] }> {
    await using receiver = await startReceiver();
    const run = await runAction({
      inputs: { server: `127.0.0.1:${receiver.port}`, group: 'g', source: '', ...inputs },
      commandFiles: { [variable]: path },
    });
    // A line that was not confirmed in time arrives twice.
    return { run, lines: [...new Set(receiver.lines.map(({ text }) => text.replace(/ \d+$/, '')))] };
  }

  for (const [what, locate, reason] of FILES) {
    it.each([
      ['GITHUB_STEP_SUMMARY', 'There is no job summary: '],
      ['GITHUB_OUTPUT', 'There are no outputs: '],
    ])(`%s that ${what} is a warning`, async (variable, start) => {
      const { path } = await createTempDir();
      const file = locate({ folder: path });
      const { run, lines } = await runWith(variable, file, { metric: 'a', value: '1' });
      expect([run.exitCode, run.annotations.errors, lines]).toEqual([0, [], ['g.a 1']]);
      expect(run.annotations.warnings).toEqual([expect.stringMatching(reason)]);
      expect(run.annotations.warnings[0]).toContain(`${start}${file} (${variable}) cannot be written`);
      if (variable !== 'GITHUB_OUTPUT') expect(run.outputs['delivery']).toBe('confirmed');
    });

    it(`GITHUB_STATE that ${what} is a warning, and the step sends what it names`, async () => {
      const { path } = await createTempDir();
      const file = locate({ folder: path });
      const inputs = { metric: 'a', value: '1', 'job-metrics': 'true', 'runner-metrics': 'true' };
      const { run, lines } = await runWith('GITHUB_STATE', file, inputs);
      expect([run.exitCode, run.outputs['delivery'], lines]).toEqual([0, 'confirmed', ['g.a 1']]);
      expect(run.annotations).toMatchObject({ notices: [], errors: [] });
      expect(run.annotations.warnings).toEqual([expect.stringMatching(reason)]);
    });
  }

  it('makes the step send what was to be sent at the end of the job', async () => {
    const { path } = await createTempDir();
    const { run, lines } = await runWith('GITHUB_STATE', path, { metric: 'a', value: '1', when: 'post' });
    expect([run.exitCode, lines]).toEqual([0, ['g.a 1']]);
  });

  it('does not change the exit code of the delivery', async () => {
    const { path } = await createTempDir();
    const inputs = { metric: 'a', value: '1', server: '127.0.0.1:1', retries: '0' };
    expect((await runWith('GITHUB_OUTPUT', path, inputs)).run.exitCode).toBe(1);
    expect((await runWith('GITHUB_OUTPUT', path, { ...inputs, 'fail-on-error': 'false' })).run.exitCode).toBe(
      0,
    );
  });
});
