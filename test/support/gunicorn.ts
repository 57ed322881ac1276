import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getInterpreter, getProgram } from './needs.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const APPLICATION = `def application(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [b'hello']
`;

/** Starts gunicorn, the web server that usually runs Graphite, with a small application. */
export function startGunicorn(): Promise<ServerProcess> {
  const host = '127.0.0.1';
  return startServerProcess({
    host,
    portCount: 1,
    prepare: async ({ dir, ports: [port = 0] }) => {
      await writeFile(join(dir, 'small.py'), APPLICATION);
      const args = [getProgram('gunicorn'), '--chdir', dir, '--workers', '1', '--bind', `${host}:${port}`];
      return { command: getInterpreter('gunicorn'), args: [...args, 'small:application'] };
    },
  });
}
