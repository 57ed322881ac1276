import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startCarbonCache } from '../../support/carbon-cache.ts';
import { bareEnv } from '../../support/child.ts';
import { type Behaviour, startServer } from '../../support/faulty-server.ts';
import type { Observation, Section } from '../row.ts';
import { makeLines, runStep, type Step } from '../step.ts';
import { readStored, waitForStored } from '../stored.ts';
import { TCP, waitForState, waitUntil } from '../wait.ts';

const WIDE = { lines: 6000, wide: true } as const;
/** For rows that only the timeout ends. */
const SOON = { inputs: { timeout: '2' } } as const;
const CARBON = ['carbon-cache'] as const;
const cli = fileURLToPath(new URL('../../../dist/cli/index.js', import.meta.url));

async function runAgainst(behaviour: Behaviour, step: Partial<Step> = {}): Promise<Observation> {
  await using server = await startServer(behaviour);
  return (await runStep({ server: `127.0.0.1:${server.port}`, ...step })).observe(server.lines());
}

/** The connection is open, and nothing moves. */
export const hanging: Section = {
  title: 'The receiver is slow, or hangs',
  rows: [
    {
      fault: 'stopped process',
      programs: CARBON,
      expected: { delivery: 'sent', message: /did not close in time, so it is unknown what it read/ },
      remark:
        'SIGSTOP: the kernel accepts for it. It continues after the step ended, and then reads everything.',
      run: async () => {
        await using cache = await startCarbonCache();
        process.kill(cache.pid, 'SIGSTOP');
        const step = await runStep({ ...SOON, server: `127.0.0.1:${cache.linePort}` });
        process.kill(cache.pid, 'SIGCONT');
        return step.observe(await waitForStored(cache, step.expected));
      },
    },
    {
      fault: 'process that is stopped for two seconds',
      programs: CARBON,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'It closes late after our FIN, and keeps an idle connection open. That test takes 2.5 s.',
      run: async () => {
        await using cache = await startCarbonCache();
        process.kill(cache.pid, 'SIGSTOP');
        const running = runStep({ server: `127.0.0.1:${cache.linePort}` });
        await waitForState({ localPort: cache.linePort }, TCP.CLOSE_WAIT);
        await delay(2000);
        process.kill(cache.pid, 'SIGCONT');
        const step = await running;
        return step.observe(await readStored(cache, step.expected));
      },
    },
    {
      fault: 'stopped process, more than the kernels take',
      programs: CARBON,
      expected: { delivery: 'failed', message: /Sending was not done within 2 s, the timeout/ },
      remark:
        'Not all of it could be written. When carbon-cache continues, it reads what the kernels had taken.',
      run: async () => {
        await using cache = await startCarbonCache();
        process.kill(cache.pid, 'SIGSTOP');
        const step = await runStep({ ...WIDE, ...SOON, server: `127.0.0.1:${cache.linePort}` });
        process.kill(cache.pid, 'SIGCONT');
        let stored: string[] = [];
        await waitUntil(async () => {
          stored = await readStored(cache, step.expected);
          return stored.length > 0;
        }, 'carbon-cache read something');
        return step.observe(stored);
      },
    },
    {
      fault: 'slow reader',
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'A slow receiver is no fault, within `timeout`.',
      run: () =>
        runAgainst({ kind: 'slowReader', bytesPerTick: 200_000 }, { ...WIDE, inputs: { timeout: '30' } }),
    },
    {
      fault: 'reader too slow for the timeout',
      expected: { delivery: 'failed', message: /Sending was not done within 2 s, the timeout/ },
      remark: 'The whole window is kept, with the part that was read.',
      run: () => runAgainst({ kind: 'slowReader', bytesPerTick: 10_000 }, { ...WIDE, ...SOON }),
    },
    {
      fault: 'receiver that never reads',
      expected: { delivery: 'sent', message: /did not close in time, so it is unknown what it read/ },
      remark:
        'The kernels take up to 4 MB for a receiver that reads nothing: a successful write proved nothing.',
      run: () => runAgainst({ kind: 'neverRead' }, SOON),
    },
    {
      fault: 'the first of two servers never reads',
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'After 10 s without a confirmation, the retry (`retries: 1`) sends the same bytes to the second server, which stays in use.',
      run: async () => {
        await using bad = await startServer({ kind: 'neverRead' });
        await using good = await startServer({ kind: 'closeAfterFin' });
        const server = `127.0.0.1:${bad.port}, 127.0.0.1:${good.port}`;
        return (await runStep({ server, inputs: { retries: '1' } })).observe(good.lines());
      },
    },
    {
      fault: 'receiver that never reads, more than the kernels take',
      expected: { delivery: 'failed', message: /accepted no bytes for 10 s/ },
      remark: 'The limit for a stalled write.',
      run: () => runAgainst({ kind: 'neverRead' }, { ...WIDE, inputs: { timeout: '30' } }),
    },
    {
      fault: 'receiver that never closes',
      expected: { delivery: 'sent', message: /did not close in time, so it is unknown what it read/ },
      remark: 'It read everything, but never closes.',
      run: () => runAgainst({ kind: 'readThenHold' }, SOON),
    },
    {
      fault: 'receiver that never closes, `require-confirmation: true`',
      expected: { delivery: 'sent', message: /did not close in time, so it is unknown what it read/ },
      remark: 'The same, and the step fails.',
      run: () =>
        runAgainst({ kind: 'readThenHold' }, { inputs: { timeout: '2', 'require-confirmation': 'true' } }),
    },
    {
      fault: 'idle connections are closed',
      programs: CARBON,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'carbon-cache with `METRIC_CLIENT_IDLE_TIMEOUT = 5`, metrics with a longer pause between them (command line, standard input). A connection is opened for a whole window and closed after it, so it is never idle.',
      run: runWithPause,
    },
  ],
};

/** The pause is as long as carbon-cache needs to close an idle connection. */
async function runWithPause(): Promise<Observation> {
  await using cache = await startCarbonCache({ config: { METRIC_CLIENT_IDLE_TIMEOUT: '5' } });
  const expected = makeLines({ lines: 128 });
  const [before, after] = [expected.slice(0, 64), expected.slice(64)].map((lines) => `${lines.join('\n')}\n`);
  const where = ['--server', `127.0.0.1:${cache.linePort}`, '--group', '', '--source', ''];
  const child = spawn(
    process.execPath,
    [cli, ...where, '--file', '-', '--batch-size', '1', '--retries', '0', '--json'],
    { env: bareEnv(), stdio: 'pipe' },
  );
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const closed = once(child, 'close');
  try {
    child.stdin.write(before);
    await waitForStored(cache, expected.slice(0, 64));
    const idle = connect({ host: '127.0.0.1', port: cache.linePort });
    await once(idle.resume(), 'close');
    child.stdin.end(after);
    const [exitCode] = (await closed) as [number | null];
    const result = JSON.parse(Buffer.concat(output).toString()) as Record<string, unknown>;
    return {
      lines: expected.length,
      received: (await readStored(cache, expected)).length,
      delivery: String(result['delivery']),
      evidence: String(result['evidence'] ?? ''),
      attempts: Number(result['attempts']),
      spooled: 0,
      exitCode,
      printed: Buffer.concat(errors).toString(),
    };
  } finally {
    child.kill('SIGKILL');
  }
}
