import { execFile } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nextTurn } from '../../../src/util/deadline.ts';
import { startCarbonCache } from '../../support/carbon-cache.ts';
import { type Behaviour, startServer } from '../../support/faulty-server.ts';
import { getInterpreter } from '../../support/needs.ts';
import type { Kill } from '../../support/runner.ts';
import { createTempDir } from '../../support/temp-dir.ts';
import { dropNothing, onPackets, slowDown } from '../network.ts';
import type { Observation, Section } from '../row.ts';
import { startResetAfterFin, startUnreadClose, startUnreadHalfClose } from '../servers.ts';
import { startServing } from '../serving.ts';
import { runStep, type Step } from '../step.ts';
import { readOnDisk, waitForStored } from '../stored.ts';
import { findClient, readClientState, TCP, waitForState, waitUntil } from '../wait.ts';

/** More than the kernels of both ends take from a receiver that does not read. */
const WIDE = { lines: 6000, wide: true } as const;

async function runAgainst(
  behaviour: Behaviour | readonly [Behaviour, ...Behaviour[]],
  step: Partial<Step> = {},
): Promise<Observation> {
  await using server = await startServer(behaviour);
  return (await runStep({ server: `127.0.0.1:${server.port}`, ...step })).observe(server.lines());
}

/** The connection was open, and then broke. */
export const broken: Section = {
  title: 'The connection breaks',
  rows: [
    {
      fault: 'RST on accept',
      expected: { delivery: 'failed', message: /reset the connection|closed the connection/ },
      remark: 'Tried again once.',
      run: () => runAgainst({ kind: 'resetOnAccept' }, { inputs: { retries: '1' } }),
    },
    {
      fault: 'RST mid-stream',
      expected: { delivery: 'failed', message: /reset the connection|closed the connection/ },
      remark:
        'After 1,000,000 bytes. The whole window is kept, with the part that was read: its size is unknown.',
      run: () => runAgainst({ kind: 'resetAfter', bytes: 1_000_000 }, WIDE),
    },
    {
      fault: 'RST mid-stream, then a good connection',
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'The second attempt sends the same bytes again: the part that was read arrives twice.',
      run: () =>
        runAgainst([{ kind: 'resetAfter', bytes: 1_000_000 }, { kind: 'closeAfterFin' }], {
          ...WIDE,
          inputs: { retries: '1' },
        }),
    },
    {
      fault: 'RST on accept, by the first of two servers',
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'The retry uses the second server of the list, which stays in use.',
      run: async () => {
        await using bad = await startServer({ kind: 'resetOnAccept' });
        await using good = await startServer({ kind: 'closeAfterFin' });
        const server = `127.0.0.1:${bad.port}, 127.0.0.1:${good.port}`;
        return (await runStep({ server, inputs: { retries: '1' } })).observe(good.lines());
      },
    },
    {
      fault: 'RST after FIN',
      expected: { delivery: 'failed', message: /reset the connection before everything was confirmed/ },
      remark: 'The receiver read everything and then reset the connection.',
      run: async () => {
        await using server = await startResetAfterFin();
        return (await runStep({ server: server.address })).observe(server.lines());
      },
    },
    {
      fault: 'early close',
      expected: { delivery: 'failed', message: /closed the connection|reset the connection/ },
      remark: 'The receiver closes at once, before our FIN.',
      run: () => runAgainst({ kind: 'closeOnAccept' }, WIDE),
    },
    {
      fault: 'half-read then close',
      expected: { delivery: 'failed', message: /closed the connection|reset the connection/ },
      remark: 'A close before our FIN is a failure even without an error.',
      run: () => runAgainst({ kind: 'readHalfThenClose', bytes: 1_000_000 }, WIDE),
    },
    {
      fault: 'half-close, then unread bytes are dropped',
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'The receiver closes after our FIN, but has read nothing. TCP shows the same as for a good one; only reading back shows the difference. carbon-cache that got SIGTERM before it read did it in 2 of 3 runs, and reset the connection in the third.',
      run: async () => {
        await using server = await startUnreadHalfClose((port) =>
          waitForState({ localPort: port }, TCP.CLOSE_WAIT),
        );
        return (await runStep({ server: server.address })).observe(server.lines());
      },
    },
    {
      fault: 'half-close, then a close with unread bytes',
      namespace: true,
      expected: { delivery: 'failed', message: /not everything was acknowledged/ },
      remark:
        "The same, but it closes the connection before this side looks at the kernel's table. The close resets the connection, so its row is missing. The next connection, which tests that, is a good one.",
      run: async () => {
        await using server = await startUnreadClose();
        const { kill, whileStopped } = createStop();
        const step = runStep({ server: server.address, kill });
        const ends = { server: server.port, client: await findClient(server.port) };
        // Else the receiver's connection is closed before its program closes it, and is not reset.
        await onPackets(`tcp dport ${server.port} tcp flags ack drop`);
        await whileStopped(async () => {
          await server.close();
          await waitUntil(async () => (await readClientState(ends)) === undefined, 'the row was removed');
        });
        await dropNothing();
        return (await step).observe(server.lines());
      },
    },
    {
      fault: 'an acknowledgement that arrives after the close',
      programs: ['carbon-cache'],
      namespace: true,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        "On a busy machine, the receiver's kernel acknowledges our FIN late, and its close is faster. The answer to that removes the row of the kernel's table, as a reset does (RFC 1337). The receiver is on this machine, and the kernel's counters show a reset by a late acknowledgement and none by a loss.",
      run: async () => {
        await using cache = await startCarbonCache();
        process.kill(cache.pid, 'SIGSTOP');
        const { kill, whileStopped } = createStop();
        const step = runStep({ server: `127.0.0.1:${cache.linePort}`, kill });
        const ends = { server: cache.linePort, client: await findClient(cache.linePort) };
        await whileStopped(async () => {
          process.kill(cache.pid, 'SIGCONT');
          await removeRow(ends);
        });
        const end = await step;
        return end.observe(await waitForStored(cache, end.expected));
      },
    },
    {
      fault: 'server killed, and restarted between attempts',
      attemptsVary: true,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'Killed (SIGKILL) in the middle of the first attempt; another process takes its port. Two or more attempts.',
      run: async () => {
        await using first = await startServing({ kind: 'slowReader', bytesPerTick: 10_000 });
        const step = runStep({
          ...WIDE,
          server: `127.0.0.1:${first.port}`,
          inputs: { retries: '20', timeout: '30' },
        });
        await first.child.waitForOutput(/^receiving$/m);
        first.child.kill('SIGKILL');
        await first.child.exited;
        await using second = await startServing({ kind: 'closeAfterFin' }, first.port);
        const end = await step;
        if (end.run.outputs['attempts'] === '1') throw new Error('the first attempt was not interrupted');
        return end.observe(await second.finish());
      },
    },
    {
      fault: 'SIGKILL before it has read',
      programs: ['carbon-cache'],
      expected: { delivery: 'failed', message: /reset the connection before everything was confirmed/ },
      remark: 'carbon-cache was stopped, so the kernel had all bytes; then it is killed.',
      run: async () => {
        await using cache = await startCarbonCache();
        process.kill(cache.pid, 'SIGSTOP');
        const step = runStep({ server: `127.0.0.1:${cache.linePort}` });
        await waitForState({ localPort: cache.linePort }, TCP.CLOSE_WAIT);
        process.kill(cache.pid, 'SIGKILL');
        const end = await step;
        return end.observe(readOnDisk(cache, end.expected));
      },
    },
    {
      fault: 'SIGTERM with bytes in flight',
      programs: ['carbon-cache'],
      namespace: true,
      expected: { delivery: 'failed', message: /not everything was acknowledged|reset the connection/ },
      remark:
        "carbon-cache gets SIGTERM while our bytes still cross a slow link (tbf, 400 kbit/s). It closes after our FIN and without an error; only the kernel's table shows the loss.",
      run: () => runSlowly(process.execPath),
    },
    {
      fault: "SIGTERM with bytes in flight, the kernel's table cannot be read",
      programs: ['carbon-cache'],
      namespace: true,
      expected: { delivery: 'failed', message: /closed the connection late, and then an idle one/ },
      remark:
        'The same on systems that have no such table. Its close comes late after our FIN, and then it refuses another connection.',
      run: async () => runSlowly(await makeNodeWithoutTable()),
    },
  ],
};

