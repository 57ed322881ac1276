import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../fault-matrix/wait.ts';
import type { CarbonServer } from '../support/carbon-server.ts';
import { runCli } from '../support/cli.ts';
import { noisy } from '../support/fake-graphite.ts';
import { GRAPHITES } from '../support/graphites.ts';
import { needs } from '../support/needs.ts';
import { actAgainst, type StepInputs } from './check-steps.ts';

/** The built library. It exists only after the build. */
const built = new URL('../../lib/index.js', import.meta.url).href;
const { check } = (await import(built)) as typeof import('../../src/index.ts');

const SOURCE = 'ci.octo-org.octo-repo';
const SCOPE = `${SOURCE}.ci.build`;
const DAYS = 120;
const DAY = 86_400;
const now = Math.floor(Date.now() / 1000);

/** A run a day for 120 days, as a job with a steady size and a duration of little noise sends it. */
const HISTORY: Readonly<Record<string, (day: number) => number>> = {
  [`${SOURCE}.build.duration_seconds`]: noisy,
  [`${SOURCE}.calm.duration_seconds`]: noisy,
  [`${SOURCE}.deploy.duration_seconds`]: (day) => (day < DAYS - 2 ? noisy(day) : 150 + noisy(day) / 10),
  [`${SCOPE}.tests.total`]: () => 2,
  [`${SCOPE}.tests.failed`]: () => 0,
  [`${SCOPE}.coverage.lines.percent`]: () => 80,
  [`${SCOPE}.size.bundle.bytes`]: () => 100_000,
  [`${SCOPE}.job.duration_seconds`]: (day) => 9000 + noisy(day),
  [`${SCOPE}.job.success`]: () => 1,
};
const YOUNG = `${SOURCE}.young.duration_seconds`;

/** Sends the history as the job did: each point once, at its own time. */
async function writeHistory(carbon: CarbonServer): Promise<void> {
  const at = (day: number): number => now - (DAYS - day) * DAY + 6 * 3600;
  const lines = Array.from({ length: DAYS }, (_, day) =>
    Object.entries(HISTORY).map(([path, value]) => `${path} ${value(day)} ${at(day)}\n`),
  ).flat();
  const young = [1, 2, 3, 4].map((day) => `${YOUNG} 5 ${now - day * DAY}\n`);
  const socket = connect(carbon.linePort, carbon.host).end([...lines, ...young].join(''));
  await once(socket.resume(), 'close');
  const fromSeconds = now - 100 * DAY;
  // Whisper has these points of the last week only in its first archive.
  const paths = [...Object.keys(HISTORY)];
  for (const path of paths) await carbon.readWhisper(path, { count: 90, fromSeconds });
}

/** go-carbon repeats its answer to a question of the same second. */
async function passSecond(): Promise<void> {
  const start = Math.floor(Date.now() / 1000);
  await waitUntil(() => Math.floor(Date.now() / 1000) > start, 'the second was over');
}

const JUNIT = '<testsuite><testcase name="a"/><testcase name="b"/></testsuite>';
const lcov = (covered: number): string =>
  `SF:a.js\n${Array.from({ length: 10 }, (_, line) => `DA:${line + 1},${line < covered ? 1 : 0}\n`).join('')}end_of_record\n`;

