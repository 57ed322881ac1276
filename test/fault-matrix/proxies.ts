import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Certificate } from '../support/authority.ts';
import { getProgram } from '../support/needs.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

/** A real proxy in front of one backend. */
export type StartProxy = (backendPort: number) => Promise<ServerProcess>;

/** Starts HAProxy as a TCP proxy. */
export const startHaproxy: StartProxy = (backendPort) => startHaproxyWith({ retries: 0 })(backendPort);

/** How HAProxy treats its backend. */
interface HaproxyRules {
  readonly retries: number;
  /** Its `timeout connect`, and so the longest pause between two tries. */
  readonly connect?: string;
  readonly certificate?: Certificate;
}

/** Starts HAProxy as a TCP proxy that tries its backend again so often. */
export const startHaproxyWith =
  ({ retries, connect = '1s', certificate }: HaproxyRules): StartProxy =>
  (backendPort) =>
    startProxy('haproxy.cfg', {
      prepare: async ({ dir }) => {
        if (certificate === undefined) return;
        await writeFile(join(dir, 'both.pem'), `${certificate.cert}${certificate.key}`, { mode: 0o600 });
      },
      config: ({ port, dir }) =>
        [
          'defaults',
          '  mode tcp',
          `  retries ${retries}`,
          `  timeout connect ${connect}`,
          '  timeout client 30s',
          '  timeout server 30s',
          'listen carbon',
          `  bind 127.0.0.1:${port}${certificate === undefined ? '' : ` ssl crt ${join(dir, 'both.pem')}`}`,
          `  server backend 127.0.0.1:${backendPort}`,
        ].join('\n'),
      command: (file) => [getProgram('haproxy'), '-db', '-q', '-f', file],
    });

/** Starts nginx with its stream module. */
export const startNginx: StartProxy = (backendPort) => startNginxWith('', '')(backendPort);

/** Starts nginx with its stream module. It terminates TLS and forwards plain TCP. */
export const startNginxTls =
  ({ files }: Certificate): StartProxy =>
  (backendPort) =>
    startNginxWith(`ssl_certificate ${files.cert}; ssl_certificate_key ${files.key};`, 'ssl')(backendPort);

/** Starts stunnel. It terminates TLS and forwards plain TCP. */
export const startStunnel =
  ({ files }: Certificate): StartProxy =>
  (backendPort) =>
    startProxy('stunnel.conf', {
      config: ({ port }) =>
        [
          'foreground = yes',
          'pid =',
          'syslog = no',
          '[carbon]',
          `accept = 127.0.0.1:${port}`,
          `connect = 127.0.0.1:${backendPort}`,
          `cert = ${files.cert}`,
          `key = ${files.key}`,
        ].join('\n'),
      command: (file) => [getProgram('stunnel4'), file],
    });

function startNginxWith(settings: string, listening: string): StartProxy {
  return (backendPort) =>
    startProxy('nginx.conf', {
      config: ({ port, dir }) =>
        [
          `load_module ${getProgram('ngx_stream_module.so')};`,
          'daemon off;',
          'master_process off;',
          'error_log stderr;',
          `pid ${join(dir, 'nginx.pid')};`,
          'events {}',
          `stream { server { listen 127.0.0.1:${port} ${listening};`,
          `${settings} proxy_pass 127.0.0.1:${backendPort}; } }`,
        ].join('\n'),
      command: (file) => [getProgram('nginx'), '-e', 'stderr', '-c', file],
    });
}

function startProxy(
  name: string,
  {
    prepare = async () => {},
    config,
    command,
  }: {
    /** Writes what the configuration names. */
    readonly prepare?: (place: { dir: string }) => Promise<void>;
    readonly config: (place: { port: number; dir: string }) => string;
    readonly command: (file: string) => [string, ...string[]];
  },
): Promise<ServerProcess> {
  return startServerProcess({
    host: '127.0.0.1',
    portCount: 1,
    prepare: async ({ dir, ports: [port = 0] }) => {
      const file = join(dir, name);
      await prepare({ dir });
      await writeFile(file, `${config({ port, dir })}\n`);
      const [program, ...args] = command(file);
      return { command: program, args };
    },
  });
}
