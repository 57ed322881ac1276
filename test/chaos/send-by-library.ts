import { type BulkUpdateOptions, bulkUpdate, type MetricItem, resultOf } from '../../src/index.ts';
import type { Sender } from './run-schedule.ts';
import type { Schedule } from './schedule.ts';

/** The library, in this process. */
export const sendByLibrary: Sender = async (schedule, { port, spool, items, timestamp }) => {
  const { abortMs } = schedule;
  const run = bulkUpdate({
    server: `127.0.0.1:${port}`,
    group: 'g',
    source: 's',
    timestamp,
    spool,
    data: toData(items, schedule.from),
    batchSize: schedule.batchSize,
    retries: schedule.retries,
    timeout: schedule.timeoutMs / 1000,
    connectTimeout: schedule.connectMs / 1000,
    writeTimeout: schedule.writeMs / 1000,
    confirmTimeout: schedule.confirmMs / 1000,
    ...(abortMs === undefined ? {} : { signal: AbortSignal.timeout(abortMs) }),
  });
  try {
    return { result: await run, hasFailed: false };
  } catch (error) {
    const result = resultOf(error);
    if (result === undefined) throw error;
    return { result, hasFailed: true };
  }
};

function toData(items: readonly MetricItem[], from: Schedule['from']): BulkUpdateOptions['data'] {
  if (from === 'array') return items;
  if (from === 'iterable') return items.values();
  return (async function* later(): AsyncGenerator<MetricItem> {
    yield* items;
  })();
}
