import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getProgram } from './needs.ts';
import { startServerProcess } from './server-process.ts';

/** A real carbon-c-relay; it is killed and its directory removed when disposed of. */
export interface CarbonRelay extends AsyncDisposable {
  readonly host: string;
  readonly linePort: number;
  readonly pid: number;
}

/** The destinations of a relay. */
export interface RelayOptions {
  readonly destinations: readonly { readonly host: string; readonly port: number }[];
  /** `forward` (all of them, the default), `any_of`, `failover`, `carbon_ch replication 2` and so on. */
  readonly cluster?: string;
  readonly host?: string;
}

/** Starts a carbon-c-relay in front of the destinations and waits until it takes connections. */
export async function startRelay(options: RelayOptions): Promise<CarbonRelay> {
  const { destinations, cluster = 'forward', host = '127.0.0.1' } = options;
  const server = await startServerProcess({
    host,
    portCount: 1,
    prepare: async ({ dir, ports: [port = 0] }) => {
      // The hash of a destination must not depend on its port, which differs in each run.
      const name = (index: number): string =>
        cluster.includes('_ch') ? `=${String.fromCharCode(97 + index)}` : '';
      const config = [
        `listen type linemode ${formatAddress(host, port)} proto tcp ;`,
        `cluster all ${cluster}`,
        ...destinations.map((to, index) => `  ${formatAddress(to.host, to.port)}${name(index)}`),
        '  ;',
        'match * send to all stop;',
      ];
      const file = join(dir, 'relay.conf');
      await writeFile(file, `${config.join('\n')}\n`);
      return { command: getProgram('carbon-c-relay'), args: ['-f', file, '-s'] };
    },
  });
  const [linePort = 0] = server.ports;
  return { host, linePort, pid: server.pid, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

function formatAddress(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