/** Stops a step while something happens, so that the step sees only the end of it. */
function createStop(): {
  readonly kill: readonly Kill[];
  readonly whileStopped: (act: () => Promise<void>) => Promise<void>;
} {
  const moments = new EventEmitter();
  return {
    kill: [
      { after: once(moments, 'stop'), signal: 'SIGSTOP' },
      { after: once(moments, 'continue'), signal: 'SIGCONT' },
    ],
    whileStopped: async (act) => {
      moments.emit('stop');
      // The signal is sent in this turn.
      await nextTurn();
      await act();
      moments.emit('continue');
    },
  };
}

/** Removes the row of a connection, once it is closed, by an acknowledgement that arrives late. */
async function removeRow(ends: { readonly client: number; readonly server: number }): Promise<void> {
  await waitUntil(async () => (await readClientState(ends)) === TCP.TIME_WAIT, 'the connection was closed');
  const script = join(import.meta.dirname, '../late-ack.py');
  const args = [script, String(ends.server), String(ends.client)];
  await promisify(execFile)(getInterpreter('carbon-cache'), args);
  await waitUntil(async () => (await readClientState(ends)) === undefined, 'the row was removed');
}

/** Ends carbon-cache when our kernel has the whole run and its kernel still lacks most of it. */
async function runSlowly(node: string): Promise<Observation> {
  await using cache = await startCarbonCache();
  await slowDown('400kbit');
  const server = `127.0.0.1:${cache.linePort}`;
  const step = runStep({ server, lines: 4000, node });
  await waitForState({ remotePort: cache.linePort }, TCP.FIN_WAIT1);
  process.kill(cache.pid, 'SIGTERM');
  const end = await step;
  return end.observe(readOnDisk(cache, end.expected));
}

/** A Node that reads an empty table of the kernel. */
async function makeNodeWithoutTable(): Promise<string> {
  const { path } = await createTempDir('node-');
  const file = join(path, 'node');
  // The shell becomes Node, so it has Node's process id. It is bash, because other shells drop variables with a hyphen
  // in the name.
  const inside = `mount -t tmpfs none /proc/$$/net && exec ${process.execPath} "$@"`;
  await writeFile(file, `#!/bin/bash\nexec unshare --mount bash -c '${inside}' node "$@"\n`, { mode: 0o755 });
  return file;
}
