import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CarbonServer, type CarbonServerOptions, createReaders } from './carbon-server.ts';
import { getProgram } from './needs.ts';
import { startServerProcess } from './server-process.ts';

/** How a carbon-cache is set up. */
export interface CarbonCacheOptions extends CarbonServerOptions {
  /** Lines of carbon.conf's cache section. They replace or extend the defaults of the tests. */
  readonly config?: Readonly<Record<string, string>>;
}

/** Starts a carbon-cache on free ports and waits until line, pickle and query port take connections. */
export async function startCarbonCache(options: CarbonCacheOptions = {}): Promise<CarbonServer> {
  const { host = '127.0.0.1' } = options;
  const server = await startServerProcess({
    host,
    portCount: 3,
    prepare: async ({ dir, ports }) => {
      const conf = await writeConfiguration({ dir, ports, host, options });
      const files = [
        `--config=${conf}`,
        `--pidfile=${join(dir, 'cache.pid')}`,
        `--logdir=${join(dir, 'log')}`,
      ];
      return { command: getProgram('carbon-cache'), args: [...files, '--nodaemon', 'start'] };
    },
  });
  const [linePort = 0, picklePort = 0, queryPort = 0] = server.ports;
  const whisperDir = join(server.dir, 'storage/whisper');
  return {
    host,
    linePort,
    picklePort,
    queryPort,
    pid: server.pid,
    dir: server.dir,
    whisperDir,
    ...createReaders({ host, queryPort, isBulk: true, whisperDir, onDisk: options.onDisk ?? false }),
    readLog: async () =>
      `${await readLogFiles(join(server.dir, 'log'))}${server.child.stdout()}${server.child.stderr()}`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function writeConfiguration({
  dir,
  ports: [line, pickle, query],
  host,
  options,
}: {
  readonly dir: string;
  readonly ports: readonly number[];
  readonly host: string;
  readonly options: CarbonCacheOptions;
}): Promise<string> {
  for (const name of ['conf', 'storage/whisper', 'log']) await mkdir(join(dir, name), { recursive: true });
  const settings: Record<string, string> = {
    STORAGE_DIR: join(dir, 'storage'),
    LOCAL_DATA_DIR: join(dir, 'storage/whisper'),
    CONF_DIR: join(dir, 'conf'),
    LOG_DIR: join(dir, 'log'),
    PID_DIR: dir,
    USER: '',
    LINE_RECEIVER_INTERFACE: host,
    LINE_RECEIVER_PORT: String(line),
    PICKLE_RECEIVER_INTERFACE: host,
    PICKLE_RECEIVER_PORT: String(pickle),
    CACHE_QUERY_INTERFACE: host,
    CACHE_QUERY_PORT: String(query),
    MAX_CREATES_PER_MINUTE: 'inf',
    MAX_UPDATES_PER_SECOND: 'inf',
    MAX_CACHE_SIZE: 'inf',
    ENABLE_TAGS: options.hasTags ? 'True' : 'False',
    LOG_UPDATES: 'False',
    LOG_CREATES: 'False',
    LOG_CACHE_HITS: 'False',
    LOG_CACHE_QUEUE_SORTS: 'False',
    ENABLE_LOGROTATION: 'False',
    CARBON_METRIC_INTERVAL: '0',
    // Points younger than this stay in the cache, where reading them is exact.
    ...(!options.onDisk && { CACHE_WRITE_STRATEGY: 'timesorted', MIN_TIMESTAMP_LAG: '10000000000' }),
    ...options.config,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const conf = join(dir, 'conf/carbon.conf');
  await writeFile(conf, `[cache]\n${lines.join('\n')}\n`);
  const schema = `[default]\npattern = .*\nretentions = ${options.retentions ?? '1s:10m'}\n`;
  const files = options.conf ?? { 'storage-schemas.conf': schema };
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, 'conf', name), text);
  return conf;
}

async function readLogFiles(directory: string): Promise<string> {
  const names = (await readdir(directory)).sort();
  return (await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')))).join('');
}
