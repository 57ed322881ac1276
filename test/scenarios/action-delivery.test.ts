import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Behaviour, startServer } from '../support/faulty-server.ts';
import { reservePorts } from '../support/ports.ts';
import type { ActionRun } from '../support/runner.ts';
import { describeKept, makeOutputs, readKept, runStep, type StepInputs, type StepRun } from './act.ts';

const metric = { metric: 'a', value: '1' };
const line = 'ci.octo-org.octo-repo.a 1 1700000000\n';
/** Only the first attempt counts here. action-retries.test.ts tests the others. */
const once = { retries: '0' };
/** Far more than both kernels take from one connection whose server does not read. */
const longPath = Array.from({ length: 8 }, () => 'n'.repeat(240)).join('.');
const huge = Array.from({ length: 8000 }, (_, index) => `${longPath}.${index} 1\n`).join('');
const hugeFile = { inputs: { 'data-file': 'huge.txt' }, files: { 'huge.txt': huge } };

async function runAgainst(
  behaviour: Behaviour | readonly [Behaviour, ...Behaviour[]],
  inputs: StepInputs,
  files?: Record<string, string>,
): Promise<StepRun & { server: string; text: string }> {
  await using server = await startServer(behaviour);
  const address = `127.0.0.1:${server.port}`;
  const story = await runStep({ server: address, ...inputs }, files === undefined ? {} : { files });
  return { ...story, server: address, text: server.text() };
}

/** The outputs of a step that failed after one attempt and kept everything. */
function nothing({ server, run }: { server: string; run: ActionRun }, undelivered = '1') {
  const file = { 'undelivered-file': run.outputs['undelivered-file'] ?? '' };
  return makeOutputs({ delivery: 'failed', server, attempts: '1', undelivered, ...file });
}

/** The outputs of a step that sent and kept everything. */
function sent({ server, run }: { server: string; run: ActionRun }) {
  const file = { 'undelivered-file': run.outputs['undelivered-file'] ?? '' };
  const amount = { batches: '1', lines: '1', bytes: '37', undelivered: '1' };
  return makeOutputs({ delivery: 'sent', server, attempts: '1', ...amount, ...file });
}

const hugeLines = huge.replaceAll(/^(.+)$/gm, 'ci.octo-org.octo-repo.$1 1700000000');

describe.concurrent('a confirmed delivery', () => {
  it('is a success without annotation, even when the server reads slowly', async () => {
    const { run, printed, server } = await runAgainst(
      { kind: 'slowReader', bytesPerTick: 1_000_000 },
      hugeFile.inputs,
      hugeFile.files,
    );
    expect([run.exitCode, printed]).toEqual([0, []]);
    expect(run.outputs).toMatchObject({ batches: '16', lines: '8000', delivery: 'confirmed', server });
  });
});

describe.concurrent('an unconfirmed delivery', () => {
  const say = (server: string, amount: string): string =>
    `warning Sent, not confirmed: ${amount}; ${server} did not close in time, so it is unknown what it read.`;
  const warning = (server: string, run: ActionRun): string =>
    `${say(server, '1 metric in 1 batch (37 bytes)')} ${describeKept(run, 1)}`;

  it('is a success with a warning when everything was written and no close came in time', async () => {
    const { run, printed, server, text } = await runAgainst({ kind: 'readThenHold' }, { ...metric, ...once });
    expect([run.exitCode, printed]).toEqual([0, [warning(server, run)]]);
    expect(run.outputs).toEqual(sent({ server, run }));
    expect([text, await readKept(run)]).toEqual([line, line]);
    expect(run.summary).toContain('<h4>⚠️ Sent, not confirmed: ');
  });

  it('is reported when the timeout ends the wait for the close', async () => {
    const { run, printed, server } = await runAgainst({ kind: 'readThenHold' }, { ...metric, timeout: '1' });
    expect([run.exitCode, printed]).toEqual([0, [warning(server, run)]]);
    expect(run.outputs).toEqual(sent({ server, run }));
    expect(await readKept(run)).toBe(line);
  });

  it('is reported when part of the run was not confirmed, and a replay waits longer than the timeout', async () => {
    const { run, printed, server, text } = await runAgainst(
      [{ kind: 'closeAfterFin' }, { kind: 'readThenHold' }],
      { ...metric, ...once, replay: 'r.txt', timeout: '5' },
      { 'r.txt': 'r 1 1600000000\n' },
    );
    expect([run.exitCode, printed]).toEqual([0, [say(server, '2 metrics in 2 batches (52 bytes)')]]);
    const amount = { batches: '2', lines: '2', bytes: '52', undelivered: '1' };
    expect(run.outputs).toEqual(makeOutputs({ ...amount, delivery: 'sent', server, attempts: '2' }));
    expect(text).toBe(`${line}r 1 1600000000\n`);
  });
});

