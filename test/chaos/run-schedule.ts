import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BulkUpdateOptions,
  bulkUpdate,
  type MetricItem,
  type Result,
  SendError,
} from '../../src/index.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { startChaosProxy } from './chaos-proxy.ts';
import { type Received, startCountingReceiver } from './counting-receiver.ts';
import type { Schedule } from './schedule.ts';

/** One run and everything that is known of it from outside. */
export interface Observed {
  /** The lines that were to be sent, without their LF. */
  readonly sent: readonly string[];
  readonly result: Result;
  readonly error: SendError | undefined;
  readonly received: readonly Received[];
  /** The ports of the connections that the proxy cut short. */
  readonly cutPorts: ReadonlySet<number>;
  /** What lies in the spool. */
  readonly spooled: readonly { readonly path: string; readonly text: string; readonly mode: number }[];
}

const WINDOW_BATCHES = 64;
/** What a busy machine may need beside the limits. */
const GRACE_MS = 2_000;
const TICK_MS = 20;
const TIMESTAMP = 1_700_000_000;

/** Runs the library through the proxy and looks at both ends, and at the spool. */
export async function runSchedule(schedule: Schedule): Promise<Observed> {
  const items = makeItems(schedule);
  const sent = items.map(({ metric, value }) => `g.s.${metric} ${value} ${TIMESTAMP}`);
  await using spool = await createTempDir('chaos-');
  await using receiver = await startCountingReceiver();
  const windowLines = sent.slice(0, WINDOW_BATCHES * schedule.batchSize);
  await using proxy = await startChaosProxy({
    receiverPort: receiver.port,
    plans: schedule.connections,
    windowBytes: windowLines.reduce((sum, line) => sum + line.length + 1, 0),
  });
  const { abortMs } = schedule;
  const run = bulkUpdate({
    server: `127.0.0.1:${proxy.port}`,
    group: 'g',
    source: 's',
    timestamp: TIMESTAMP,
    spool: spool.path,
    data: toData(items, schedule.from),
    batchSize: schedule.batchSize,
    retries: schedule.retries,
    timeout: schedule.timeoutMs / 1000,
    connectTimeout: schedule.connectMs / 1000,
    writeTimeout: schedule.writeMs / 1000,
    confirmTimeout: schedule.confirmMs / 1000,
    ...(abortMs === undefined ? {} : { signal: AbortSignal.timeout(abortMs) }),
  });
  const { result, error } = await settle(run, limitOf(schedule));
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
    error,
    received: await receiver.finish(),
    cutPorts: proxy.cutPorts(),
    spooled: await Promise.all(spooled),
  };
}

/** What is finite has one budget, a stream one for each window; who stops a run waits for neither. */
function limitOf({ from, batches, timeoutMs, abortMs = Number.POSITIVE_INFINITY }: Schedule): number {
  const windows = from === 'array' ? 1 : Math.ceil(batches / WINDOW_BATCHES);
  return Math.min(windows * timeoutMs, abortMs) + GRACE_MS;
}

async function settle(
  run: Promise<Result>,
  limitMs: number,
): Promise<{ result: Result; error: SendError | undefined }> {
  let clock: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    let passedMs = 0;
    // What holds this process up holds the run up, too: then the clock counts no more than a tick.
    clock = setInterval(() => {
      passedMs += TICK_MS;
      if (passedMs >= limitMs) reject(new Error(`the run did not end within ${limitMs} ms`));
    }, TICK_MS);
  });
  try {
    return { result: await Promise.race([run, tooLong]), error: undefined };
  } catch (error) {
    if (!(error instanceof SendError) || error.result === undefined) throw error;
    return { result: error.result, error };
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

function toData(items: MetricItem[], from: Schedule['from']): BulkUpdateOptions['data'] {
  if (from === 'array') return items;
  if (from === 'iterable') return items.values();
  return (async function* later(): AsyncGenerator<MetricItem> {
    yield* items;
  })();
}
