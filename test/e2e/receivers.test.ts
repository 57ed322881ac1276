import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { update } from '../../src/index.ts';
import { startRelay } from '../support/carbon-c-relay.ts';
import { startCarbonRelay } from '../support/carbon-relay.ts';
import { CARBON_SERVERS } from '../support/carbon-servers.ts';
import { runCli } from '../support/cli.ts';
import { startInfluxDb } from '../support/influxdb.ts';
import { type Need, needs } from '../support/needs.ts';
import { runAction } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { startVictoriaMetrics } from '../support/victoria-metrics.ts';
import { makeSamples, toLines } from './samples.ts';
import { type Store, waitForStored } from './stored.ts';

/** A receiver, and how to read from the store behind it. */
interface Place extends AsyncDisposable, Store {
  readonly host: string;
  readonly linePort: number;
}

function place(where: Omit<Place, typeof Symbol.asyncDispose>, servers: AsyncDisposableStack): Place {
  return { ...where, [Symbol.asyncDispose]: () => servers.disposeAsync() };
}

interface Receiver {
  readonly name: string;
  readonly needed: readonly Need[];
  readonly start: () => Promise<Place>;
}

const RECEIVERS: readonly Receiver[] = [
  ...CARBON_SERVERS.flatMap((behind): Receiver[] => [
    {
      name: `carbon-relay and ${behind.name}`,
      needed: ['carbon-relay', ...behind.needed],
      start: async () => {
        await using servers = new AsyncDisposableStack();
        const server = servers.use(await behind.start());
        const { host, linePort } = servers.use(await startCarbonRelay({ destinations: [server] }));
        return place({ host, linePort, read: server.readPoints }, servers.move());
      },
    },
    {
      name: `carbon-c-relay and ${behind.name}`,
      needed: ['carbon-c-relay', ...behind.needed],
      start: async () => {
        await using servers = new AsyncDisposableStack();
        const server = servers.use(await behind.start());
        const destinations = [{ host: server.host, port: server.linePort }];
        const { host, linePort } = servers.use(await startRelay({ destinations }));
        return place({ host, linePort, read: server.readPoints }, servers.move());
      },
    },
  ]),
  {
    name: 'VictoriaMetrics',
    needed: ['victoria-metrics'],
    start: async () => {
      const server = await startVictoriaMetrics();
      return { ...server, read: () => server.readAll(), digits: 12 };
    },
  },
  {
    name: 'InfluxDB',
    needed: ['influxd'],
    start: async () => {
      const server = await startInfluxDb();
      return { ...server, read: () => server.readAll() };
    },
  },
];

for (const { name, needed, start } of RECEIVERS)
  describe.concurrent(name, needs(...needed), () => {
    // 32,001 lines are two windows, so two connections.
    it.each([
      [1, 1, 1],
      [500, 1, 1],
      [32_001, 65, 2],
    ])('%d lines through the action', async (count, batches, attempts) => {
      await using receiver = await start();
      await using dir = await createTempDir();
      const samples = makeSamples(count);
      await writeFile(join(dir.path, 'lines.txt'), toLines(samples));
      const server = `${receiver.host}:${receiver.linePort}`;
      const run = await runAction({
        cwd: dir.path,
        inputs: { server, 'data-file': 'lines.txt', retries: '0', spool: 'spool' },
        github: { repository: 'acme/app.js' },
      });
      expect(run).toMatchObject({ exitCode: 0, stderr: '', annotations: { warnings: [], errors: [] } });
      expect(run.outputs).toMatchObject({
        delivery: 'confirmed',
        evidence: 'kernel',
        lines: String(count),
        batches: String(batches),
        attempts: String(attempts),
        undelivered: '0',
        server,
      });
      await waitForStored(receiver, { prefix: 'ci.acme.app_js', samples });
    });

    it('501 lines through the command line, and one through the library', async () => {
      await using receiver = await start();
      const samples = makeSamples(501);
      const where = ['-c', `${receiver.host}:${receiver.linePort}`, '-s', 'web1', '--json', '--retries', '0'];
      const run = await runCli([...where, '--file', '-'], { stdin: toLines(samples.slice(0, -1)) });
      expect(JSON.parse(run.stdout)).toMatchObject({ delivery: 'confirmed', lines: 500, undelivered: 0 });
      const server = { server: receiver.host, port: receiver.linePort, source: 'web1', retries: 0 };
      const last = samples.at(-1);
      if (last === undefined) throw new Error('no sample');
      expect(await update({ ...server, ...last })).toMatchObject({ delivery: 'confirmed' });
      await waitForStored(receiver, { prefix: 'systems.web1', samples });
    });
  });

for (const { name, needed, start } of CARBON_SERVERS)
  it(
    `carbon-relay that replicates: both of two ${name} have everything`,
    needs('carbon-relay', ...needed),
    async () => {
      await using one = await start();
      await using other = await start();
      await using relay = await startCarbonRelay({ destinations: [one, other], replication: 2 });
      const samples = makeSamples(500);
      await using dir = await createTempDir();
      await writeFile(join(dir.path, 'lines.txt'), toLines(samples));
      const server = `${relay.host}:${relay.linePort}`;
      const run = await runAction({
        cwd: dir.path,
        inputs: { server, group: 'g', source: 's', 'data-file': 'lines.txt' },
      });
      expect(run).toMatchObject({ exitCode: 0, outputs: { delivery: 'confirmed', lines: '500' } });
      for (const cache of [one, other])
        await waitForStored({ read: cache.readPoints }, { prefix: 'g.s', samples });
    },
  );
