import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetricItem, Result } from '../../src/index.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { startChaosProxy } from './chaos-proxy.ts';
import { type Received, startCountingReceiver } from './counting-receiver.ts';
import type { Schedule } from './schedule.ts';

/** One run and everything that can be observed from outside. */
export interface Observed {
  /** The lines to send, without their LF. */
  readonly sent: readonly string[];
  readonly result: Outcome;
  readonly hasFailed: boolean;
  readonly received: readonly Received[];
  /** The ports of the connections that the proxy ended early. */
  readonly cutPorts: ReadonlySet<number>;
  /** The files in the spool. */
  readonly spooled: readonly { readonly path: string; readonly text: string; readonly mode: number }[];
}

/** What a run reports. */
export type Outcome = Pick<
  Result,
  'delivery' | 'linesMade' | 'lines' | 'attempts' | 'undelivered' | 'undeliveredFile'
>;

/** A run that ended. */
export interface Sent {
  readonly result: Outcome;
  readonly hasFailed: boolean;
}

/** What one run gets besides its schedule. */
export interface Place {
  readonly port: number;
  readonly spool: string;
  /** The run's own folder. */
  readonly dir: string;
  readonly items: readonly (MetricItem & { readonly value: number })[];
  readonly timestamp: number;
  /** Resolves with the first connection. */
  readonly connected: Promise<void>;
}

/** A sender that follows a schedule. */
export type Sender = (schedule: Schedule, place: Place) => Promise<Sent>;

const WINDOW_BATCHES = 64;
const TICK_MS = 20;
const TIMESTAMP = 1_700_000_000;

/**
 * Sends through the proxy, then checks both ends and the spool. `graceMs` is added to the limits for a busy machine.
 */
export async function runSchedule(schedule: Schedule, send: Sender, graceMs: number): Promise<Observed> {
  const items = makeItems(schedule);
  const sent = items.map(({ metric, value }) => `g.s.${metric} ${value} ${TIMESTAMP}`);
  await using dir = await createTempDir('chaos-');
  await using spool = await createTempDir('chaos-');
  await using receiver = await startCountingReceiver();
  const windowLines = sent.slice(0, WINDOW_BATCHES * schedule.batchSize);
  await using proxy = await startChaosProxy({
    receiverPort: receiver.port,
    plans: schedule.connections,
    windowBytes: windowLines.reduce((sum, line) => sum + line.length + 1, 0),
  });
  const { port, connected } = proxy;
  const place = { port, connected, items, spool: spool.path, dir: dir.path, timestamp: TIMESTAMP };
  const { result, hasFailed } = await within(limitOf(schedule) + graceMs, send(schedule, place));
  await proxy.settled();
  const names = await readdir(spool.path);
  const spooled = names.map(async (name) => {
    const path = join(spool.path, name);
    const { mode } = await stat(path);
    return { path, text: await readFile(path, 'latin1'), mode: mode & 0o777 };
  });
  return {
    sent,
    result,
    hasFailed,
    received: await receiver.finish(),
    cutPorts: proxy.cutPorts(),
    spooled: await Promise.all(spooled),
  };
}

/** Finite input has one budget, a stream has one for each window. A stopped run waits for neither. */
function limitOf({ from, batches, timeoutMs, abortMs = Number.POSITIVE_INFINITY }: Schedule): number {
  const windows = from === 'array' ? 1 : Math.ceil(batches / WINDOW_BATCHES);
  return Math.min(windows * timeoutMs, abortMs);
}

async function within<T>(limitMs: number, run: Promise<T>): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    let passedMs = 0;
    // A delay of this process delays the run too, so one interval counts as one tick at most.
    clock = setInterval(() => {
      passedMs += TICK_MS;
      if (passedMs >= limitMs) reject(new Error(`the run did not end within ${limitMs} ms`));
    }, TICK_MS);
  });
  try {
    return await Promise.race([run, tooLong]);
  } finally {
    clearInterval(clock);
  }
}

function makeItems({
  batches,
  batchSize,
  isLastBatchFull,
  lineBytes,
}: Schedule): (MetricItem & { value: number })[] {
  const count = isLastBatchFull ? batches * batchSize : (batches - 1) * batchSize + 1;
  const nodes = Math.floor(lineBytes / 200);
  const long = `${'n'.repeat(199)}.`.repeat(nodes);
  return Array.from({ length: count }, (_, index) => ({ metric: `${long}m${index}`, value: 1000 + index }));
}
