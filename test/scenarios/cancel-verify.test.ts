import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { type ApiServer, startApiServer } from '../github/api-server.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { AT, describeKept, readKept, runStep } from './act.ts';

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

/** A Graphite that answers with `body`, or not at all without one. `moment` resolves with the first request. */
async function startGraphite(body: unknown): Promise<ApiServer & { readonly moment: Promise<void> }> {
  const { promise: moment, resolve } = Promise.withResolvers<void>();
  const server = await startApiServer(() => {
    if (body === undefined) return () => resolve();
    return (response) => response.end(JSON.stringify(body), () => resolve());
  });
  return { ...server, moment };
}

// Windows has no signals.
describe.runIf(process.platform !== 'win32')('a run that is cancelled while it reads back', () => {
  describe.each([
    ['Graphite never answers', undefined],
    ['Graphite shows nothing yet', []],
  ])('%s', (_, body) => {
    it.each(['SIGINT', 'SIGTERM'] as const)('the action keeps everything after %s', async (signal) => {
      await using receiver = await startReceiver();
      await using graphite = await startGraphite(body);
      const { run } = await runStep(
        {
          server: `127.0.0.1:${receiver.port}`,
          data: 'a: 1\nb: 2\n',
          verify: 'true',
          'verify-timeout': '600',
          'graphite-url': graphite.url,
        },
        { kill: { signal, after: graphite.moment } },
      );
      expect([run.exitCode, run.signal, run.annotations.errors.length]).toEqual([1, null, 1]);
      const [error = ''] = run.annotations.errors;
      expect(error).toContain('Sent, but not read back: it was stopped before every point was seen.');
      expect(error.endsWith(describeKept(run, 2).replace('not confirmed', 'not read back'))).toBe(true);
      const kept = await readKept(run);
      expect(kept).toBe(`ci.octo-org.octo-repo.a 1 ${AT}\nci.octo-org.octo-repo.b 2 ${AT}\n`);
      expect(run.outputs).toMatchObject({
        delivery: 'failed',
        lines: '2',
        undelivered: '2',
        verified: '0',
        missing: '2',
      });
      // It had been sent once.
      expect(receiver.lines.map(({ text }) => `${text}\n`).join('')).toBe(kept);
    });

    it.each(['SIGINT', 'SIGTERM'] as const)('the command line keeps everything after %s', async (signal) => {
      await using receiver = await startReceiver();
      await using graphite = await startGraphite(body);
      await using dir = await createTempDir();
      const where = ['-c', `127.0.0.1:${receiver.port}`, '-s', 'x', '-m', 'a', '-v', '1', '-t', AT];
      const how = ['--verify', '--verify-timeout', '600', '--graphite-url', graphite.url];
      const child = startChild({
        command: process.execPath,
        args: [cli, ...where, ...how, '--spool', dir.path],
        env: bareEnv(),
      });
      await Promise.race([graphite.moment, child.exited]);
      child.kill(signal);
      const run = await finishChild(child);
      expect(run).toMatchObject({ exitCode: 1, signal: null, stdout: '' });
      expect(run.stderr).toContain('Sent, but not read back: it was stopped before every point was seen.');
      const [file = '', ...others] = await readdir(dir.path);
      expect(others).toEqual([]);
      expect(await readFile(join(dir.path, file), 'utf8')).toBe(`systems.x.a 1 ${AT}\n`);
      expect(run.stderr).toContain(`kept for replay in ${join(dir.path, file)} (1 line).`);
    });
  });
});
