import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dashboard, QueryVariable } from '../../src/cli/dashboard/model.ts';
import { computeCommand, computeJob } from '../../src/collect/job/compute-job.ts';
import { FIGURES } from '../../src/collect/runner/figure-names.ts';
import { report } from '../../src/index.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import type { CarbonServer } from '../support/carbon-server.ts';
import { runCli } from '../support/cli.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { GRAPHITES } from '../support/graphites.ts';
import { needs } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';

const JUNIT = `<testsuites>${['api', 'ui']
  .map((name) => `<testsuite name="${name}"><testcase name="a" time="1.5"/></testsuite>`)
  .join('')}</testsuites>`;
/** The time range of the dashboard. */
const SPAN = { from: '-90d', until: 'now' };
const LCOV = 'SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\n';

/** Sends what a job collects, and returns the number of points. */
async function sendJob(carbon: CarbonServer, scope: string, folder: string): Promise<number> {
  const file = (name: string): string => join(folder, name);
  await writeFile(file('junit.xml'), JUNIT);
  await writeFile(file('lcov.info'), LCOV);
  const { lines } = await report({
    server: carbon.host,
    port: carbon.linePort,
    group: 'ci',
    source: 'acme/app',
    scope,
    junit: file('junit.xml'),
    junitSuites: true,
    coverage: file('lcov.info'),
    sizes: { bundle: file('*.xml') },
  });
  const now = Date.now();
  const job = computeJob({ startedAtMs: now - 60_000, endedAtMs: now, status: 'success', attempt: 1 });
  const step = computeCommand({ name: 'npm', isNamed: false, durationSeconds: 3, isSuccess: true });
  const paths = [...job.metrics, ...step].map(({ nodes }) => nodes.join('.'));
  const runner = Object.values(FIGURES).flatMap(({ node }) => [`runner.${node}.mean`, `runner.${node}.max`]);
  const all = [...paths, ...runner, 'job.queued_seconds', 'job.setup_seconds'];
  const socket = connect(carbon.linePort, carbon.host).resume();
  socket.end(all.map((path) => `ci.acme.app.${scope}.${path} 1 ${Math.floor(now / 1000)}\n`).join(''));
  await once(socket, 'close');
  return lines + all.length;
}

/** Replaces every `$name` and `${name}` of a text. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)\}|\$(\w+)/g, (all, braced, plain) => values[braced ?? plain] ?? all);
}

/** Asks as Grafana does for a dashboard of the last 90 days. */
async function ask(url: URL, path: string, parameters: Record<string, string>): Promise<unknown> {
  const response = await fetch(new URL(`${path}?${new URLSearchParams(parameters)}`, url));
  expect(response.status).toBe(200);
  return response.json();
}

for (const { name, needed, start } of GRAPHITES)
  describe(`carbonclient dashboard and ${name}`, needs(...needed), () => {
    it('every query gets an answer after a job has sent', async () => {
      const { stdout, stderr, exitCode } = await runCli(['dashboard']);
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      const dashboard = JSON.parse(stdout) as Dashboard;
      await using graphite = await start({ retentions: '1s:10m' });
      const { carbon, url } = graphite;
      await using folder = await createTempDir('dashboard-');
      const sent = await sendJob(carbon, 'ci.test', folder.path);
      const sentByLeg = await sendJob(carbon, 'ci.matrix.linux', folder.path);
      await carbon.readAllWhisper(sent + sentByLeg);

      // Each variable offers the values that the earlier variables allow.
      const values: Record<string, string> = {};
      const queries = dashboard.templating.list.filter((one): one is QueryVariable => one.type === 'query');
      const offered = [['acme'], ['app'], ['ci'], ['matrix', 'test']];
      for (const [index, { name, query, includeAll }] of queries.entries()) {
        const found = (await ask(url, 'metrics/find', {
          ...SPAN,
          query: fill(query, values),
        })) as { text: string }[];
        expect(found.map(({ text }) => text).toSorted()).toEqual(offered[index]);
        values[name] = includeAll ? '*' : (found[0]?.text ?? '');
      }

      for (const panel of dashboard.panels) {
        if (panel.type === 'row') continue;
        const answers = panel.targets.map(async ({ target }) =>
          ask(url, 'render', {
            target: fill(target, values),
            ...SPAN,
            format: 'json',
            maxDataPoints: '900',
          }),
        );
        const [own, leg] = (await Promise.all(answers)) as {
          target: string;
          datapoints: [number | null, number][];
        }[][];
        for (const [series, name] of [
          [own, 'ci.test'],
          [leg, 'ci.matrix.linux'],
        ] as const) {
          expect([panel.title, series?.map(({ target }) => target)]).toEqual([
            panel.title,
            expect.arrayContaining([expect.stringMatching(new RegExp(`^${name}(?:\\.|$)`))]),
          ]);
          for (const { datapoints } of series ?? [])
            expect(datapoints.filter(([value]) => value !== null).length).toBeGreaterThan(0);
        }
      }
    });
  });

describe(
  'carbonclient dashboard and the events of graphite-web',
  needs('graphite-manage', 'carbon-cache'),
  () => {
    it('the annotation query shows the events of the chosen repository, and no others', async () => {
      const dashboard = JSON.parse((await runCli(['dashboard'])).stdout) as Dashboard;
      await using carbon = await startCarbonCache({ onDisk: true });
      await using web = await startGraphiteWeb({ carbon });
      const address = ['--graphite-url', String(web.url)];
      for (const [text, source] of [
        ['deployed 1', 'acme/app'],
        ['deployed 2', 'acme/other'],
        ['deployed 3', 'acme/my.app'],
      ] as const) {
        const { exitCode, stderr } = await runCli(['event', text, '-s', source, ...address]);
        expect([exitCode, stderr]).toEqual([0, '']);
      }
      const [annotation, ...others] = dashboard.annotations.list;
      expect([annotation?.target.queryType, others]).toEqual(['tags', []]);
      const find = async (repository: string): Promise<unknown> => {
        const tags = fill((annotation?.target.tags ?? []).join(' '), { owner: 'acme', repository });
        return ask(web.url, 'events/get_data', { ...SPAN, tags });
      };
      expect(await find('app')).toMatchObject([{ what: 'deployed 1', tags: ['deploy', 'acme_app'] }]);
      // Its node in the path, which the variable offers, has no dot either.
      expect(await find('my_app')).toMatchObject([{ what: 'deployed 3', tags: ['deploy', 'acme_my_app'] }]);
    });
  },
);

describe('carbonclient dashboard', () => {
  it('refuses an empty title and an empty group', async () => {
    const { stdout, stderr, exitCode } = await runCli(['dashboard', '--title', ' ', '-g', '.']);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain('--title: it has 1 to 200 characters');
    expect(stderr).toContain('--group: it is a dotted path');
  });

  it('refuses a group without a letter and a digit', async () => {
    for (const command of ['dashboard', 'schema']) {
      const { stdout, stderr, exitCode } = await runCli([command, '-g', '*']);
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
      expect(stderr).toContain('--group: it is a dotted path with a letter or a digit, got "*"');
    }
  });

  it('prints no workflow command of a title', async () => {
    const { stdout } = await runCli(['dashboard', '--title', '##[error]x\n::error::y']);
    expect(stdout).not.toMatch(/##\[|^::/m);
    expect((JSON.parse(stdout) as Dashboard).title).toBe('##[error]x\n::error::y');
  });
});
