import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { answerFrom, noisy, startFakeGraphite, storeRuns } from '../support/fake-graphite.ts';
import { startServer } from '../support/faulty-server.ts';

/** The built library. It exists only after the build. */
const built = new URL('../../lib/index.js', import.meta.url).href;
const { check, InputError } = (await import(built)) as typeof import('../../src/index.ts');

const STORED = {
  'ci.app.a.bytes': storeRuns(20, () => 100_000),
  'ci.app.build.duration_seconds': storeRuns(40, noisy),
};
const PLACE = ['-g', 'ci', '-s', 'app'];

const flags = (path: string, value: number, url: string, ...more: string[]): string[] => [
  ...PLACE,
  '-m',
  path,
  '-v',
  String(value),
  '--graphite-url',
  url,
  ...more,
];

describe.concurrent('carbonclient check', () => {
  it.each<[string, string, number, string[], number]>([
    ['0: as usual', 'a.bytes', 100_000, [], 0],
    ['0: regressed, and only limits count', 'a.bytes', 120_000, [], 0],
    ['3: regressed', 'a.bytes', 120_000, ['--fail-on', 'regression'], 3],
    ['0: unusual does not count', 'build.duration_seconds', 400, ['--fail-on', 'regression'], 0],
    ['3: unusual', 'build.duration_seconds', 400, ['--fail-on', 'unusual'], 3],
    ['3: a limit', 'a.bytes', 100_000, ['--limits', '"**.bytes": { max: 5 }'], 3],
    [
      '0: a limit, and nothing counts',
      'a.bytes',
      100_000,
      ['--limits', 'bytes: { max: 5 }', '--fail-on', 'never'],
      0,
    ],
    ['2: bad input', 'a.bytes', 100_000, ['--limits', '5'], 2],
    ['2: bad usage', 'a.bytes', 100_000, ['--nothing'], 2],
  ])('%s', async (_, path, value, more, exitCode) => {
    await using graphite = await startFakeGraphite(answerFrom(STORED));
    expect((await runCli(['check', ...flags(path, value, graphite.url, ...more)])).exitCode).toBe(exitCode);
  });

  it('prints a table and, on standard error, what needs attention; sends nothing', async () => {
    await using graphite = await startFakeGraphite(answerFrom(STORED));
    await using carbon = await startServer({ kind: 'closeAfterFin' });
    const server = ['-c', `127.0.0.1:${carbon.port}`];
    const run = await runCli([
      'check',
      ...server,
      ...flags('a.bytes', 120_000, graphite.url, '--fail-on', 'regression'),
    ]);
    expect(run.stdout.split('\n')).toEqual([
      expect.stringMatching(/^Metric +Now +Usual +Last 20 runs$/),
      expect.stringMatching(/^ci\.app\.a\.bytes ↓ +117\.2 KiB +97\.7 KiB {2}▁+█$/),
      '  regressed +20 % in this run',
      'Verdicts  1 regressed',
      '',
    ]);
    expect(run.stderr).toBe(
      '--fail-on counts these as failures:\nci.app.a.bytes regressed +20 % in this run\n',
    );
    expect(carbon.connections()).toBe(0);
  });

  it('names a limit that guards nothing because of its spelling or its place', async () => {
    await using graphite = await startFakeGraphite(answerFrom(STORED));
    const limits = JSON.stringify({
      'a.byte': { max: 5 },
      '**': { change: 5 },
      'a.*': { max: 5 },
      'size.*': {},
      'job.success': {},
    });
    const args = ['check', ...flags('a.bytes', 100_000, graphite.url, '--limits', limits)];
    expect((await runCli(args)).stderr).toBe(
      [
        '--limits without effect:',
        '"a.byte" matches no compared metric. Did you mean a.bytes?',
        '"a.*" comes after "**", which matches its metrics too. Write it first.',
        '--limits that match no compared metric: "size.*", "job.success".',
        '',
      ].join('\n'),
    );
    expect((await runCli([...args, '--quiet'])).stderr).toBe('');
    const { check: figures } = JSON.parse((await runCli([...args, '--json'])).stdout);
    expect(figures.unusedLimits).toHaveLength(4);
  });

  it.each([
    ['a file of lines', ['--file', '-'], 'a.bytes 5', '--file -: not compared with the history, because'],
    [
      'a replay',
      ['--replay', '-'],
      'ci.app.a 5 1700000000\n',
      'No metric was compared with the history: what replay sends is not.',
    ],
    [
      'what limits exclude',
      ['--data', '-', '--limits', '"**": { check: false }'],
      'a: 5',
      'No metric was compared with the history: limits exclude every one.',
    ],
  ])('says that it does not compare %s', async (_, more, stdin, notice) => {
    await using graphite = await startFakeGraphite(answerFrom(STORED));
    const run = await runCli(['check', ...PLACE, '--graphite-url', graphite.url, ...more], { stdin });
    expect([run.exitCode, run.stdout]).toEqual([0, '']);
    expect(run.stderr).toContain(notice);
  });

  it('says so if there is nothing to compare', async () => {
    await using graphite = await startFakeGraphite(answerFrom(STORED));
    const missing = ['--junit', 'none.xml', '--if-no-files-found', 'ignore'];
    const args = ['check', ...PLACE, '--graphite-url', graphite.url, ...missing];
    const skipped = { exitCode: 0, stdout: '', stderr: 'Skipped: there was nothing to compare.\n' };
    expect(await runCli(args)).toMatchObject(skipped);
    expect(await runCli([...args, '--quiet'])).toMatchObject({ ...skipped, stderr: '' });
  });

  it('prints JSON', async () => {
    await using graphite = await startFakeGraphite(answerFrom(STORED));
    const run = await runCli(['check', ...flags('a.bytes', 120_000, graphite.url, '--json')]);
    expect(JSON.parse(run.stdout)).toMatchObject({
      delivery: 'dry-run',
      check: {
        verdict: 'regressed',
        regressed: ['ci.app.a.bytes'],
        failing: [],
        metrics: [{ change: expect.closeTo(0.2) }],
      },
    });
  });

  it('ends a run that sends with 3 only after the delivery', async () => {
    await using graphite = await startFakeGraphite(answerFrom(STORED));
    await using carbon = await startServer({ kind: 'closeAfterFin' });
    const server = ['-c', `127.0.0.1:${carbon.port}`, '--check', '--fail-on', 'regression'];
    const run = await runCli([...server, ...flags('a.bytes', 120_000, graphite.url)]);
    expect([run.exitCode, carbon.lines().length]).toEqual([3, 1]);
    expect(run.stdout).toContain('Confirmed: 1 metric');
  });

  it.each([
    [0, 'unusual', 3],
    [0, 'never', 0],
    [7, 'unusual', 7],
  ])('of a command that ends with %d, with fail-on %s: %d', async (code, failOn, exitCode) => {
    const stored = { 'ci.app.step.node.duration_seconds': storeRuns(40, noisy) };
    await using graphite = await startFakeGraphite(answerFrom(stored));
    await using carbon = await startServer({ kind: 'closeAfterFin' });
    const options = ['-c', `127.0.0.1:${carbon.port}`, ...PLACE, '--scope', '', '--name', 'node', '--check'];
    const limits = ['--limits', '"**.duration_seconds": { better: neither }', '--fail-on', failOn];
    const run = await runCli([
      ...['run', ...options, ...limits, '--graphite-url', graphite.url, '--'],
      ...[process.execPath, '-e', `process.exit(${code})`],
    ]);
    expect(run.exitCode).toBe(exitCode);
    // The check of options before the command sends no request.
    expect(graphite.questions.length).toBeLessThanOrEqual(3);
  });

  it('requires graphite-url before it runs a command', async () => {
    const run = await runCli([
      'run',
      '-c',
      '127.0.0.1:1',
      '--check',
      '--',
      process.execPath,
      '-e',
      'console.log("ran")',
    ]);
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('--graphite-url: check needs it');
  });
});

describe('check of the library', () => {
  it('returns the verdicts, and sends nothing', async () => {
    await using graphite = await startFakeGraphite(answerFrom(STORED));
    await using carbon = await startServer({ kind: 'closeAfterFin' });
    const figures = await check({
      server: `127.0.0.1:${carbon.port}`,
      group: 'ci',
      source: 'app',
      data: { 'a.bytes': 120_000, 'build.duration_seconds': 301, lint: 5 },
      limits: { lint: { max: 3 } },
      failOn: 'regression',
      graphiteUrl: graphite.url,
    });
    expect(figures.metrics.map(({ verdict }) => verdict)).toEqual(['regressed', 'ok', 'limit']);
    expect(figures).toMatchObject({ verdict: 'limit', failing: ['ci.app.a.bytes', 'ci.app.lint'] });
    expect(carbon.connections()).toBe(0);
  });

  it('rejects only for bad input', async () => {
    await expect(check({ data: { a: 1 } })).rejects.toBeInstanceOf(InputError);
    const figures = await check({ data: { a: 1 }, graphiteUrl: 'http://127.0.0.1:9' });
    expect(figures).toMatchObject({ verdict: 'unknown', notices: [expect.stringContaining('was not read')] });
  });
});
