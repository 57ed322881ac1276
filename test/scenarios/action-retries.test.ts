import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Behaviour, startServer } from '../support/faulty-server.ts';
import { reservePorts } from '../support/ports.ts';
import { describeKept, makeOutputs, readKept, runStep, type StepInputs, type StepRun } from './act.ts';

const metric = { metric: 'a', value: '1' };
const line = 'ci.octo-org.octo-repo.a 1 1700000000\n';

async function runAgainst(
  behaviours: readonly [Behaviour, ...Behaviour[]],
  inputs: StepInputs,
): Promise<StepRun & { server: string; texts: string[] }> {
  await using server = await startServer(behaviours);
  const address = `127.0.0.1:${server.port}`;
  const story = await runStep({ server: address, ...metric, ...inputs });
  return { ...story, server: address, texts: server.texts() };
}

describe.concurrent('retries', () => {
  it('turn a reset into a success with a notice, and are counted in the outputs', async () => {
    const { run, printed, server, texts } = await runAgainst(
      [{ kind: 'resetOnAccept' }, { kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }],
      {},
    );
    expect([run.exitCode, texts]).toEqual([0, ['', '', line]]);
    const words = `Delivered with 3 connections, after: ${server} (?:reset|closed) the connection .+`;
    expect(printed).toEqual([expect.stringMatching(new RegExp(`^notice ${words}$`))]);
    expect(run.summary).toMatch(new RegExp(`<p><sub>${words}</sub></p>`));
    expect(run.outputs).toEqual(
      makeOutputs({ batches: '1', lines: '1', bytes: '37', delivery: 'confirmed', server, attempts: '3' }),
    );
  });

  it('succeed when the server starts in the meantime', async () => {
    await using reserved = await reservePorts(1);
    const [port = 0] = reserved.ports;
    // It is listed second, so the first attempt was refused before.
    const other = await startServer({ kind: 'resetOnAccept' });
    const list = `127.0.0.1:${port},127.0.0.1:${other.port}`;
    const running = runStep({ ...metric, server: list, retries: '20' });
    await other.waitForConnections(1);
    await using server = await startServer({ kind: 'closeAfterFin' }, { port });
    await other[Symbol.asyncDispose]();
    const { run, printed } = await running;
    expect([run.exitCode, server.text()]).toEqual([0, line]);
    expect(printed).toEqual([
      expect.stringMatching(/^notice Delivered with \d+ connections, after: .+ refused .+ reset /),
    ]);
    expect(run.outputs).toMatchObject({
      delivery: 'confirmed',
      server: `127.0.0.1:${port}`,
      undelivered: '0',
    });
    expect(Number(run.outputs['attempts'])).toBeGreaterThan(1);
  });

  it('happen three times by default', async () => {
    const { run, printed, texts } = await runAgainst([{ kind: 'resetOnAccept' }], {});
    expect([run.exitCode, printed.length, texts.length]).toEqual([1, 1, 4]);
    expect(run.outputs).toMatchObject({ delivery: 'failed', attempts: '4', undelivered: '1' });
    expect(await readKept(run)).toBe(line);
  });

  it('can be turned off', async () => {
    const behaviours = [{ kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }] as const;
    const { run, texts } = await runAgainst(behaviours, { retries: '0' });
    expect([run.exitCode, run.outputs['attempts'], texts]).toEqual([1, '1', ['']]);
  });

  it('end with timeout', async () => {
    const { run, texts } = await runAgainst([{ kind: 'resetOnAccept' }], { retries: '100', timeout: '1' });
    expect([run.exitCode, run.outputs['delivery']]).toEqual([1, 'failed']);
    expect(texts.length).toBeLessThan(100);
    expect(await readKept(run)).toBe(line);
  });

  it('do not happen when the server sends data', async () => {
    await using web = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const server = `127.0.0.1:${(web.address() as AddressInfo).port}`;
    const { run } = await runStep({ ...metric, server });
    expect([run.exitCode, run.outputs['attempts']]).toEqual([1, '1']);
  });

  it('are a whole number from 0 to 100', async () => {
    const texts = ['-1', '101', '1.5', 'x', '3 times'];
    const steps = await Promise.all(
      texts.map((retries) => runStep({ ...metric, server: 'carbon', retries })),
    );
    expect(steps.map(({ run, printed }) => [run.exitCode, ...printed])).toEqual(
      texts.map((text) => [
        1,
        `error retries: must be a whole number from 0 to 100, got "${text}". The default is 3. Nothing was sent.`,
      ]),
    );
  });
});

