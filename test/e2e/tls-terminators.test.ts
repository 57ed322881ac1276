import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bulkUpdate } from '../../src/index.ts';
import { createAuthority } from '../support/authority.ts';
import { CARBON_SERVERS } from '../support/carbon-servers.ts';
import { runCli } from '../support/cli.ts';
import { type Need, needs } from '../support/needs.ts';
import { runAction } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { startTerminator, type Terminator } from '../support/tls-terminators.ts';
import { makeSamples, toLines } from './samples.ts';
import { waitForStored } from './stored.ts';

const authority = await createAuthority();
const stranger = await createAuthority();
const { files } = await authority.certify({ names: 'DNS:carbon.test' });

const TERMINATORS: readonly (readonly [Terminator, ...Need[]])[] = [
  ['stunnel', 'stunnel4'],
  ['haproxy', 'haproxy'],
  ['nginx', 'nginx', 'ngx_stream_module.so'],
];

const PAIRS = TERMINATORS.flatMap((terminator) => CARBON_SERVERS.map((server) => ({ terminator, server })));

for (const {
  terminator: [kind, ...needed],
  server: { name, needed: more, start },
} of PAIRS)
  describe.concurrent(`${kind} and ${name}`, needs(...needed, ...more), () => {
    it.each([
      [1, 1],
      [500, 1],
      [32_001, 2],
    ])('%d lines through the action', async (count, attempts) => {
      await using cache = await start();
      const to = { host: cache.host, port: cache.linePort };
      await using terminator = await startTerminator(kind, { ...files, to });
      await using dir = await createTempDir();
      const samples = makeSamples(count);
      await writeFile(join(dir.path, 'lines.txt'), toLines(samples));
      const server = `${terminator.host}:${terminator.ports[0]}`;
      const run = await runAction({
        cwd: dir.path,
        inputs: {
          server,
          tls: 'true',
          'tls-ca': authority.ca,
          'tls-server-name': 'carbon.test',
          'data-file': 'lines.txt',
          retries: '0',
        },
        github: { repository: 'acme/app' },
      });
      expect(run).toMatchObject({ exitCode: 0, stderr: '', annotations: { warnings: [], errors: [] } });
      expect(run.outputs).toMatchObject({
        delivery: 'confirmed',
        evidence: expect.stringMatching(/^(?:kernel|close)$/),
        lines: String(count),
        attempts: String(attempts),
        undelivered: '0',
        server,
      });
      await waitForStored({ read: cache.readPoints }, { prefix: 'ci.acme.app', samples });
    });

    it('501 lines through the command line and as many through the library', async () => {
      await using cache = await start();
      const to = { host: cache.host, port: cache.linePort };
      await using terminator = await startTerminator(kind, { ...files, to });
      const samples = makeSamples(1002);
      const server = `${terminator.host}:${terminator.ports[0]}`;
      const tls = ['--tls', '--tls-ca', authority.file, '--tls-server-name', 'carbon.test'];
      const run = await runCli(['-c', server, '-s', 'web1', '--json', ...tls, '--file', '-'], {
        stdin: toLines(samples.slice(0, 501)),
      });
      expect(JSON.parse(run.stdout)).toMatchObject({
        delivery: 'confirmed',
        evidence: expect.stringMatching(/^(?:kernel|close)$/),
        lines: 501,
      });
      const place = {
        server,
        source: 'web1',
        tls: true,
        tlsCa: authority.file,
        tlsServerName: 'carbon.test',
      };
      expect(await bulkUpdate({ ...place, data: samples.slice(501) })).toMatchObject({
        delivery: 'confirmed',
        lines: 501,
      });
      await waitForStored({ read: cache.readPoints }, { prefix: 'systems.web1', samples });
    });

    it('a certificate of an unknown authority: nothing reaches the server', async () => {
      await using cache = await start();
      const to = { host: cache.host, port: cache.linePort };
      await using terminator = await startTerminator(kind, { ...files, to });
      const server = `${terminator.host}:${terminator.ports[0]}`;
      const run = await runAction({
        inputs: {
          server,
          tls: 'true',
          'tls-ca': stranger.ca,
          'tls-server-name': 'carbon.test',
          source: 's',
          metric: 'a',
          value: '1',
        },
      });
      // It is not retried, because the certificate would be the same.
      expect(run).toMatchObject({
        exitCode: 1,
        outputs: { delivery: 'failed', attempts: '1', undelivered: '1' },
      });
      expect(run.annotations.errors.join('\n')).toContain('Give the authority as tls-ca');
      expect((await cache.readPoints(['ci.s.a'])).get('ci.s.a')).toEqual([]);
    });
  });
