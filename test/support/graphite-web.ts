import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CarbonServer } from './carbon-server.ts';
import { finishChild, startChild } from './child.ts';
import { getInterpreter, getProgram } from './needs.ts';
import { startServerProcess } from './server-process.ts';

/** A real graphite-web in one process; it is killed and its directory removed when disposed of. */
export interface GraphiteWeb extends AsyncDisposable {
  readonly url: URL;
  readonly pid: number;
}

/** The carbon-cache that it reads: its files and its cache. */
export interface GraphiteWebOptions {
  /** Started with `onDisk`, because graphite-web does not know a series without a file. */
  readonly carbon: CarbonServer;
}

/** Runs graphite-web's own commands without the warnings of its old Django. */
const makeCommand = (): [string, ...string[]] => [
  getInterpreter('graphite-manage'),
  '-W',
  'ignore',
  getProgram('graphite-manage'),
];

/** Starts a graphite-web with its own database and waits until it accepts connections. */
export async function startGraphiteWeb({ carbon }: GraphiteWebOptions): Promise<GraphiteWeb> {
  const host = '127.0.0.1';
  const server = await startServerProcess({
    host,
    portCount: 1,
    prepare: async ({ dir, ports: [port = 0] }) => {
      await writeSettings(dir, carbon);
      await migrate(dir);
      const env = Object.entries(environment(dir)).map(([name, value]) => `${name}=${value}`);
      const manage = [...makeCommand(), 'runserver', '--noreload', `${host}:${port}`];
      return { command: '/usr/bin/env', args: [...env, ...manage] };
    },
  });
  const [port = 0] = server.ports;
  const url = new URL(`http://${host}:${port}`);
  return { url, pid: server.pid, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

function environment(dir: string): Record<string, string> {
  return {
    PYTHONPATH: dir,
    GRAPHITE_SETTINGS_MODULE: 'carbon_test_settings',
    DJANGO_SETTINGS_MODULE: 'graphite.settings',
  };
}

async function writeSettings(dir: string, carbon: CarbonServer): Promise<void> {
  for (const name of ['conf', 'storage/log']) await mkdir(join(dir, name), { recursive: true });
  const whisper = carbon.whisperDir;
  const settings = {
    SECRET_KEY: 'only-for-local-tests',
    ALLOWED_HOSTS: ['*'],
    TIME_ZONE: 'UTC',
    GRAPHITE_ROOT: '/usr/share/graphite-web',
    STATIC_ROOT: '/usr/share/graphite-web/static',
    STORAGE_DIR: join(dir, 'storage'),
    CONF_DIR: join(dir, 'conf'),
    LOG_DIR: join(dir, 'storage/log'),
    INDEX_FILE: join(dir, 'storage/index'),
    WHISPER_DIR: whisper,
    STANDARD_DIRS: [whisper],
    CARBONLINK_HOSTS: [`${carbon.host}:${carbon.queryPort}`],
    FUNCTION_PLUGINS: [],
    DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: join(dir, 'storage/graphite.db') } },
  };
  // JSON's texts, lists and maps mean the same in Python.
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  await writeFile(join(dir, 'carbon_test_settings.py'), `${lines.join('\n')}\nLOG_ROTATION = False\n`);
}

async function migrate(dir: string): Promise<void> {
  const [command, ...script] = makeCommand();
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', ...environment(dir) };
  const child = startChild({ command, args: [...script, 'migrate', '--run-syncdb', '-v0'], env });
  const { exitCode, stdout, stderr } = await finishChild(child);
  if (exitCode !== 0) throw new Error(`graphite-web's database was not made\n${stdout}${stderr}`);
}
