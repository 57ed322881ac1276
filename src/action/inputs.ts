import { AUTO_GROUPS, type Build } from '../ci/build.ts';
import { GITHUB } from '../ci/github.ts';
import { findJobNames, readSystem } from '../ci/read-system.ts';
import type { FaceRun } from '../library/face-run.ts';
import { toText } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import { parseStatus } from '../options/job-status.ts';
import { listNaming, namesSomething } from '../options/named-sources.ts';
import { listOptions, type Options, type WrittenOptions } from '../options/options.ts';
import { readOptions } from '../options/read-options.ts';
import { type JobNames, parseMatrix } from '../options/scope.ts';
import { listScalars } from '../util/values.ts';
import { type ReadRaw, readInput, readOwnInputs } from './raw-inputs.ts';

/** A step of a job: what its inputs say, and what the action knows about its run. */
export interface Inputs {
  readonly options: Options;
  readonly run: ActionRun;
  readonly failOnError: boolean;
  /** The texts of the matrix leg's scalar values; empty without a matrix. */
  readonly matrixValues: readonly string[];
  /** What this job builds. */
  readonly build: Build;
  /** Whether the step names metrics or files. */
  readonly namesSomething: boolean;
  /** Whether the named metrics are sent at the end of the job. */
  readonly waits: boolean;
  /** Whether the end of the job has something to send. */
  readonly reportsAtEnd: boolean;
}

/** What the action knows about a run, besides its options. The faults of the inputs are collected in it. */
export interface ActionRun extends FaceRun {
  readonly faults: Faults;
  readonly job: JobNames;
}

/**
 * Reads every input; an empty one counts as absent. At the end of the job (`post`), named metrics are ignored unless
 * they had to wait for it.
 */
export function readInputs({
  env,
  stage,
  readRaw = readOwnInputs(env),
}: {
  readonly env: NodeJS.ProcessEnv;
  readonly stage: 'main' | 'post';
  readonly readRaw?: ReadRaw;
}): Inputs {
  const nowMs = Date.now();
  const faults = new Faults();
  const texts = listOptions('action').map((row) => [row.key, readInput(row, readRaw)] as const);
  const { jobStatus: statusText, matrix: matrixText, ...written }: WrittenOptions = Object.fromEntries(texts);
  const read = readOptions(written, { face: 'action', faults });
  if (read.data !== undefined && read.metrics !== undefined) {
    const cure = 'Keep one of them.';
    faults.add({ location: 'metrics', rule: 'it is another name for data, and both are given', cure });
  }
  const failOnError = read.failOnError ?? stage === 'main';
  if (!failOnError) faults.leaveOutMetrics();
  // The runner fills it in, so a value that is not a matrix counts as none.
  const matrix = parseMatrix(typeof matrixText === 'string' ? matrixText : undefined);
  const matrixValues = listScalars(matrix);
  const { build, ...ciJob } = readSystem(GITHUB, env);
  const waits = read.when === 'post';
  const end = stage === 'post' ? readEnd(read, { statusText, env }) : undefined;
  const options = { ...read, ...end };
  if (stage === 'post' && !waits) {
    for (const { key } of listNaming('action')) delete options[key];
    delete options.event;
  }
  const run: ActionRun = {
    face: 'action',
    nowMs,
    env,
    faults,
    job: findJobNames(ciJob, matrixValues),
    jobStatus: read.check ? parseStatus(statusText ?? '').status : undefined,
    matrix,
    filledIn: [ciJob.repository ?? '', ...matrixValues],
    autoGroup: AUTO_GROUPS[build.kind],
    workspace: env['GITHUB_WORKSPACE'] || undefined,
  };
  return {
    options,
    run,
    failOnError,
    matrixValues,
    build,
    namesSomething: namesSomething(options, { face: 'action' }),
    waits,
    reportsAtEnd: read.jobMetrics || read.runnerMetrics || waits,
  };
}

/** Facts that are known only at the end of the job. */
function readEnd(
  { jobMetrics, ifNoFilesFound, ifNoTests }: Options,
  { statusText, env }: { readonly statusText: unknown; readonly env: NodeJS.ProcessEnv },
): Partial<Options> {
  const jobStatus = toText(statusText ?? '').trim() || undefined;
  const attempt = env['GITHUB_RUN_ATTEMPT'] ?? '';
  // A failed or cancelled job may not have reached the step that makes its files or runs its tests; that is not
  // another failure.
  const isCutShort = parseStatus(jobStatus ?? '').status !== 'success';
  const options = {
    ifNoFilesFound: isCutShort && ifNoFilesFound === 'error' ? 'warn' : ifNoFilesFound,
    ifNoTests: isCutShort && ifNoTests === 'fail' ? 'warn' : ifNoTests,
  } as const;
  if (!jobMetrics) return options;
  return { ...options, jobStatus, jobAttempt: attempt === '' ? undefined : Number(attempt) };
}
