import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getProgram } from './needs.ts';
import { startServerProcess } from './server-process.ts';

/** A real carbon-relay, Carbon's own; it is killed and its directory removed when disposed of. */
export interface CarbonOwnRelay extends AsyncDisposable {
  readonly host: string;
  readonly linePort: number;
  readonly pid: number;
}

/** Starts a carbon-relay in front of the pickle ports of carbon-caches. */
export async function startCarbonRelay(options: {
  readonly destinations: readonly { readonly host: string; readonly picklePort: number }[];
  /** How many of the destinations get each series, 1 by default. */
  readonly replication?: number;
}): Promise<CarbonOwnRelay> {
  const { destinations, replication = 1 } = options;
  const host = '127.0.0.1';
  const server = await startServerProcess({
    host,
    portCount: 2,
    prepare: async ({ dir, ports: [line, pickle] }) => {
      for (const name of ['conf', 'storage', 'log']) await mkdir(join(dir, name), { recursive: true });
      const named = destinations.map((to, index) => `${to.host}:${to.picklePort}:${'abcdef'[index]}`);
      const settings: Record<string, string> = {
        STORAGE_DIR: join(dir, 'storage'),
        CONF_DIR: join(dir, 'conf'),
        LOG_DIR: join(dir, 'log'),
        PID_DIR: dir,
        USER: '',
        LINE_RECEIVER_INTERFACE: host,
        LINE_RECEIVER_PORT: String(line),
        PICKLE_RECEIVER_INTERFACE: host,
        PICKLE_RECEIVER_PORT: String(pickle),
        RELAY_METHOD: 'consistent-hashing',
        REPLICATION_FACTOR: String(replication),
        // Without this, two destinations on one host count as one.
        DIVERSE_REPLICAS: 'False',
        DESTINATIONS: named.join(', '),
        // Above this queue length, this version drops lines that it has accepted.
        MAX_QUEUE_SIZE: '1000000',
        CARBON_METRIC_INTERVAL: '0',
      };
      const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
      const conf = join(dir, 'conf/carbon.conf');
      // It needs the file although it stores nothing.
      await writeFile(
        join(dir, 'conf/storage-schemas.conf'),
        '[default]\npattern = .*\nretentions = 1s:10m\n',
      );
      await writeFile(conf, `[relay]\n${lines.join('\n')}\n`);
      const files = [
        `--config=${conf}`,
        `--pidfile=${join(dir, 'relay.pid')}`,
        `--logdir=${join(dir, 'log')}`,
      ];
      return { command: getProgram('carbon-relay'), args: [...files, '--nodaemon', 'start'] };
    },
  });
  const [linePort = 0] = server.ports;
  return { host, linePort, pid: server.pid, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
