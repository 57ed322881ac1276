import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { GoCarbon } from './go-carbon.ts';
import { getProgram } from './needs.ts';
import { startServerProcess } from './server-process.ts';

/** A real carbonapi, which answers for a go-carbon like graphite-web. It is killed when disposed of. */
export interface Carbonapi extends AsyncDisposable {
  readonly url: URL;
  readonly pid: number;
}

/** Starts a carbonapi in front of a go-carbon, with the settings of its example. */
export async function startCarbonapi(options: {
  readonly carbon: GoCarbon;
  /** Its answer if no series is known; 200 is its default. */
  readonly notFoundStatusCode?: 200 | 404;
}): Promise<Carbonapi> {
  const { carbon, notFoundStatusCode = 200 } = options;
  const host = '127.0.0.1';
  const server = await startServerProcess({
    host,
    portCount: 1,
    prepare: async ({ dir, ports: [port] }) => {
      const file = join(dir, 'carbonapi.yaml');
      const config = {
        listeners: [{ address: `${host}:${port}` }],
        notFoundStatusCode,
        // Both of its caches are on by default, for a minute.
        cache: { type: 'mem', size_mb: 0, defaultTimeoutSec: 60 },
        upstreams: {
          backendsv2: {
            backends: [
              {
                groupName: 'all',
                protocol: 'auto',
                lbMethod: 'all',
                maxTries: 3,
                timeouts: { find: '10s', render: '30s', connect: '10s' },
                servers: [`http://${carbon.host}:${carbon.readPort}`],
              },
            ],
          },
        },
        logger: [{ logger: '', file: 'stderr', level: 'info', encoding: 'console' }],
      };
      await writeFile(file, stringify(config));
      return { command: getProgram('carbonapi'), args: ['-config', file] };
    },
  });
  const url = new URL(`http://${host}:${server.ports[0]}`);
  return { url, pid: server.pid, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
