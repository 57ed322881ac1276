import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startCarbonCache } from '../../support/carbon-cache.ts';
import type { CarbonServer } from '../../support/carbon-server.ts';
import { runAction } from '../../support/runner.ts';
import { createTempDir } from '../../support/temp-dir.ts';
import type { Observation, Section } from '../row.ts';
import { startGunicorn } from '../servers.ts';
import { AT, makeLines, runStep } from '../step.ts';
import { readOnDisk, readStored } from '../stored.ts';
import { TCP, waitForState, waitUntil } from '../wait.ts';

const CARBON = ['carbon-cache'] as const;

/** A spooled file of 500 lines. carbon-cache cannot read the one in the middle. */
async function replayPoison(poison: Buffer): Promise<Observation> {
  await using cache = await startCarbonCache();
  const { path: cwd } = await createTempDir('fault-');
  const expected = makeLines({});
  const half = (lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\n')}\n`);
  const text = Buffer.concat([half(expected.slice(0, 250)), poison, half(expected.slice(250))]);
  const name = 'undelivered-2026-01-01.txt';
  await writeFile(join(cwd, name), text);
  const server = `127.0.0.1:${cache.linePort}`;
  const run = await runAction({ cwd, inputs: { server, replay: name, retries: '0', spool: '' } });
  if (!text.equals(await readFile(join(cwd, name)))) throw new Error('the replayed file changed');
  return {
    lines: expected.length,
    received: (await readStored(cache, expected)).length,
    delivery: run.outputs['delivery'] ?? '',
    evidence: run.outputs['evidence'] ?? '',
    attempts: Number(run.outputs['attempts']),
    spooled: 0,
    exitCode: run.exitCode,
    printed: [...run.annotations.errors, ...run.annotations.warnings].join('\n'),
  };
}

const OTHER_PORT =
  /(?:reset|closed) the connection before this side did.*A port for pickles or cache queries/;

/** With the default number of retries, as in most runs. */
async function sendToCache(toPort: (cache: CarbonServer) => number): Promise<Observation> {
  await using cache = await startCarbonCache();
  const step = await runStep({ server: `127.0.0.1:${toPort(cache)}`, inputs: { retries: '3' } });
  return step.observe(await readStored(cache, step.expected));
}

const POISON = {
  delivery: 'failed',
  message: /line 251: (?:a line|the file is not UTF-8).*Nothing was sent\./s,
} as const;
const KEPT = 'yes: nothing was sent, and the replayed file is untouched';

/** What is sent, and how the receiver reacts. */
export const content: Section = {
  title: 'The content, and how the receiver reacts',
  rows: [
    {
      fault: 'poison in a replay file: a byte that is not UTF-8',
      programs: CARBON,
      expected: POISON,
      missing: KEPT,
      remark: 'carbon-cache would drop the connection and all lines after it, with a clean close.',
      run: () => replayPoison(Buffer.from([0x61, 0xff, 0x62, 0x20, 0x31, 0x20, 0x31, 0x0a])),
    },
    {
      fault: 'poison in a replay file: a line of 20,000 bytes',
      programs: CARBON,
      expected: POISON,
      missing: KEPT,
      remark: 'The same.',
      run: () => replayPoison(Buffer.from(`${'a'.repeat(20_000)} 1 ${AT}\n`)),
    },
    {
      fault: 'poison in a replay file: the timestamp `inf`',
      programs: CARBON,
      expected: POISON,
      missing: KEPT,
      remark: 'The same.',
      run: () => replayPoison(Buffer.from('a.b 1 inf\n')),
    },
    {
      fault: 'server that answers',
      expected: { delivery: 'failed', message: /answered, which no Carbon line receiver does/ },
      remark: 'A web server. Not retried, because it stays a web server.',
      run: async () => {
        await using web = createServer((_, response) => response.end('hello'));
        await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
        const address = web.address();
        const port = typeof address === 'object' ? address?.port : 0;
        return (await runStep({ server: `127.0.0.1:${port}`, inputs: { retries: '1' } })).observe([]);
      },
    },
    {
      fault: "carbon-cache's port for pickles, default retries",
      programs: CARBON,
      expected: { delivery: 'failed', message: OTHER_PORT },
      remark:
        'It takes the first four bytes as a length that is too large, and closes before our FIN. So do all four attempts.',
      run: () => sendToCache(({ picklePort }) => picklePort),
    },
    {
      fault: "carbon-cache's port for queries, default retries",
      programs: CARBON,
      expected: { delivery: 'failed', message: OTHER_PORT },
      remark: 'The same.',
      run: () => sendToCache(({ queryPort }) => queryPort),
    },
    {
      fault: 'gunicorn, a single line',
      programs: ['gunicorn'],
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'A web server that waits for the rest of a header, as Carbon waits for the next line. It closes after our FIN without an answer. With 500 lines it answers or closes first, and the delivery fails. A server at a usual port of the web (80, 8000, 8080, …) gives a warning.',
      run: async () => {
        await using server = await startGunicorn();
        return (await runStep({ server: `127.0.0.1:${server.ports[0]}`, lines: 1 })).observe([]);
      },
    },
    {
      fault: "carbon-cache's port for pickles, stopped for a moment",
      programs: CARBON,
      expected: { delivery: 'failed', message: /closed the connection late, and then an idle one/ },
      remark:
        'It was stopped until our FIN was there, so its close is late. It closes an idle connection after five blanks: it reads four of them as a length.',
      run: async () => {
        await using cache = await startCarbonCache();
        process.kill(cache.pid, 'SIGSTOP');
        const running = runStep({ server: `127.0.0.1:${cache.picklePort}` });
        await waitForState({ remotePort: cache.picklePort }, TCP.FIN_WAIT2);
        await delay(600);
        process.kill(cache.pid, 'SIGCONT');
        const step = await running;
        return step.observe(await readStored(cache, step.expected));
      },
    },
    {
      fault: "carbon-cache's port for pickles, more than it reads at once",
      programs: CARBON,
      expected: { delivery: 'failed', message: OTHER_PORT },
      remark: 'It closes before our FIN.',
      run: async () => {
        await using cache = await startCarbonCache();
        const server = `127.0.0.1:${cache.picklePort}`;
        const step = await runStep({ server, lines: 6000, wide: true });
        return step.observe(await readStored(cache, step.expected.slice(0, 100)));
      },
    },
    {
      fault: 'carbon-cache at `MAX_CREATES_PER_MINUTE`',
      programs: CARBON,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'The limit of 50 of the shipped carbon.conf, 120 new series: it drops the rest without a report. Use `verify: true`.',
      run: async () => {
        await using cache = await startCarbonCache({
          onDisk: true,
          config: { MAX_CREATES_PER_MINUTE: '50' },
        });
        const timestamp = Math.floor(Date.now() / 1000) - 5;
        const step = await runStep({ server: `127.0.0.1:${cache.linePort}`, lines: 120, timestamp });
        await waitUntil(async () => {
          const inMemory = await readStored(cache, step.expected);
          return inMemory.length === 0 && readOnDisk(cache, step.expected).length >= 50;
        }, 'carbon-cache had written everything it writes');
        return step.observe(readOnDisk(cache, step.expected));
      },
    },
    {
      fault: 'carbon-cache at `MAX_CACHE_SIZE`',
      programs: CARBON,
      exact: true,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'A cache of 1,000 points without flow control: it reads everything and drops what does not fit.',
      run: async () => {
        await using cache = await startCarbonCache({
          config: { MAX_CACHE_SIZE: '1000', USE_FLOW_CONTROL: 'False' },
        });
        const step = await runStep({ server: `127.0.0.1:${cache.linePort}`, lines: 5000 });
        return step.observe(await readStored(cache, step.expected));
      },
    },
    {
      fault: 'carbon-cache killed after it confirmed',
      programs: CARBON,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'It had read everything, but only into memory: nothing was on disk.',
      run: async () => {
        await using cache = await startCarbonCache();
        const step = await runStep({ server: `127.0.0.1:${cache.linePort}` });
        process.kill(cache.pid, 'SIGKILL');
        return step.observe(readOnDisk(cache, step.expected));
      },
    },
  ],
};
