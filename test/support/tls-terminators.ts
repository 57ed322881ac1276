import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getProgram } from './needs.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** Debian's programs that terminate TLS in front of a plain server. */
export type Terminator = 'stunnel' | 'haproxy' | 'nginx';

/** The backend of a terminator, and its certificate. */
export interface TerminatorOptions {
  readonly cert: string;
  readonly key: string;
  readonly to: { readonly host: string; readonly port: number };
}

interface Place extends TerminatorOptions {
  readonly dir: string;
  readonly listen: string;
}

const PREPARE: Record<Terminator, (place: Place) => Promise<{ command: string; args: string[] }>> = {
  stunnel: async ({ dir, listen, cert, key, to }) => {
    const file = join(dir, 'stunnel.conf');
    const service = [
      `accept = ${listen}`,
      `connect = ${to.host}:${to.port}`,
      `cert = ${cert}`,
      `key = ${key}`,
    ];
    const config = ['foreground = yes', 'pid =', 'syslog = no', '[carbon]', ...service];
    await writeFile(file, `${config.join('\n')}\n`);
    return { command: getProgram('stunnel4'), args: [file] };
  },
  haproxy: async ({ dir, listen, cert, key, to }) => {
    const both = join(dir, 'both.pem');
    await writeFile(both, `${await readFile(cert, 'utf8')}${await readFile(key, 'utf8')}`, { mode: 0o600 });
    const file = join(dir, 'haproxy.cfg');
    const config = [
      'global',
      '  maxconn 64',
      'defaults',
      '  mode tcp',
      '  timeout connect 5s',
      '  timeout client 30s',
      '  timeout server 30s',
      'frontend carbon',
      `  bind ${listen} ssl crt ${both}`,
      '  default_backend caches',
      'backend caches',
      `  server cache ${to.host}:${to.port}`,
    ];
    await writeFile(file, `${config.join('\n')}\n`);
    return { command: getProgram('haproxy'), args: ['-db', '-f', file] };
  },
  nginx: async ({ dir, listen, cert, key, to }) => {
    const file = join(dir, 'nginx.conf');
    const server = [
      `listen ${listen} ssl;`,
      `ssl_certificate ${cert};`,
      `ssl_certificate_key ${key};`,
      `proxy_pass ${to.host}:${to.port};`,
    ];
    const config = [
      `load_module ${getProgram('ngx_stream_module.so')};`,
      'daemon off;',
      'master_process off;',
      `pid ${join(dir, 'nginx.pid')};`,
      'events { worker_connections 64; }',
      `stream { access_log off; server { ${server.join(' ')} } }`,
    ];
    await writeFile(file, `${config.join('\n')}\n`);
    return { command: getProgram('nginx'), args: ['-p', dir, '-e', join(dir, 'error.log'), '-c', file] };
  },
};

/** Starts a terminator on a free port, in front of a plain TCP server. */
export function startTerminator(kind: Terminator, options: TerminatorOptions): Promise<ServerProcess> {
  const host = '127.0.0.1';
  return startServerProcess({
    host,
    portCount: 1,
    prepare: ({ dir, ports: [port] }) => PREPARE[kind]({ ...options, dir, listen: `${host}:${port}` }),
  });
}
