import type { Collected } from '../model/collected.ts';
import { joinCollected } from '../model/collected.ts';
import { Faults } from '../model/faults.ts';
import type { Result } from '../model/result.ts';
import { checkNames } from '../options/known-options.ts';
import type { ReportOptions } from '../options/report-options.ts';
import type { MetricData, MetricValue, PublishOptions, RunContext, SendOptions } from '../options/types.ts';
import { publish } from '../publish/publish.ts';
import type { RunnerMeasurement } from '../sampler/measure-runner.ts';

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

/** How often to measure, in seconds. */
export interface MeasureOptions {
  /** Between two measurements, a whole number up to 300; default 5. */
  readonly interval?: number | string | undefined;
  /** What one mean and one maximum stand for, up to 3600: the finest retention of your Graphite. Default 60. */
  readonly slot?: number | string | undefined;
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

/**
 * Reads test reports, coverage reports, sizes and what is known of the job, and sends them with everything else that is
 * named. Without a `scope` they lie directly below group and source. What cannot be read is a warning in the result.
 * @throws {InputError} where the input is wrong and nothing was sent; or, after everything else was sent, where a file is
 * missing or, with `onBadReport: 'fail'`, cannot be counted: then `result` says what was sent.
 * @throws {SendError} where the delivery failed; `result` says what is known.
 */
export async function report({
  runnerMetrics,
  githubToken,
  checkRunId,
  ...options
}: ReportOptions): Promise<Result> {
  const parts: Collected[] = [];
  const faults = new Faults();
  if (runnerMetrics !== undefined) {
    const { checkMeasured } = await import('../collect/runner/check-measured.ts');
    const measured = checkMeasured(runnerMetrics, faults);
    if (measured !== undefined)
      parts.push({ metrics: measured.metrics, figures: { runner: measured.figures } });
  }
  if (githubToken !== undefined && githubToken !== '') {
    const { collectGithubJob } = await import('../github/collect-github-job.ts');
    const signal = AbortSignal.any(options.signal === undefined ? [] : [options.signal]);
    parts.push(await collectGithubJob({ token: githubToken, checkRunId, env: process.env, signal }));
  }
  return publishFromHere(options, { faults, ...(parts.length > 0 && { collected: joinCollected(parts) }) });
}

/**
 * Measures CPU, memory, disk and, on Linux, network of this machine, until `end` is called, from inside this process and
 * without keeping it alive. What `end` resolves to is for `report`.
 * @throws {InputError} where a time is wrong.
 */
export async function measureRunner({ interval, slot }: MeasureOptions = {}): Promise<RunnerMeasurement> {
  const { resolveSamplingTimes } = await import('../collect/runner/sampling-times.ts');
  const faults = new Faults();
  const times = resolveSamplingTimes(
    { interval: { name: 'interval', written: interval }, slot: { name: 'slot', written: slot } },
    faults,
  );
  faults.throwIfAny();
  const { startMeasurement } = await import('../sampler/measure-runner.ts');
  return startMeasurement(times, '.');
}

async function publishFromHere(
  { signal, ...options }: PublishOptions,
  found: Pick<RunContext, 'collected' | 'faults'> = {},
): Promise<Result> {
  const nowMs = Date.now();
  const { faults = new Faults() } = found;
  checkNames(options, faults);
  const defaultSource = options.source === undefined ? await readHostName() : undefined;
  // One that many calls share would gather the listeners of all of them.
  const own = signal === undefined ? undefined : AbortSignal.any([signal]);
  return publish({ ...options, signal: own }, { face: 'library', nowMs, defaultSource, ...found, faults });
}

/** This host's name up to the first dot. */
export async function readHostName(): Promise<string> {
  const { hostname } = await import('node:os');
  return hostname().split('.')[0] ?? '';
}
