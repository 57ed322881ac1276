import type { Collected } from '../model/collected.ts';
import { joinCollected } from '../model/collected.ts';
import { SendError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Result } from '../model/result.ts';
import type { CheckFigures } from '../model/verdict.ts';
import { checkNames } from '../options/check-names.ts';
import type { MeasureOptions, ReportOptions, SendOptions } from '../options/library-options.ts';
import type { Options } from '../options/options.ts';
import { resolveSamplingTimes } from '../options/resolve-sampling.ts';
import type { MetricData, MetricValue, RunContext } from '../options/types.ts';
import { readWithVariables } from '../options/variables.ts';
import { publish } from '../publish/publish.ts';
import type { RunnerMeasurement } from '../sampler/measure-runner.ts';
import { addJobFacts } from './add-job-facts.ts';
import { findCiContext } from './find-ci-context.ts';
import { noteAborted } from './result-of.ts';
import { withLibraryNames, withLibraryWarnings } from './with-library-names.ts';

/** One metric and its destination. */
export interface UpdateOptions extends SendOptions {
  /** A dotted path below group and source. */
  readonly metric: string;
  readonly value: MetricValue;
}

/** Many metrics and their destination. */
export interface BulkUpdateOptions extends SendOptions {
  readonly data: MetricData;
}

/**
 * Sends one metric and resolves when it is confirmed or sent. Where `signal` aborts, it rejects with the signal's reason, as
 * `fetch` does: by default a `DOMException` named `AbortError`.
 * @throws {InputError} where the input is wrong; nothing was sent.
 * @throws {SendError} where the delivery failed; `result` says what is known, and `code` why it failed.
 */
export function update(options: UpdateOptions): Promise<Result> {
  return publishFromHere(options);
}

/**
 * Sends many metrics, cut into batches of 500 lines, each one multi-line update. Where `signal` aborts, it rejects with the
 * signal's reason; what was sent by then is what `onProgress` was called with, and what was not is in the `spool`.
 * @throws {InputError} where the input is wrong; of a stream, what was sent before stands in `result`.
 * @throws {SendError} where the delivery failed; `result` says what had been confirmed.
 */
export function bulkUpdate(options: BulkUpdateOptions): Promise<Result> {
  return publishFromHere(options);
}

/**
 * Reads test reports, coverage reports, sizes and what is known of the job, and sends them with everything else that is
 * named. In a job of a CI system they lie below its scope, and what the system says of the job is sent with them. What cannot be read is a warning in the result.
 * @throws {InputError} where the input is wrong and nothing was sent; or, after everything else was sent, where a file is
 * missing or, with `onBadReport: 'fail'`, cannot be counted: then `result` says what was sent.
 * @throws {SendError} where the delivery failed; `result` says what is known.
 */
export function report(options: ReportOptions): Promise<Result> {
  return publishFromHere(options, collectFor(options));
}

/**
 * Compares what the options name with its history in Graphite, and sends nothing. What Graphite does is never an error:
 * then the verdict is `unknown`, and `notices` say why.
 * @throws {InputError} where the input is wrong.
 */
export async function check(options: ReportOptions): Promise<CheckFigures> {
  const only = { ...options, check: true, dryRun: true, onDryRun: undefined };
  const { check: figures } = await publishFromHere(only, collectFor(options));
  return figures as CheckFigures;
}

/** What `report` collects by itself. */
function collectFor(options: ReportOptions): Collect {
  return async ({ githubToken, checkRunId, signal }, faults) => {
    const parts: Collected[] = [];
    if (options.runnerMetrics !== undefined) {
      const { checkMeasured } = await import('../collect/runner/check-measured.ts');
      const measured = checkMeasured(options.runnerMetrics, faults);
      if (measured !== undefined)
        parts.push({ metrics: measured.metrics, figures: { runner: measured.figures } });
    }
    if (githubToken !== undefined) {
      const { collectGithubJob } = await import('../github/collect-github-job.ts');
      const own = signal ?? new AbortController().signal;
      parts.push(await collectGithubJob({ token: githubToken, checkRunId, env: process.env, signal: own }));
    }
    return parts;
  };
}

/**
 * Measures CPU, memory, disk and, on Linux, network of this machine, until `end` is called, from inside this process and
 * without keeping it alive. What `end` resolves to is for `report`.
 * @throws {InputError} where a time is wrong.
 */
export async function measureRunner(options: MeasureOptions = {}): Promise<RunnerMeasurement> {
  return withLibraryNames(async (faults) => {
    checkNames(options, 'MeasureOptions', faults);
    const { interval, slot } = options;
    const written = { runnerMetricsInterval: interval, runnerMetricsSlot: slot };
    const { options: times } = readWithVariables(written, {
      face: 'library',
      env: process.env,
      faults,
      isLeftOut: ({ library }) => library?.of !== 'MeasureOptions',
    });
    const sampling = resolveSamplingTimes(times, faults);
    faults.throwIfAny();
    const { startMeasurement } = await import('../sampler/measure-runner.ts');
    return startMeasurement(sampling, '.');
  });
}

type Collect = (options: Options, faults: Faults) => Promise<readonly Collected[]>;

async function publishFromHere(given: ReportOptions, collect?: Collect): Promise<Result> {
  const nowMs = Date.now();
  const { env } = process;
  return withLibraryNames(async (faults) => {
    checkNames(given, 'ReportOptions', faults);
    const { runnerMetrics: _, ...written } = given;
    const isReport = collect !== undefined;
    const read = readWithVariables(written, {
      face: 'library',
      env,
      faults,
      // A call that names what it sends is given nothing else to send.
      isLeftOut: ({ name, library }) => name === 'runner-metrics' || (!isReport && library?.of !== undefined),
    });
    const { signal: shared, ...rest } = read.options;
    const options = isReport ? addJobFacts(rest, { env, face: 'library', written: read.written }) : rest;
    // A new signal for each run: a shared one would collect the listeners of all runs.
    const signal = shared === undefined ? undefined : AbortSignal.any([shared]);
    const parts = (await collect?.({ ...options, signal }, faults)) ?? [];
    const collected = parts.length === 0 ? undefined : joinCollected(parts);
    const found = await findCiContext(options, { env });
    const context: RunContext = { face: 'library', nowMs, collected, faults, ...found };
    try {
      return withLibraryWarnings(await publish({ ...options, signal }, context));
    } catch (error) {
      // As `fetch` does: the caller gets back the reason of its abort.
      if (!shared?.aborted || !(error instanceof SendError)) throw error;
      noteAborted(shared.reason, error);
      throw shared.reason;
    }
  });
}
