import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { answerFrom, noisy, type Stored, startFakeGraphite, storeRuns } from '../support/fake-graphite.ts';
import { startServer } from '../support/faulty-server.ts';
import { act, actJob, runStep } from './act.ts';

const SOURCE = 'octo-org.octo-repo';
const NOW = { timestamp: '' };
const SIZE = 'bundle.bytes';
const TIME = 'build.duration_seconds';

const steady = storeRuns(20, () => 100_000);
const usual = storeRuns(40, noisy);
const slowTwice = storeRuns(40, (index) => (index < 38 ? noisy(index) : 395 + index));

/** What Graphite has of the repository. */
function store(series: Readonly<Record<string, Stored>>, group = 'ci'): Record<string, Stored> {
  return Object.fromEntries(
    Object.entries(series).map(([name, points]) => [`${group}.${SOURCE}.${name}`, points]),
  );
}

const dataOf = (values: Readonly<Record<string, number>>): string => JSON.stringify(values);

describe.concurrent('check', () => {
  it('reads the history with two requests before anything is sent', async () => {
    await using carbon = await startServer({ kind: 'closeAfterFin' });
    const connections: number[] = [];
    await using graphite = await startFakeGraphite((question, response) => {
      connections.push(carbon.connections());
      return answerFrom(store({ [SIZE]: steady, 'job.success': usual }))(question, response);
    });
    const { run, printed } = await runStep({
      server: `127.0.0.1:${carbon.port}`,
      ...NOW,
      data: dataOf({ [SIZE]: 100_000 }),
      check: 'true',
      'graphite-url': graphite.url,
      scope: '',
    });
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({
      delivery: 'confirmed',
      verdict: 'ok',
      regressed: '[]',
      unusual: '[]',
      checked: '1',
    });
    expect(connections).toEqual([0, 0]);
    expect(carbon.connections()).toBe(1);
    expect(graphite.questions.map(({ from, request }) => [from, request.method, request.url])).toEqual([
      ['-90d', 'POST', '/render'],
      ['-7d', 'POST', '/render'],
    ]);
    expect(run.stdout).toContain('Compared with earlier runs: 1 ok.');
  });

  it.each<[string, string, number, string[]]>([
    ['never', 'never', 0, ['warning Worse', 'notice Unusual']],
    ['limit', 'limit', 1, ['error fail-on', 'warning Worse', 'notice Unusual']],
    ['regression', 'regression', 1, ['error fail-on', 'notice Unusual']],
    ['unusual', 'unusual', 1, ['error fail-on']],
  ])('fail-on: %s', async (_, failOn, exitCode, messages) => {
    await using graphite = await startFakeGraphite(
      answerFrom(store({ [SIZE]: steady, [TIME]: usual, lint_warnings: steady })),
    );
    const { run, printed, lines } = await act({
      ...NOW,
      data: dataOf({ [SIZE]: 120_000, [TIME]: 400, lint_warnings: 100_001 }),
      check: 'true',
      'graphite-url': graphite.url,
      'fail-on': failOn,
      limits: 'lint_warnings: { max: 5 }',
    });
    expect(printed.map((text) => text.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual(
      messages.toSorted(),
    );
    expect(run.exitCode).toBe(exitCode);
    expect(lines).toHaveLength(3);
    expect(run.outputs).toMatchObject({
      delivery: 'confirmed',
      verdict: 'limit',
      regressed: `["ci.${SOURCE}.${SIZE}"]`,
      unusual: `["ci.${SOURCE}.${TIME}"]`,
      checked: '3',
    });
    expect(run.summary).toContain('Is it normal?');
    expect(run.summary).toContain('xychart-beta');
    expect(run.summary).not.toContain(new URL(graphite.url).host);
  });

  it('has a notice for a misspelt limit, and a line of the log for one that another leg may match', async () => {
    await using graphite = await startFakeGraphite(answerFrom(store({ [SIZE]: steady })));
    const { run, printed } = await act({
      ...NOW,
      data: dataOf({ [SIZE]: 100_000 }),
      check: 'true',
      'graphite-url': graphite.url,
      limits: `{ "${SIZE}s": { max: 5 }, size.windows.bytes: { max: 5 }, "**.percent": { min: 5 } }`,
    });
    expect(printed).toEqual([
      `notice limits without effect:\n"${SIZE}s" matches no compared metric. Did you mean ${SIZE}?`,
    ]);
    expect(run.stdout).toContain(
      'limits that match no compared metric: "size.windows.bytes", "**.percent".\n',
    );
    expect(run.summary).not.toContain('limits');
  });

  it('compares what is reported at the end of the job, without the durations of a failed job', async () => {
    const stored = store({
      'ci.build.job.duration_seconds': usual,
      'ci.build.job.success': storeRuns(40, () => 1),
      [SIZE]: steady,
    });
    await using graphite = await startFakeGraphite(answerFrom(stored));
    const inputs = {
      ...NOW,
      check: 'true',
      'graphite-url': graphite.url,
      'job-metrics': 'true',
      'data-file': 'sizes.json',
      when: 'post',
      'fail-on': 'regression',
    };
    const { main, post, postLines } = await actJob(inputs, {
      files: { 'sizes.json': dataOf({ [SIZE]: 120_000 }) },
      changes: { jobStatus: 'failure' },
    });
    expect([main.run.exitCode, main.printed, graphite.questions.length > 0]).toEqual([0, [], true]);
    expect(post.run.exitCode).toBe(1);
    expect(postLines.some((line) => line.includes('job.success 0'))).toBe(true);
    // The job failed for its own reason: its duration and success are no finding.
    expect(post.printed.filter((text) => text.startsWith('error'))).toEqual([
      `error fail-on counts these as failures:\nci.${SOURCE}.${SIZE} regressed +20 % in this run`,
    ]);
  });

  it('does not fail the post step by default', async () => {
    await using graphite = await startFakeGraphite(
      answerFrom(store({ 'ci.build.job.duration_seconds': usual })),
    );
    const { post } = await actJob({
      ...NOW,
      check: 'true',
      'graphite-url': graphite.url,
      'job-metrics': 'true',
    });
    expect(post.run.exitCode).toBe(0);
    expect(post.printed.some((text) => text.startsWith('notice') || text.startsWith('warning'))).toBe(true);
  });

  describe('a pull request', () => {
    const pull = {
      github: { event_name: 'pull_request', ref: 'refs/pull/5/merge', head_ref: 'topic', base_ref: 'main' },
      event: { pull_request: { head: { repo: { full_name: 'octo-org/octo-repo' } } } },
    };

    it('is compared with the default branch, and one run confirms nothing', async () => {
      await using graphite = await startFakeGraphite(
        answerFrom(store({ [SIZE]: steady, [TIME]: slowTwice })),
      );
      const { run, lines } = await act(
        {
          ...NOW,
          data: dataOf({ [SIZE]: 120_000, [TIME]: 420 }),
          check: 'true',
          'graphite-url': graphite.url,
        },
        pull,
      );
      expect(lines.every((line) => line.startsWith('ci-pull-requests.'))).toBe(true);
      expect(run.outputs).toMatchObject({
        verdict: 'regressed',
        regressed: `["ci-pull-requests.${SOURCE}.${SIZE}"]`,
        unusual: '[]',
      });
      expect(
        graphite.questions.flatMap(({ targets }) => targets).every((target) => target.startsWith('ci.')),
      ).toBe(true);
    });

    it('has its own history if check-against names it', async () => {
      await using graphite = await startFakeGraphite(
        answerFrom(store({ [TIME]: slowTwice }, 'ci-pull-requests')),
      );
      const inputs = { ...NOW, data: dataOf({ [TIME]: 420 }), check: 'true', 'graphite-url': graphite.url };
      const { run } = await act({ ...inputs, 'check-against': 'ci-pull-requests' }, pull);
      expect(run.outputs['verdict']).toBe('regressed');
    });

    it('is compared with the default branch if check-against is auto, as if it was left out', async () => {
      await using graphite = await startFakeGraphite(answerFrom(store({ [SIZE]: steady })));
      const inputs = {
        ...NOW,
        data: dataOf({ [SIZE]: 120_000 }),
        check: 'true',
        'graphite-url': graphite.url,
      };
      const { run } = await act({ ...inputs, 'check-against': 'auto' }, pull);
      expect(run.outputs['verdict']).toBe('regressed');
    });

    it('from a fork is sent but not compared when the address is a secret', async () => {
      const fork = {
        ...pull,
        event: { pull_request: { head: { repo: { full_name: 'mallory/octo-repo' } } } },
      };
      const { run, printed, lines } = await act({ ...NOW, metric: 'a', value: '1', check: 'true' }, fork);
      expect([run.exitCode, lines.length, run.outputs['verdict']]).toEqual([0, 1, '']);
      expect(printed).toEqual([
        'notice The check is skipped: a pull request from a fork has no secrets, and graphite-url is empty.',
      ]);
    });
  });

  it('judges no runner metrics, tagged metrics, old points or duplicates', async () => {
    await using graphite = await startFakeGraphite(answerFrom({}));
    const data = [
      { metric: 'a', value: 1 },
      { metric: 'runner.cpu', value: 1 },
      { metric: 'b', value: 1, tags: { host: 'x' } },
      { metric: 'old', value: 1, timestamp: Math.floor(Date.now() / 1000) - 100_000 },
      { metric: 'twice', value: 1, timestamp: Math.floor(Date.now() / 1000) - 60 },
      { metric: 'twice', value: 2 },
    ];
    const { run, lines } = await act({
      ...NOW,
      data: JSON.stringify(data),
      check: 'true',
      'graphite-url': graphite.url,
    });
    expect([lines.length, run.outputs['checked'], run.outputs['verdict']]).toEqual([6, '1', 'short']);
  });

  it.each<[string, Record<string, string>]>([
    ['tags', { tags: 'os: linux', timestamp: '' }],
    ['an old time', { timestamp: String(Math.floor(Date.now() / 1000) - 100_000) }],
  ])('a notice says that no metric can be compared because of %s', async (_, changes) => {
    await using graphite = await startFakeGraphite(answerFrom(store({ [SIZE]: steady })));
    const data = dataOf({ [SIZE]: 120_000, 'a.b': 1 });
    const inputs = { data, check: 'true', 'graphite-url': graphite.url, 'fail-on': 'regression' };
    const { run, printed, lines } = await act({ ...inputs, ...changes });
    expect([lines.length, run.outputs['checked'], run.exitCode]).toEqual([2, '0', 0]);
    expect(printed).toEqual([
      'notice No metric was compared with the history: that needs one point, without tags, dated within a day.',
    ]);
  });

  it('a group for check-against has a letter or a digit', async () => {
    const { run, printed } = await act({
      ...NOW,
      data: dataOf({ [SIZE]: 1 }),
      check: 'true',
      'graphite-url': 'http://127.0.0.1:1',
      'check-against': '..',
    });
    expect([run.exitCode, printed]).toEqual([
      1,
      [expect.stringContaining('check-against: it is a dotted path')],
    ]);
  });

  it('sends within five seconds in any case, and prints no address that Graphite chose', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const inputs = { ...NOW, metric: 'a', value: '1', check: 'true', 'fail-on': 'unusual' };
    try {
      const { run, lines, printed } = await act({ ...inputs, 'graphite-url': `http://127.0.0.1:${port}` });
      expect([run.exitCode, lines.length]).toEqual([0, 1]);
      expect(run.outputs).toMatchObject({ delivery: 'confirmed', verdict: 'unknown', checked: '1' });
      expect(printed).toEqual([
        expect.stringMatching(/^notice The history of 1 metric was not read, .+ did not answer in time/),
      ]);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no graphite-url', {}, /^error graphite-url: check needs it/],
    [
      'a limit that is none',
      { 'graphite-url': 'http://x', limits: 'a: { mx: 1 }' },
      /^error limits, "a": there is no such key/,
    ],
    [
      'a span that is none',
      { 'graphite-url': 'http://x', history: '90' },
      /^error history: it is a number of days/,
    ],
    [
      'another word',
      { 'graphite-url': 'http://x', 'fail-on': 'error' },
      /^error fail-on: must be `never`, `limit`/,
    ],
  ])('reports %s as bad input and sends nothing', async (_, inputs, message) => {
    const { run, printed, connections } = await act({
      ...NOW,
      metric: 'a',
      value: '1',
      check: 'true',
      ...inputs,
    });
    expect([run.exitCode, printed, connections]).toEqual([1, [expect.stringMatching(message)], 0]);
  });

  it('prints its findings although the delivery failed', async () => {
    await using graphite = await startFakeGraphite(answerFrom(store({ [SIZE]: steady })));
    await using carbon = await startServer({ kind: 'resetOnAccept' });
    const { run, printed } = await runStep({
      ...NOW,
      server: `127.0.0.1:${carbon.port}`,
      retries: '0',
      data: dataOf({ [SIZE]: 120_000 }),
      check: 'true',
      'graphite-url': graphite.url,
    });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ delivery: 'failed', verdict: 'regressed' });
    expect(printed.map((text) => text.split(' ')[0]).toSorted()).toEqual(['error', 'warning']);
  });
});