describe.concurrent('a list of servers', () => {
  it('tries the next server when the first refuses', async () => {
    await using reserved = await reservePorts(1);
    const dead = `127.0.0.1:${reserved.ports[0]}`;
    const { run, printed, texts } = await runAgainst([{ kind: 'closeAfterFin' }], {});
    expect([run.exitCode, printed, texts]).toEqual([0, [], [line]]);
    await using server = await startServer({ kind: 'closeAfterFin' }, { host: '::1' });
    const list = ` ${dead} , [::1]:${server.port}\n`;
    const second = await runStep({ ...metric, server: list, retries: '0' });
    expect([second.run.exitCode, server.text()]).toEqual([0, line]);
    expect(second.printed).toEqual([
      expect.stringMatching(
        new RegExp(
          `^notice Delivered with 2 connections, after: ${dead} refused the connection.+\\(ECONNREFUSED\\)$`,
        ),
      ),
    ]);
    expect(second.run.outputs).toEqual(
      makeOutputs({
        batches: '1',
        lines: '1',
        bytes: '37',
        delivery: 'confirmed',
        server: `[::1]:${server.port}`,
        attempts: '2',
      }),
    );
  });

  it('names every server when none can be reached', async () => {
    await using reserved = await reservePorts(2);
    const [one, other] = reserved.ports.map((port) => `127.0.0.1:${port}`);
    const { run, printed } = await runStep({ ...metric, server: `${one},${other}`, retries: '0' });
    expect([run.exitCode, printed.length]).toEqual([1, 1]);
    expect(printed[0]).toMatch(
      new RegExp(`^error Metrics were not delivered\\. No server .+ ${one} refused .+ ${other} refused `),
    );
    expect(run.outputs).toMatchObject({ delivery: 'failed', server: `${one}, ${other}`, undelivered: '1' });
  });

  it('may not have an empty entry', async () => {
    const lists = ['a,', ',a', 'a,,b', ',', 'a, ,b'];
    const steps = await Promise.all(lists.map((server) => runStep({ ...metric, server })));
    expect(steps.map(({ run, printed }) => [run.exitCode, ...printed])).toEqual(
      lists.map((list) => [
        1,
        `error server: a list of servers has no empty entry, got "${list}". Remove the comma. Nothing was sent.`,
      ]),
    );
  });
});

describe.concurrent('require-confirmation', () => {
  const inputs = { retries: '0', timeout: '1' };

  it('"true" makes an unconfirmed delivery a failure', async () => {
    const { run, printed, server, texts } = await runAgainst([{ kind: 'readThenHold' }], {
      ...inputs,
      'require-confirmation': 'true',
    });
    expect([run.exitCode, texts, printed]).toEqual([
      1,
      [line],
      [
        `error Sent, not confirmed: 1 metric in 1 batch (37 bytes); ${server} did not close in time, ` +
          `so it is unknown what it read. ${describeKept(run, 1)}`,
      ],
    ]);
    const file = { 'undelivered-file': run.outputs['undelivered-file'] ?? '' };
    const amount = { batches: '1', lines: '1', bytes: '37', undelivered: '1' };
    expect(run.outputs).toEqual(makeOutputs({ ...amount, delivery: 'sent', server, attempts: '1', ...file }));
    expect(await readKept(run)).toBe(line);
    expect(run.summary).toContain('<h4>⚠️ Sent, not confirmed: ');
  });

  it.each(['false', ''])('%j leaves it a warning', async (text) => {
    const { run, printed } = await runAgainst([{ kind: 'readThenHold' }], {
      ...inputs,
      'require-confirmation': text,
    });
    expect([run.exitCode, printed]).toEqual([0, [expect.stringMatching(/^warning Sent, not confirmed: /)]]);
  });

  it('"true" changes nothing when everything was confirmed', async () => {
    const { run, printed } = await runAgainst([{ kind: 'closeAfterFin' }], {
      'require-confirmation': 'true',
    });
    expect([run.exitCode, printed, run.outputs['delivery']]).toEqual([0, [], 'confirmed']);
  });

  it('fails like a failed delivery, so fail-on-error "false" makes it a warning', async () => {
    const { run, printed } = await runAgainst([{ kind: 'readThenHold' }], {
      ...inputs,
      'require-confirmation': 'true',
      'fail-on-error': 'false',
    });
    expect([run.exitCode, printed]).toEqual([0, [expect.stringMatching(/^warning Sent, not confirmed: /)]]);
  });

  it('accepts only true and false', async () => {
    const { run, printed } = await runStep({ ...metric, server: 'carbon', 'require-confirmation': 'always' });
    expect([run.exitCode, ...printed]).toEqual([
      1,
      'error require-confirmation: must be true or false, got "always". The default is false. Nothing was sent.',
    ]);
  });
});
