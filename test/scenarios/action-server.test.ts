import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { makeOutputs, runStep } from './act.ts';

const metric = { metric: 'a', value: '1' };
const line = 'ci.octo-org.octo-repo.a 1 1700000000';

describe.concurrent('server and port', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1', 'PORT', '127.0.0.1:PORT'],
    ['127.0.0.1', '127.0.0.1:PORT', '1', '127.0.0.1:PORT'],
    ['127.0.0.1', ' 127.0.0.1:PORT\n', '', '127.0.0.1:PORT'],
    ['127.0.0.1', 'localhost:PORT', '1', 'localhost:PORT'],
    ['::1', '[::1]:PORT', '1', '[::1]:PORT'],
    ['::1', '[::1]', 'PORT', '[::1]:PORT'],
    ['::1', '::1', 'PORT', '[::1]:PORT'],
  ])('a receiver on %s is reached by server %j and port %j', async (host, server, port, output) => {
    await using receiver = await startReceiver({ host });
    const fill = (text: string): string => text.replace('PORT', String(receiver.port));
    const { run, printed } = await runStep({ ...metric, server: fill(server), port: fill(port) });
    expect({ exitCode: run.exitCode, printed, outputs: run.outputs }).toEqual({
      exitCode: 0,
      printed: [],
      outputs: makeOutputs({
        batches: '1',
        lines: '1',
        bytes: '37',
        delivery: 'confirmed',
        server: fill(output),
      }),
    });
    expect(receiver.lines.map(({ text }) => text)).toEqual([line]);
    expect(run.stdout).toBe(
      `Confirmed: 1 metric in 1 batch (37 bytes); ${fill(output)} closed after reading everything. Path: ci.octo-org.octo-repo.a\n`,
    );
  });

  it('is port 2003 by default', async () => {
    const { run } = await runStep({ ...metric, server: 'carbon.example.com', 'dry-run': 'true' });
    expect(run.outputs['server']).toBe('carbon.example.com:2003');
  });

  it('refuses an invalid server for every kind of metric', async () => {
    const servers = [
      'http://carbon:2003',
      'carbon:0',
      'carbon:65536',
      'carbon:x',
      'two words',
      '[::1',
      ':2003',
      '-c',
    ];
    const steps = await Promise.all(servers.map((server) => runStep({ ...metric, server })));
    expect(steps.map(({ run, printed }) => [run.exitCode, run.outputs['server'], ...printed])).toEqual(
      servers.map((server) => [
        1,
        '',
        expect.stringMatching(
          new RegExp(
            `^error server: .+, got ${JSON.stringify(server).replaceAll('[', '\\[')}\\. Write host, host:port`,
          ),
        ),
      ]),
    );
  });

  it('refuses an invalid port', async () => {
    const ports = ['0', '65536', '-1', '12abc', '2003.0', '0x7d3'];
    const steps = await Promise.all(ports.map((port) => runStep({ ...metric, port, server: 'carbon' })));
    expect(steps.map(({ run, printed }) => [run.exitCode, ...printed])).toEqual(
      ports.map((port) => [
        1,
        `error port: must be a whole number from 1 to 65535, got "${port}". The default is 2003. Nothing was sent.`,
      ]),
    );
  });
});
