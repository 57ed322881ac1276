import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { sendEvent } from '../../src/index.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import { runCli } from '../support/cli.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { GRAPHITES } from '../support/graphites.ts';
import { needs } from '../support/needs.ts';
import { runAction } from '../support/runner.ts';

const DAY = 86_400;
const now = Math.floor(Date.now() / 1000);
/** 40 runs at one level with little noise, then 20 a fifth above it, one a day. */
const DURATIONS = Array.from({ length: 60 }, (_, run) => (run < 40 ? 300 : 360) + ((run * 7) % 11) / 2);

function toLines(path: string, values: readonly number[]): string {
  return values.map((value, run) => `${path} ${value} ${now - (values.length - run) * DAY}\n`).join('');
}

async function ask(url: URL, path: string): Promise<unknown> {
  const response = await fetch(new URL(path, url));
  expect(response.status).toBe(200);
  return response.json();
}

for (const { name, needed, start } of GRAPHITES)
  describe(`trend and ${name}`, needs(...needed), () => {
    it('finds series at any depth, and shows the usual range, a step and a drift', async () => {
      await using graphite = await start({ retentions: '1h:120d' });
      const { carbon, url } = graphite;
      const socket = connect(carbon.linePort, carbon.host).resume();
      const sizes = Array.from({ length: 60 }, (_, run) => 200_000 + 2000 * run + ((run * 7) % 5) * 100);
      socket.end(
        [
          toLines('ci.acme.app.ci.test.job.duration_seconds', DURATIONS),
          toLines('ci.acme.app.ci.test.size.bundle.bytes', sizes),
          toLines('ci.acme.app.test_count', [1, 2]),
          toLines('ci.acme.other.test_count', [1, 2, 3]),
        ].join(''),
      );
      await once(socket, 'close');
      const path = 'ci.acme.app.ci.test.job.duration_seconds';
      await carbon.readWhisper(path, { count: 60, fromSeconds: now - 100 * DAY });
      await carbon.readWhisper('ci.acme.other.test_count', { count: 3, fromSeconds: now - 100 * DAY });
      const trend = (...args: string[]) => runCli(['trend', '--graphite-url', url.href, ...args]);

      const all = await trend('ci.acme.app.**');
      expect({ stderr: all.stderr, exitCode: all.exitCode }).toEqual({ stderr: '', exitCode: 0 });
      const lines = all.stdout.trimEnd().split('\n');
      expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
        `${path} ↓`,
        'ci.acme.app.ci.test.size.bundle.bytes ↓',
        'ci.acme.app.test_count',
      ]);
      expect(all.stdout).toMatch(/^ {2}step \+20 %, 5 min 3 s to 6 min 3 s, \d+ \w{3} \d\d:\d\d UTC$/m);
      expect(all.stdout).toMatch(/^ {2}short: 2 runs so far$/m);
      expect(all.stdout).not.toContain('\u001b');

      const json = await trend('ci.*.other.*', '--json');
      expect(JSON.parse(json.stdout)).toEqual([
        expect.objectContaining({ path: 'ci.acme.other.test_count', runs: 3, recent: [1, 2, 3], steps: [] }),
      ]);
      const none = await trend('ci.nothing.**');
      expect(none).toMatchObject({ stdout: '', exitCode: 1 });
      expect(none.stderr).toBe('Graphite has no series that the pattern matches.\n');
      const folder = await trend('ci.acme.app');
      expect(folder.stderr).toBe(
        'Graphite has no series that the pattern matches. For series below it, write "ci.acme.app.**".\n',
      );
    });
  });

it(
  'an event is read back through events(…) by its kind and by its source',
  needs('graphite-manage', 'carbon-cache'),
  async () => {
    await using carbon = await startCarbonCache({ onDisk: true });
    await using web = await startGraphiteWeb({ carbon });
    const event = (...args: string[]) =>
      runCli(['event', ...args, '--graphite-url', web.url.href, '-s', 'acme/app']);
    const text = 'deployed\n1.2.3\u0007 <b>bold</b>';
    expect(await event(text, '--tag', 'deploy')).toMatchObject({ stderr: '', exitCode: 0 });
    await sendEvent({ text: 'released', tags: ['release'], source: 'acme/app', graphiteUrl: web.url.href });
    const action = await runAction({
      inputs: {
        event: 'x'.repeat(2000),
        'event-kind': 'rollback',
        'graphite-url': web.url.href,
        source: 'acme/app',
      },
    });
    expect(action).toMatchObject({ exitCode: 0, outputs: { delivery: 'skipped' } });

    const read = async (tag: string): Promise<unknown> =>
      ask(web.url, `events/get_data?tags=${tag}&from=-1h`);
    expect(await read('deploy')).toEqual([
      expect.objectContaining({ what: 'deployed 1.2.3 ‹b>bold‹/b>', tags: ['deploy', 'acme_app'], data: '' }),
    ]);
    expect(await read('release')).toEqual([expect.objectContaining({ what: 'released' })]);
    expect(await read('rollback')).toEqual([
      expect.objectContaining({ what: `${'x'.repeat(999)}…`, tags: ['rollback', 'acme_app'] }),
    ]);
    // graphite-web fails if it is asked for an event of the last second.
    for (const tag of ['deploy', 'acme_app']) {
      const [series] = (await ask(
        web.url,
        `render?target=events("${tag}")&from=-1h&until=${now + 600}&format=json`,
      )) as {
        datapoints: [number | null, number][];
      }[];
      const found = series?.datapoints.reduce((sum, [value]) => sum + (value ?? 0), 0);
      expect([tag, found]).toEqual([tag, tag === 'deploy' ? 1 : 3]);
    }
  },
);
