import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CarbonServer, type CarbonServerOptions, createReaders } from './carbon-server.ts';
import { getProgram } from './needs.ts';
import { startServerProcess } from './server-process.ts';

/** A real go-carbon. */
export interface GoCarbon extends CarbonServer {
  /** The port from which carbonapi reads series and their points. */
  readonly readPort: number;
}

/** How a go-carbon is set up. */
export interface GoCarbonOptions extends CarbonServerOptions {
  /** Settings by section. They replace or extend the defaults of the tests. */
  readonly config?: Readonly<Record<string, Settings>>;
}

type Settings = Readonly<Record<string, string | number | boolean>>;

/** Starts a go-carbon on free ports and waits until all of them take connections. */
export async function startGoCarbon(options: GoCarbonOptions = {}): Promise<GoCarbon> {
  const { host = '127.0.0.1', onDisk = false } = options;
  const server = await startServerProcess({
    host,
    portCount: 4,
    prepare: async ({ dir, ports }) => {
      const file = await writeConfiguration({ dir, ports, host, options });
      return { command: getProgram('go-carbon'), args: [`-config=${file}`] };
    },
  });
  const [linePort = 0, picklePort = 0, queryPort = 0, readPort = 0] = server.ports;
  const whisperDir = join(server.dir, 'whisper');
  return {
    host,
    linePort,
    picklePort,
    queryPort,
    readPort,
    pid: server.pid,
    dir: server.dir,
    whisperDir,
    ...createReaders({ host, queryPort, isBulk: false, whisperDir, onDisk }),
    readLog: async () => `${server.child.stdout()}${server.child.stderr()}`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function writeConfiguration({
  dir,
  ports,
  host,
  options,
}: {
  readonly dir: string;
  readonly ports: readonly number[];
  readonly host: string;
  readonly options: GoCarbonOptions;
}): Promise<string> {
  const inside = (name: string): string => join(dir, name);
  for (const name of ['conf', 'whisper', 'tags']) await mkdir(inside(name));
  const schema = `[default]\npattern = .*\nretentions = ${options.retentions ?? '1s:10m'}\n`;
  const files = options.conf ?? { 'storage-schemas.conf': schema };
  for (const [name, text] of Object.entries(files)) await writeFile(inside(`conf/${name}`), text);
  const aggregation = 'storage-aggregation.conf';
  const [line, pickle, query, read] = ports.map(
    (port) => `${host.includes(':') ? `[${host}]` : host}:${port}`,
  );
  const off = { enabled: false };
  const sections: Readonly<Record<string, Settings>> = {
    common: { user: '', 'metric-endpoint': 'local', 'metric-interval': '1h0m0s', 'max-cpu': 2 },
    whisper: {
      'data-dir': inside('whisper'),
      'schemas-file': inside('conf/storage-schemas.conf'),
      ...(aggregation in files && { 'aggregation-file': inside(`conf/${aggregation}`) }),
      // Without a writer everything stays in the cache, where reading it is exact.
      enabled: options.onDisk ?? false,
    },
    cache: { 'max-size': 0 },
    udp: off,
    tcp: { listen: line ?? '' },
    pickle: { listen: pickle ?? '' },
    carbonlink: { listen: query ?? '' },
    grpc: off,
    tags: { enabled: options.hasTags ?? false, 'local-dir': inside('tags') },
    // Its index would be up to date every five minutes; without one it looks into the folders.
    carbonserver: { listen: read ?? '', enabled: true, 'trigram-index': false },
  };
  const names = [...new Set([...Object.keys(sections), ...Object.keys(options.config ?? {})])];
  const text = names.map((name) => formatSection(name, { ...sections[name], ...options.config?.[name] }));
  // Its default is a file in the system's log folder.
  text.push('[[logging]]\nlogger = ""\nfile = "stderr"\nlevel = "debug"\nencoding = "mixed"\n');
  const file = inside('conf/go-carbon.conf');
  await writeFile(file, text.join('\n'));
  return file;
}

/** JSON's texts, numbers and booleans mean the same in TOML. */
function formatSection(name: string, settings: Settings): string {
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
  return `[${name}]\n${lines.join('')}`;
}
