import type { MetricData, MetricValue, PublishOptions, SendOptions } from './config/publish-options.ts';
import { publish } from './publish.ts';
import type { Result } from './result.ts';

/** One metric, and where to send it. */
export interface UpdateOptions extends SendOptions {
  /** A dotted path below group and source. */
  readonly metric: string;
  readonly value: MetricValue;
}

/** Many metrics, and where to send them. */
export interface BulkUpdateOptions extends SendOptions {
  readonly data: MetricData;
}

/**
 * Sends one metric and resolves when it is confirmed or sent.
 * @throws {InputError} where the input is wrong; nothing was sent.
 * @throws {SendError} where the delivery failed; `result` says what is known.
 */
export function update(options: UpdateOptions): Promise<Result> {
  return publishFromHere(options);
}

/**
 * Sends many metrics, cut into batches of 500 lines, each one multi-line update.
 * @throws {InputError} where the input is wrong; of a stream, what was sent before stands in `result`.
 * @throws {SendError} where the delivery failed; `result` says what had been confirmed.
 */
export function bulkUpdate(options: BulkUpdateOptions): Promise<Result> {
  return publishFromHere(options);
}

async function publishFromHere(options: PublishOptions): Promise<Result> {
  const nowMs = Date.now();
  const defaultSource = options.source === undefined ? await readHostName() : undefined;
  return publish(options, { face: 'library', nowMs, defaultSource });
}

/** This host's name up to the first dot. */
export async function readHostName(): Promise<string> {
  const { hostname } = await import('node:os');
  return hostname().split('.')[0] ?? '';
}
