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

/** A busy machine takes many times as long as an idle one. */
const TIMEOUTS = { find: '60s', render: '60s', connect: '10s' };

/** Starts a carbonapi in front of a go-carbon and waits until it answers for it. */
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
          // They limit those of the group too, and are 2 s for a search by default, and HTTP 500 after that.
          timeouts: TIMEOUTS,
          backendsv2: {
            backends: [
              {
                groupName: 'all',
                // What `auto` finds out, unless go-carbon takes more than 0.2 s to accept at the start.
                protocol: 'carbonapi_v3_pb',
                lbMethod: 'all',
                maxTries: 3,
                timeouts: TIMEOUTS,
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
  try {
    await waitForAnswer(url);
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
  return { url, pid: server.pid, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** go-carbon remembers an unknown name for five minutes, so no test may use this one. */
const UNKNOWN = '/metrics/find?query=is.carbonapi.ready&format=json';

async function waitForAnswer(url: URL): Promise<void> {
  const { status } = await fetch(new URL(UNKNOWN, url));
  // 404 is an answer, too.
  if (status >= 500) throw new Error(`carbonapi does not get an answer of go-carbon (HTTP ${status})`);
}
