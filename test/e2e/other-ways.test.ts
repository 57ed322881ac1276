import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { bulkUpdate, update } from '../../src/index.ts';
import { startRelay } from '../support/carbon-c-relay.ts';
import { CARBON_SERVERS } from '../support/carbon-servers.ts';
import { runCli } from '../support/cli.ts';
import { startServer } from '../support/faulty-server.ts';
import { needs } from '../support/needs.ts';
import { sendInTwoParts } from './in-two-parts.ts';
import { expectStored, makeSamples, toLines } from './samples.ts';

/** How long servers that work asynchronously are queried again. */
const patient = { timeout: 120_000 };

it(
  'a relay whose receiver is dead still confirms: the first hop read everything',
  needs('carbon-c-relay'),
  async () => {
    const gone = await startServer({ kind: 'closeAfterFin' });
    await gone[Symbol.asyncDispose]();
    await using relay = await startRelay({ destinations: [gone] });
    const result = await update({ server: relay.host, port: relay.linePort, metric: 'a', value: 1 });
    expect(result.delivery).toBe('confirmed');
  },
);

for (const { name, needed, start } of CARBON_SERVERS)
  describe(name, needs(...needed), () => {
    it(
      'carbon-c-relay in front forwards everything unchanged',
      needs('carbon-c-relay', ...needed),
      async () => {
        await using cache = await start();
        await using relay = await startRelay({ destinations: [{ host: cache.host, port: cache.linePort }] });
        const samples = makeSamples(501);
        const place = { server: relay.host, port: relay.linePort, group: 'g', source: 'a:b-c_d' };
        expect(await bulkUpdate({ ...place, data: samples })).toMatchObject({
          delivery: 'confirmed',
          lines: 501,
        });
        // The confirmation is only the relay's. It forwards at any time after it.
        const last = `g.a:b-c_d.${samples.at(-1)?.metric}`;
        await expect.poll(async () => (await cache.readPoints([last])).get(last), patient).toHaveLength(1);
        await expectStored(cache, 'g.a:b-c_d', samples);
      },
    );

    it('IPv6', needs('IPv6 on the loopback interface', ...needed), async () => {
      await using cache = await start({ host: '::1' });
      const samples = makeSamples(501);
      const where = ['-c', `[::1]:${cache.linePort}`, '-s', 'web1', '--json', '--file', '-'];
      const run = await runCli(where, { stdin: toLines(samples) });
      expect(JSON.parse(run.stdout)).toMatchObject({
        delivery: 'confirmed',
        evidence: 'kernel',
        server: `[::1]:${cache.linePort}`,
      });
      await expectStored(cache, 'systems.web1', samples);
    });

    it('a point on disk', async () => {
      await using cache = await start({ onDisk: true });
      const timestamp = Math.floor(Date.now() / 1000) - 5;
      const place = { server: cache.host, port: cache.linePort, group: 'ci', source: 'acme/app.js' };
      await bulkUpdate({
        ...place,
        data: [
          { metric: 'build.duration', value: 0.1, timestamp },
          { metric: 'build.duration', value: -1 / 3, timestamp: timestamp + 1 },
        ],
      });
      expect(await cache.readWhisper('ci.acme.app_js.build.duration', { count: 2 })).toEqual([
        [timestamp, 0.1],
        [timestamp + 1, -1 / 3],
      ]);
    });

    it('tags, which Carbon parses', async () => {
      await using cache = await start({ onDisk: true, hasTags: true });
      const timestamp = String(Math.floor(Date.now() / 1000) - 5);
      const where = [
        '-c',
        `${cache.host}:${cache.linePort}`,
        '-s',
        'web1',
        '-m',
        'a',
        '-v',
        '42',
        '-t',
        timestamp,
      ];
      const run = await runCli([...where, '--tag', 'repo=acme/app', '--tag', 'branch=a=b,c']);
      expect(run.exitCode).toBe(0);
      // Carbon stores the sent name only if its own parser understood every tag.
      const points = await cache.readWhisper('systems.web1.a;branch=a=b,c;repo=acme/app');
      expect(points).toEqual([[Number(timestamp), 42]]);
      expect(await cache.readLog()).not.toContain('Error parsing metric');
    });

    it('stopped: sent, and it stores everything when it continues', async () => {
      await using cache = await start();
      const samples = makeSamples(501);
      const place = { server: cache.host, port: cache.linePort, group: 'g', source: 's' };
      process.kill(cache.pid, 'SIGSTOP');
      const result = await bulkUpdate({ ...place, data: samples, confirmTimeout: 0.3 });
      expect(result).toMatchObject({ delivery: 'sent', lines: 501, batches: 2 });
      const where = ['-c', `${cache.host}:${cache.linePort}`, '-s', 'web1', '-m', 'a', '-v', '1'];
      const run = await runCli([...where, '--confirm-timeout', '0.3']);
      expect(run).toMatchObject({
        exitCode: 0,
        stdout: '',
        stderr: expect.stringMatching(/^Sent, not confirmed/),
      });
      process.kill(cache.pid, 'SIGCONT');
      await expect
        .poll(async () => (await cache.readPoints(['systems.web1.a'])).get('systems.web1.a'), patient)
        .toHaveLength(1);
      await expectStored(cache, 'g.s', samples);
    });

    it('killed while it has unread bytes: failed', async () => {
      await using cache = await start();
      process.kill(cache.pid, 'SIGSTOP');
      const place = { server: cache.host, port: cache.linePort };
      const attempt = bulkUpdate({ ...place, data: makeSamples(5000) });
      const failure = expect(attempt).rejects.toMatchObject({
        name: 'SendError',
        retryable: true,
        result: { delivery: 'failed', lines: 0, linesMade: 5000 },
      });
      await expect.poll(() => readUnread(cache.linePort), patient).toBeGreaterThan(0);
      process.kill(cache.pid, 'SIGKILL');
      await failure;
    });

    it('killed between two windows: failed, and what it confirmed before was stored', async () => {
      await using cache = await start();
      const samples = makeSamples(50_000);
      const where = ['-c', `${cache.host}:${cache.linePort}`, '-g', 'g', '-s', 's', '--retries', '0'];
      const parts = [samples.slice(0, 32_000), samples.slice(32_000)] as const;
      const { exitCode, stdout } = await sendInTwoParts(where, parts, async () => {
        const last = `g.s.${samples[31_999]?.metric}`;
        await expect.poll(async () => (await cache.readPoints([last])).get(last), patient).toHaveLength(1);
        await expectStored(cache, 'g.s', parts[0]);
        process.kill(cache.pid, 'SIGKILL');
      });
      expect([exitCode, JSON.parse(stdout)]).toMatchObject([
        1,
        { delivery: 'failed', lines: 32_000, batches: 64, undelivered: 18_000 },
      ]);
    });

    it('what Carbon refuses is never sent: its log stays empty', async () => {
      await using cache = await start();
      const hostile = [
        'a b',
        'ä.ö',
        'x\ny 1 1',
        '../../etc',
        '\u0000',
        '\u{1f600}',
        '．．',
        'a;b=c',
        'n{b="2"}',
      ];
      const data = new Map(hostile.map((name, index) => [`h${index}${name}`, index]));
      const place = { server: cache.host, port: cache.linePort, group: 'g', source: hostile.join('') };
      const result = await bulkUpdate({ ...place, data, timestamp: 1_700_000_000 });
      expect(result).toMatchObject({ delivery: 'confirmed', lines: hostile.length });
      const points = await cache.readPoints(result.points.map(({ path }) => path));
      expect([...points.values()]).toEqual(hostile.map((_, index) => [[1_700_000_000, index]]));
      // go-carbon prints the five blanks that test a late close, as on a busy machine.
      const log = (await cache.readLog()).replaceAll(/^.* unfinished line \{"line": " {5}"\}$/gm, '');
      expect(log).not.toMatch(/ignoring \[|invalid line|parse failed|Error|ERROR|WARN|Traceback/);
      expect(await readdir(cache.whisperDir)).toEqual([]);
    });
  });

/** The number of unread bytes in a stopped receiver's connections: column rx_queue of the kernel's table. */
async function readUnread(port: number): Promise<number> {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = (await readFile('/proc/net/tcp', 'latin1')).split('\n');
  const sizes = rows.map(
    (row) => new RegExp(`^ *\\d+: \\w+:${hex} \\w+:\\w+ 0[18] \\w+:(\\w{8})`).exec(row)?.[1],
  );
  return sizes.reduce((sum, size) => sum + Number.parseInt(size ?? '0', 16), 0);
}
