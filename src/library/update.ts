import type { Collected } from '../model/collected.ts';
import type { Faults } from '../model/faults.ts';
import type { Result } from '../model/result.ts';
import type { CheckFigures } from '../model/verdict.ts';
import { checkNames } from '../options/check-names.ts';
import type { ReportOptions, SendOptions } from '../options/library-options.ts';
import type { MetricData, MetricValue } from '../options/types.ts';
import { readWithVariables } from '../options/variables.ts';
import { addJobFacts } from './add-job-facts.ts';
import type { FaceRun } from './face-run.ts';
import { findCiContext } from './find-ci-context.ts';
import { orAbortReason, withLibraryNames, withLibraryWarnings } from './library-call.ts';
import { publishRun } from './publish-run.ts';

/** One metric and its destination. */
export interface UpdateOptions extends SendOptions {
  /** A dotted path below group and source. */
  readonly metric: string;
  /** One decimal number, or `true` or `false` (1 and 0). */
  readonly value: MetricValue;
}

/** Many metrics and their destination. */
export interface BulkUpdateOptions extends SendOptions {
  /**
   * A map, nested maps joined by dots; a list or any iterable of `{metric, value, timestamp?, tags?}` or `[name, value]`;
   * or the text of YAML or JSON.
   */
  readonly data: MetricData;
}

/**
 * Sends one metric and resolves when it is confirmed or sent. If `signal` aborts, it rejects with the signal's reason, as
 * `fetch` does: by default a `DOMException` named `AbortError`.
 * @throws {InputError} if the input is wrong; nothing was sent.
 * @throws {SendError} if the delivery failed; `result` has what is known, and `code` the cause.
 */
export function update(options: UpdateOptions): Promise<Result> {
  return publishFromHere(options);
}

/**
 * Sends many metrics in batches of `batchSize` lines, each written at once. If `signal` aborts, it rejects with the signal's
 * reason. `onProgress` has then reported what was sent, and the `spool` has the rest.
 * @throws {InputError} if the input is wrong; for a stream, `result` has what was sent before.
 * @throws {SendError} if the delivery failed; `result` has what was confirmed.
 */
export function bulkUpdate(options: BulkUpdateOptions): Promise<Result> {
  return publishFromHere(options);
}

/**
 * Reads test reports, coverage reports, sizes and job facts, and sends them with everything else that is named. In a job
 * of a CI system they are below its scope, and what the system says about the job is sent with them. What cannot be read
 * is a warning in the result.
 * @throws {InputError} if the input is wrong and nothing was sent. Also, after the rest was sent, if a file is missing or,
 * with `onBadReport: 'fail'`, cannot be counted: then `result` has what was sent.
 * @throws {SendError} if the delivery failed; `result` has what is known.
 */
export function report(options: ReportOptions): Promise<Result> {
  return publishFromHere(options, { isReport: true });
}

/**
 * Compares what the options name with its history in Graphite, and sends nothing. A failure of Graphite is never an
 * error: the verdict is then `unknown`, and `notices` say why.
 * @throws {InputError} if the input is wrong.
 */
export async function check(options: ReportOptions): Promise<CheckFigures> {
  const only = { ...options, check: true, dryRun: true, onDryRun: undefined };
  const { check: figures } = await publishFromHere(only, { isReport: true });
  return figures as CheckFigures;
}

async function publishFromHere(given: ReportOptions, { isReport = false } = {}): Promise<Result> {
  const nowMs = Date.now();
  const { env } = process;
  return withLibraryNames(async (faults) => {
    checkNames(given, { of: 'ReportOptions', faults });
    const { runnerMetrics, ...written } = given;
    const read = readWithVariables(written, {
      face: 'library',
      env,
      faults,
      // A call that names what it sends gets nothing else to send.
      isLeftOut: ({ name, library }) => name === 'runner-metrics' || (!isReport && library?.of !== undefined),
    });
    const { signal: shared, ...rest } = read.options;
    const options = isReport ? addJobFacts(rest, { env, face: 'library', written: read.written }) : rest;
    // A new signal for each run: a shared one would collect the listeners of all runs.
    const signal = shared === undefined ? undefined : AbortSignal.any([shared]);
    const found = await findCiContext(options, { env });
    const ofJob = isReport
      ? { githubToken: options.githubToken, collected: await checkRunner(runnerMetrics, faults) }
      : {};
    const run: FaceRun = { face: 'library', nowMs, env, faults, ...found, ...ofJob };
    return withLibraryWarnings(await orAbortReason(publishRun({ ...options, signal }, run), shared));
  });
}

/** What a measurement of the runner came to; undefined without one. */
async function checkRunner(given: unknown, faults: Faults): Promise<readonly Collected[] | undefined> {
  if (given === undefined) return undefined;
  const { checkMeasured } = await import('../collect/runner/collect-runner.ts');
  const measured = checkMeasured(given, faults);
  return measured && [{ metrics: measured.metrics, figures: { runner: measured.figures } }];
}
