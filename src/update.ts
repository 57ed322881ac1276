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
 * What a CI job left behind, and where to send it: `junit`, `coverage` and `sizes` name files below the current
 * directory, `jobStatus` and `jobStartedAt` say how the job went; whatever else a run can be given may stand beside.
 */
export type ReportOptions = PublishOptions;

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

/**
 * Reads test reports, coverage reports, sizes and what is known of the job, and sends them with everything else that is
 * named. Without a `scope` they lie directly below group and source. What cannot be read is a warning in the result.
 * @throws {InputError} where the input is wrong and nothing was sent; or, after everything else was sent, where a file is
 * missing or, with `onBadReport: 'fail'`, cannot be counted: then `result` says what was sent.
 * @throws {SendError} where the delivery failed; `result` says what is known.
 */
export function report(options: ReportOptions): Promise<Result> {
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
