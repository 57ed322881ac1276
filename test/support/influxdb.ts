import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Point } from './carbon-points.ts';
import { getProgram } from './needs.ts';
import { startServerProcess } from './server-process.ts';

/** A real InfluxDB with its Graphite port open; it is killed and its directory removed when disposed of. */
export interface InfluxDb extends AsyncDisposable {
  readonly host: string;
  readonly linePort: number;
  readonly pid: number;
  /** All its points. */
  readonly readAll: () => Promise<Map<string, Point[]>>;
}

/** Starts an InfluxDB on free ports. */
export async function startInfluxDb(): Promise<InfluxDb> {
  const host = '127.0.0.1';
  const server = await startServerProcess({
    host,
    portCount: 3,
    prepare: async ({ dir, ports: [line, http, rpc] }) => {
      const file = join(dir, 'influxdb.conf');
      const config = [
        'reporting-disabled = true',
        `bind-address = "${host}:${rpc}"`,
        `[meta]\ndir = "${join(dir, 'meta')}"`,
        `[data]\ndir = "${join(dir, 'data')}"\nwal-dir = "${join(dir, 'wal')}"\nquery-log-enabled = false`,
        `[http]\nbind-address = "${host}:${http}"\nlog-enabled = false`,
        '[monitor]\nstore-enabled = false',
        `[[graphite]]\nenabled = true\nbind-address = "${host}:${line}"\nprotocol = "tcp"`,
        'database = "graphite"\nbatch-timeout = "100ms"',
      ];
      await writeFile(file, `${config.join('\n')}\n`);
      return { command: getProgram('influxd'), args: ['-config', file] };
    },
  });
  const [linePort = 0, httpPort = 0] = server.ports;
  return {
    host,
    linePort,
    pid: server.pid,
    readAll: () => readAll(`http://${host}:${httpPort}`),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function readAll(url: string): Promise<Map<string, Point[]>> {
  const query = new URLSearchParams({ db: 'graphite', epoch: 's', q: 'SELECT value FROM /.*/' });
  const response = await fetch(`${url}/query?${query}`);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  const { results } = (await response.json()) as {
    results: { error?: string; series?: { name: string; values: Point[] }[] }[];
  };
  const [result] = results;
  if (result?.error !== undefined) throw new Error(result.error);
  return new Map((result?.series ?? []).map(({ name, values }) => [name, values]));
}