for (const { name, needed, start } of GRAPHITES)
  describe(`check against ${name}`, needs(...needed), () => {
    it('judges three runs, a pull request, each fail-on, the command line and the library', async () => {
      await using graphite = await start({ retentions: '60s:7d,1h:5y' });
      const { carbon } = graphite;
      await writeHistory(carbon);
      const url = String(graphite.url);
      const inputs: StepInputs = {
        server: `${carbon.host}:${carbon.linePort}`,
        'graphite-url': url,
        check: 'true',
        junit: 'junit.xml',
        coverage: 'lcov.info',
        sizes: '{ bundle: bundle.bin }',
      };
      const data = (seconds: number): string =>
        JSON.stringify({
          'build.duration_seconds': seconds,
          'young.duration_seconds': 5,
          'deploy.duration_seconds': 181,
        });
      const usual = { 'junit.xml': JUNIT, 'lcov.info': lcov(8), 'bundle.bin': Buffer.alloc(100_000) };
      const worse = { 'junit.xml': JUNIT, 'lcov.info': lcov(6), 'bundle.bin': Buffer.alloc(120_000) };

      const first = await actAgainst(
        { ...inputs, data: data(400), timestamp: String(now - 3 * 3600) },
        { files: usual },
      );
      expect([first.run.exitCode, first.run.outputs]).toMatchObject([
        0,
        {
          delivery: 'confirmed',
          verdict: 'unusual',
          regressed: '[]',
          unusual: `["${SOURCE}.build.duration_seconds"]`,
        },
      ]);
      expect(first.run.summary).toMatch(/deploy&#46;duration|improved −40 %: 3 runs in a row/);
      expect(first.run.summary).toContain('short: 4 runs so far');
      expect(first.printed.filter((text) => text.startsWith('notice Unusual'))).toHaveLength(1);

      await passSecond();
      const second = await actAgainst(
        { ...inputs, data: data(404), timestamp: String(now - 2 * 3600) },
        { files: worse },
      );
      expect(JSON.parse(second.run.outputs['regressed'] ?? '')).toEqual(
        [
          `${SCOPE}.coverage.lines.covered`,
          `${SCOPE}.coverage.lines.percent`,
          `${SCOPE}.size.bundle.bytes`,
        ].filter((path) => path in HISTORY),
      );

      await passSecond();
      const third = await actAgainst(
        {
          ...inputs,
          data: data(398),
          timestamp: String(now - 3600),
          'fail-on': 'regression',
          'job-metrics': 'true',
          limits: "'**.job.duration_seconds': { better: neither }",
        },
        { files: usual, post: true },
      );
      expect(third.run.exitCode).toBe(1);
      expect(third.run.outputs).toMatchObject({ delivery: 'confirmed', verdict: 'regressed' });
      expect(JSON.parse(third.run.outputs['regressed'] ?? '')).toContain(`${SOURCE}.build.duration_seconds`);
      expect(third.run.summary).toContain('3 runs in a row');
      // The end of the job is judged too: the test takes much less than the 9,000 s of the history.
      expect(third.post?.printed.join('\n')).toMatch(
        /notice Unusual compared with earlier runs:\n.+job\.duration_seconds unusual/,
      );
      expect(third.post?.run.exitCode).toBe(0);

      const pull = {
        github: { event_name: 'pull_request', ref: 'refs/pull/5/merge', head_ref: 'topic', base_ref: 'main' },
        event: { pull_request: { head: { repo: { full_name: 'octo-org/octo-repo' } } } },
      };
      await passSecond();
      const request = await actAgainst(
        { ...inputs, data: data(700), timestamp: String(now) },
        { ...pull, files: worse },
      );
      expect(request.run.outputs['regressed']).toContain(
        'ci-pull-requests.octo-org.octo-repo.ci.build.size.bundle.bytes',
      );
      expect(request.run.outputs['unusual']).toBe(
        '["ci-pull-requests.octo-org.octo-repo.build.duration_seconds"]',
      );

      const place = ['-g', 'ci', '-s', 'octo-org/octo-repo', '--graphite-url', url];
      const metric = ['-m', 'calm.duration_seconds', '-v', '900', '-t', String(now)];
      for (const [failOn, exitCode] of [
        ['never', 0],
        ['limit', 0],
        ['regression', 0],
        ['unusual', 3],
      ] as const) {
        const run = await runCli(['check', ...place, ...metric, '--fail-on', failOn]);
        expect([failOn, run.exitCode]).toEqual([failOn, exitCode]);
        expect(run.stdout).toContain('unusual +');
      }
      const limited = await runCli(['check', ...place, ...metric, '--limits', '"**": { max: 800 }']);
      expect([limited.exitCode, limited.stderr]).toEqual([
        3,
        expect.stringContaining('limit: above max 13 min 20 s'),
      ]);

      const figures = await check({
        group: 'ci',
        source: 'octo-org/octo-repo',
        data: { 'calm.duration_seconds': 900, 'never.seen': 1 },
        timestamp: now,
        graphiteUrl: url,
      });
      expect(figures.metrics.map(({ verdict }) => verdict)).toEqual(['unusual', 'short']);
      expect(figures.metrics[0]?.history).toBeGreaterThan(80);
    });
  });
