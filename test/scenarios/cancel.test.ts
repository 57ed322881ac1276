import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { type Behaviour, type FaultyServer, startServer } from '../support/faulty-server.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { describeKept, makeOutputs, readKept, runStep } from './act.ts';

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));
/** More than the kernels take from a server that does not read, in two windows. */
const names = Array.from({ length: 40_000 }, (_, index) => `${'n'.repeat(150)}${index}`);
const files = { 'm.txt': names.map((name) => `${name} 1\n`).join('') };

/** A moment of sending that a server causes. Resolves when it has come. */
interface Moment {
  readonly behaviour: readonly [Behaviour, ...Behaviour[]];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  readonly reached: (server: FaultyServer) => Promise<void>;
  /** Lines of earlier windows that were confirmed. */
  readonly confirmed?: number;
}

const moments: Readonly<Record<string, Moment>> = {
  // The TLS handshake is never answered.
  'while connecting': {
    behaviour: [{ kind: 'readThenHold' }],
    inputs: { tls: 'true' },
    flags: ['--tls', '--connect-timeout', '60'],
    reached: (server) => server.waitForBytes(1),
  },
  'while a write is stalled': {
    behaviour: [{ kind: 'neverRead' }],
    flags: ['--write-timeout', '60'],
    reached: (server) => server.waitForConnections(1),
  },
  'while waiting for the confirmation': {
    behaviour: [{ kind: 'closeAfterFin' }, { kind: 'readThenHold' }],
    flags: ['--confirm-timeout', '60'],
    reached: async (server) => {
      await server.waitForConnections(2);
      // The last name is in the second window.
      const total = names.reduce((sum, name) => sum + name.length, 0);
      await server.waitForBytes(total);
    },
    confirmed: 32_000,
  },
  'between two attempts': {
    behaviour: [{ kind: 'resetOnAccept' }],
    inputs: { retries: '100' },
    flags: ['--retries', '100'],
    reached: (server) => server.waitForConnections(3),
  },
};

function makeLines(prefix: string, from = 0): string {
  return names
    .slice(from)
    .map((name) => `${prefix}.${name} 1 1700000000\n`)
    .join('');
}

// Windows has no signals.
if (process.platform !== 'win32') {
  describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
    describe.each(Object.keys(moments))('%s', (name) => {
      const moment = moments[name] as Moment;
      const { confirmed = 0 } = moment;
      const kept = 40_000 - confirmed;

      it('the action keeps everything and reports it', async () => {
        await using server = await startServer(moment.behaviour);
        const address = `127.0.0.1:${server.port}`;
        const { run, printed } = await runStep(
          { server: address, 'data-file': 'm.txt', timeout: '600', ...moment.inputs },
          { files, kill: { signal, after: moment.reached(server) } },
        );
        expect([run.exitCode, run.signal, printed.length]).toEqual([1, null, 1]);
        expect(printed[0]).toMatch(/^error Metrics were not delivered\. /);
        expect(printed[0]?.endsWith(` ${describeKept(run, kept)}`)).toBe(true);
        if (name !== 'between two attempts') expect(printed[0]).toContain('Sending was stopped.');
        expect((await readKept(run)) === makeLines('ci.octo-org.octo-repo', confirmed)).toBe(true);
        const { bytes = '', attempts = '', 'undelivered-file': file = '' } = run.outputs;
        expect(run.outputs).toEqual(
          makeOutputs({
            batches: String(confirmed / 500),
            lines: String(confirmed),
            bytes,
            delivery: 'failed',
            server: address,
            attempts,
            undelivered: String(kept),
            'undelivered-file': file,
          }),
        );
        expect(run.summary).toContain('<h4>❌ Failed: ');
      });

      it('the command line keeps everything and reports it', async () => {
        await using server = await startServer(moment.behaviour);
        await using dir = await createTempDir();
        const data = join(dir.path, 'm.json');
        await writeFile(data, JSON.stringify(Object.fromEntries(names.map((one) => [one, 1]))));
        const spool = join(dir.path, 'spool');
        const where = ['-c', `127.0.0.1:${server.port}`, '-s', 'x', '-t', '1700000000'];
        const how = ['--timeout', '600', '--spool', spool, ...(moment.flags ?? [])];
        const child = startChild({
          command: process.execPath,
          args: [cli, ...where, ...how, '--data', data],
          env: bareEnv(),
        });
        await Promise.race([moment.reached(server), child.exited]);
        child.kill(signal);
        const run = await finishChild(child);
        expect(run).toMatchObject({ exitCode: 1, signal: null, stdout: '' });
        const [file = '', ...others] = await readdir(spool);
        expect(others).toEqual([]);
        expect(run.stderr).toContain(
          `What was not confirmed is kept for replay in ${join(spool, file)} (${kept} lines).\n`,
        );
        expect((await readFile(join(spool, file), 'utf8')) === makeLines('systems.x', confirmed)).toBe(true);
      });
    });
  });

  it('the action ends well when a cancelling runner sends both signals', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const after = server.waitForBytes(1);
    const { run, printed } = await runStep(
      { server: `127.0.0.1:${server.port}`, 'data-file': 'm.txt' },
      {
        files,
        kill: [
          { signal: 'SIGINT', after },
          { signal: 'SIGTERM', after },
        ],
      },
    );
    expect([run.exitCode, run.signal, printed.length]).toEqual([1, null, 1]);
    expect((await readKept(run)) === makeLines('ci.octo-org.octo-repo')).toBe(true);
    expect(run.outputs).toMatchObject({ delivery: 'failed', undelivered: '40000' });
  });
}