describe.concurrent('a failed delivery', () => {
  it('is one error when nothing listens', async () => {
    await using reserved = await reservePorts(1);
    const server = `127.0.0.1:${reserved.ports[0]}`;
    const { run, printed } = await runStep({ ...metric, ...once, server });
    expect([run.exitCode, run.stdout.split('\n').length, printed]).toEqual([
      1,
      2,
      [
        `error Metrics were not delivered. ${server} refused the connection: nothing listens there. ` +
          `Check host and port, and that Carbon runs. (ECONNREFUSED) ${describeKept(run, 1)}`,
      ],
    ]);
    expect(run.outputs).toEqual(nothing({ server, run }));
    expect(await readKept(run)).toBe(line);
    expect(run.summary).toContain('<h4>❌ Failed: ');
  });

  it.each<[Behaviour, RegExp]>([
    [{ kind: 'closeOnAccept' }, /closed the connection|reset the connection/],
    [{ kind: 'resetOnAccept' }, /reset the connection|closed the connection/],
    [{ kind: 'readHalfThenClose', bytes: 1000 }, /closed the connection|reset the connection/],
    [{ kind: 'resetAfter', bytes: 1000 }, /reset the connection|closed the connection/],
  ])('is one error when the server does %j', async (behaviour, message) => {
    const inputs = { ...hugeFile.inputs, ...once };
    const { run, printed, server } = await runAgainst(behaviour, inputs, hugeFile.files);
    expect([run.exitCode, printed]).toEqual([
      1,
      [
        expect.stringMatching(
          new RegExp(`^error Metrics were not delivered\\. ${server} (?:${message.source})`),
        ),
      ],
    ]);
    expect(printed[0]?.endsWith(` ${describeKept(run, 8000)}`)).toBe(true);
    expect(run.outputs).toEqual(nothing({ server, run }, '8000'));
    expect((await readKept(run)) === hugeLines).toBe(true);
  });

  it('is one error when a web server answers', async () => {
    await using web = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const address = web.address();
    const server = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const { run, printed } = await runStep({ ...metric, server });
    expect([run.exitCode, printed]).toEqual([
      1,
      [
        `error Metrics were not delivered. ${server} answered, which no Carbon line receiver does. ` +
          `It is a web server. Check the port (2003 by default). ${describeKept(run, 1)}`,
      ],
    ]);
    expect(run.outputs).toEqual(nothing({ server, run }));
    expect(await readKept(run)).toBe(line);
  });

  it('is one error when the timeout ends the write', async () => {
    const { run, printed, server } = await runAgainst(
      { kind: 'neverRead' },
      { ...hugeFile.inputs, timeout: '1' },
      hugeFile.files,
    );
    expect([run.exitCode, printed]).toEqual([
      1,
      [
        `error Metrics were not delivered. Sending was not done within 1 s, the timeout. ${describeKept(run, 8000)}`,
      ],
    ]);
    expect(run.outputs).toEqual(nothing({ server, run }, '8000'));
    expect((await readKept(run)) === hugeLines).toBe(true);
  });

  it('reports what was sent before', async () => {
    const { run, printed, server } = await runAgainst(
      [{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }],
      { ...metric, ...once, replay: 'r.txt' },
      { 'r.txt': 'r 1 1600000000\n'.repeat(50_000) },
    );
    expect([run.exitCode, printed.length]).toEqual([1, 1]);
    expect(printed[0]).toMatch(/^error Metrics were not delivered\. /);
    // Replayed lines are in their own file, not in the spool.
    const amount = { batches: '1', lines: '1', bytes: '37', undelivered: '50000' };
    expect(run.outputs).toEqual(makeOutputs({ ...amount, delivery: 'failed', server, attempts: '2' }));
    expect(run.summary).toContain('Failed: only 1 metric in 1 batch &#40;37 bytes&#41; went to');
  });
});

describe.concurrent('fail-on-error', () => {
  it.each(['false', 'False', ' FALSE '])('%j makes a failed delivery a warning', async (text) => {
    await using reserved = await reservePorts(1);
    const server = `127.0.0.1:${reserved.ports[0]}`;
    const { run, printed } = await runStep({ ...metric, ...once, server, 'fail-on-error': text });
    expect([run.exitCode, printed]).toEqual([
      0,
      [expect.stringContaining(`warning Metrics were not delivered. ${server} refused the connection`)],
    ]);
    expect(run.outputs).toEqual(nothing({ server, run }));
    expect(await readKept(run)).toBe(line);
  });
});

describe.concurrent('timeout', () => {
  it('refuses a value that is not a number of seconds', async () => {
    const texts = ['0', '-1', '86401', '1h', '1e3', 'Infinity'];
    const steps = await Promise.all(
      texts.map((timeout) => runStep({ ...metric, server: 'carbon', timeout })),
    );
    expect(steps.map(({ run, printed }) => [run.exitCode, ...printed])).toEqual(
      texts.map((text) => [
        1,
        `error timeout: must be a number of seconds, more than 0 and at most 86400, got "${text}". ` +
          'The default is 30. Nothing was sent.',
      ]),
    );
  });
});
