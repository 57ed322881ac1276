import { join } from 'node:path';
import type { Point } from './carbon-points.ts';
import { getProgram } from './needs.ts';
import { startServerProcess } from './server-process.ts';

/** A real VictoriaMetrics with its Graphite port open; it is killed and its directory removed when disposed of. */
export interface VictoriaMetrics extends AsyncDisposable {
  readonly host: string;
  readonly linePort: number;
  readonly pid: number;
  /** All its points. */
  readonly readAll: () => Promise<Map<string, Point[]>>;
}

/** Starts a VictoriaMetrics on free ports. */
export async function startVictoriaMetrics(): Promise<VictoriaMetrics> {
  const host = '127.0.0.1';
  const server = await startServerProcess({
    host,
    portCount: 2,
    prepare: async ({ dir, ports: [line, http] }) => ({
      command: getProgram('victoria-metrics'),
      args: [
        `-storageDataPath=${join(dir, 'data')}`,
        `-httpListenAddr=${host}:${http}`,
        `-graphiteListenAddr=${host}:${line}`,
        '-retentionPeriod=100y',
        '-search.latencyOffset=0s',
        '-memory.allowedBytes=256MB',
      ],
    }),
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
  // Points that have just arrived are searchable only after this.
  await get(`${url}/internal/force_flush`);
  const body = await get(`${url}/api/v1/export?match[]=${encodeURIComponent('{__name__!=""}')}`);
  const rows = body.split('\n').filter((row) => row !== '');
  return new Map(
    rows.map((row) => {
      const { metric, values, timestamps } = JSON.parse(row) as {
        metric: { __name__: string };
        values: number[];
        timestamps: number[];
      };
      const points = values.map((value, index): Point => [(timestamps[index] ?? 0) / 1000, value]);
      return [metric.__name__, points];
    }),
  );
}

async function get(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.text();
}
