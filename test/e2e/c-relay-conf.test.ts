import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CarbonServer } from '../support/carbon-server.ts';
import { CARBON_SERVERS } from '../support/carbon-servers.ts';
import { getProgram, needs } from '../support/needs.ts';
import { runAction } from '../support/runner.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { sendInTwoParts } from './in-two-parts.ts';
import { makeSamples, toLines } from './samples.ts';
import { readStored, waitForStored } from './stored.ts';

const shown = new URL('../../docs/carbon-c-relay.conf', import.meta.url);

/** Runs the file of the documents with other addresses. */
async function startShownRelay(one: CarbonServer, other: CarbonServer): Promise<ServerProcess> {
  const host = '127.0.0.1';
  const text = await readFile(shown, 'utf8');
  return startServerProcess({
    host,
    portCount: 1,
    prepare: async ({ dir, ports: [port] }) => {
      const file = join(dir, 'relay.conf');
      const config = text
        .replaceAll('carbon-a:2003', `${one.host}:${one.linePort}`)
        .replaceAll('carbon-b:2003', `${other.host}:${other.linePort}`)
        .replaceAll('0.0.0.0:2003', `${host}:${port}`);
      await writeFile(file, config);
      return { command: getProgram('carbon-c-relay'), args: ['-f', file] };
    },
  });
}

for (const { name, needed, start } of CARBON_SERVERS)
  describe(name, needs('carbon-c-relay', ...needed), () => {
    it('replicates the group ci: both servers have every point', async () => {
      await using one = await start();
      await using other = await start();
      await using relay = await startShownRelay(one, other);
      await using dir = await createTempDir();
      const samples = makeSamples(32_001);
      await writeFile(join(dir.path, 'lines.txt'), toLines(samples));
      const run = await runAction({
        cwd: dir.path,
        inputs: { server: relay.host, port: String(relay.ports[0]), 'data-file': 'lines.txt', retries: '0' },
        github: { repository: 'acme/app' },
      });
      expect(run).toMatchObject({ exitCode: 0, annotations: { warnings: [], errors: [] } });
      expect(run.outputs).toMatchObject({
        delivery: 'confirmed',
        lines: '32001',
        batches: '65',
        attempts: '2',
      });
      for (const cache of [one, other])
        await waitForStored({ read: cache.readPoints }, { prefix: 'ci.acme.app', samples });
    });

    it('spreads all other points: every point is on one server, and both have a share', async () => {
      await using one = await start();
      await using other = await start();
      await using relay = await startShownRelay(one, other);
      await using dir = await createTempDir();
      const samples = makeSamples(501);
      await writeFile(join(dir.path, 'lines.txt'), toLines(samples));
      const run = await runAction({
        cwd: dir.path,
        inputs: {
          server: relay.host,
          port: String(relay.ports[0]),
          group: 'load',
          source: 's',
          'data-file': 'lines.txt',
        },
      });
      expect(run.outputs).toMatchObject({ delivery: 'confirmed', lines: '501' });
      const sent = { prefix: 'load.s', samples };
      // A series on both servers would show here as two points.
      const read = async (paths: readonly string[]): ReturnType<CarbonServer['readPoints']> => {
        const [first, second] = [await one.readPoints(paths), await other.readPoints(paths)];
        return new Map(
          paths.map((path) => [path, [...(first.get(path) ?? []), ...(second.get(path) ?? [])]]),
        );
      };
      await waitForStored({ read }, sent);
      for (const cache of [one, other])
        expect((await readStored({ read: cache.readPoints }, sent)).size).toBeGreaterThan(100);
    });

    it('one of two servers is killed in mid-run: confirmed, and the other has every point', async () => {
      await using one = await start();
      await using other = await start();
      await using relay = await startShownRelay(one, other);
      const samples = makeSamples(40_000);
      const firstWindow = { prefix: 'ci.s', samples: samples.slice(0, 32_000) };
      const where = ['-c', `${relay.host}:${relay.ports[0]}`, '-g', 'ci', '-s', 's', '--retries', '0'];
      const parts = [firstWindow.samples, samples.slice(32_000)] as const;
      const { exitCode, stdout } = await sendInTwoParts(where, parts, async () => {
        // The second window starts when the first is confirmed, so the relay forwards the second later.
        await waitForStored({ read: other.readPoints }, firstWindow);
        process.kill(other.pid, 'SIGKILL');
      });
      expect([exitCode, JSON.parse(stdout)]).toMatchObject([
        0,
        { delivery: 'confirmed', evidence: 'kernel', lines: 40_000, attempts: 2, undelivered: 0 },
      ]);
      await waitForStored({ read: one.readPoints }, { prefix: 'ci.s', samples });
    });

    it('both servers are dead: confirmed, because the relay read everything', async () => {
      await using one = await start();
      await using other = await start();
      await using relay = await startShownRelay(one, other);
      for (const { pid } of [one, other]) process.kill(pid, 'SIGKILL');
      const run = await runAction({
        inputs: { server: relay.host, port: String(relay.ports[0]), metric: 'a', value: '1', retries: '0' },
      });
      expect(run).toMatchObject({ exitCode: 0, outputs: { delivery: 'confirmed', undelivered: '0' } });
    });
  });
