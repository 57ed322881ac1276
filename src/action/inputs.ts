import { existsSync } from 'node:fs';
import * as core from '@actions/core';
import { type Build, findBuild } from '../ci/find-build.ts';
import type { JobStatus } from '../collect/job/compute-job.ts';
import type { Fault } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import { parseStatus } from '../options/job-status.ts';
import { listNaming, namesSomething } from '../options/named-sources.ts';
import { listOptions, type OptionSpec, type Options, type WrittenOptions } from '../options/options.ts';
import { readOptions } from '../options/read-options.ts';
import { findJobNames, type JobNames, listMatrixValues, type Matrix, parseMatrix } from '../options/scope.ts';
import { isKeyLike, listPemSecrets, toPem } from '../util/pem-text.ts';
import { type ReadRaw, readOwnInputs } from './raw-inputs.ts';

/** What the step was given; its faults are gathered. */
export interface Inputs {
  readonly publish: Options;
  readonly failOnError: boolean;
  /** The leg's values by name; undefined where no matrix made this job. */
  readonly matrix: Matrix | undefined;
  /** The texts of its scalar values. */
  readonly matrixValues: readonly string[];
  /** What fills the words of the scope. */
  readonly job: JobNames;
  /** What this job builds. */
  readonly build: Build;
  /** How the job went so far; undefined where the runner does not say it. */
  readonly jobStatus: JobStatus | undefined;
  /** Whether the step names metrics or files. */
  readonly namesSomething: boolean;
  /** Whether what it names waits for the end of the job. */
  readonly waits: boolean;
  /** Whether there is something to send at the end of the job. */
  readonly reportsAtEnd: boolean;
  readonly faults: Faults;
  /** What the runner says wrongly of the job, which keeps nothing else from being sent. */
  readonly problems: readonly Fault[];
}

/** Their blanks may mean something: YAML indents. */
const UNTRIMMED: ReadonlySet<string> = new Set(['data', 'limits', 'sizes', 'tags', 'value']);

/**
 * Reads every input; an empty one is an absent one. At the end of the job (`post`) what was named is left out, unless it
 * had to wait for it.
 */
export function readInputs(
  env: NodeJS.ProcessEnv,
  stage: 'main' | 'post',
  readRaw: ReadRaw = readOwnInputs(env),
): Inputs {
  const faults = new Faults();
  const texts = listOptions('action').map((row) => [row.key, readInput(row, readRaw)] as const);
  const { jobStatus: statusText, matrix: matrixText, ...written }: WrittenOptions = Object.fromEntries(texts);
  const options = readOptions(written, 'action', faults);
  if (options.data !== undefined && options.metrics !== undefined) {
    const cure = 'Keep one of them.';
    faults.add({ location: 'metrics', rule: 'it is another name for data, and both are given', cure });
  }
  const failOnError = options.failOnError ?? stage === 'main';
  if (!failOnError) faults.leaveOutMetrics();
  const { jobMetrics, runnerMetrics } = options;
  // The runner fills it in: what is no matrix is none.
  const matrix = parseMatrix(typeof matrixText === 'string' ? matrixText : undefined);
  const matrixValues = listMatrixValues(matrix);
  const waits = options.when === 'post';
  const end = stage === 'post' ? readEnd(options, { statusText, env }) : undefined;
  const publish = { ...options, ...end?.options };
  if (stage === 'post' && !waits) for (const { key } of listNaming('action')) delete publish[key];
  return {
    publish,
    failOnError,
    matrix,
    matrixValues,
    job: findJobNames({
      workflowRef: env['GITHUB_WORKFLOW_REF'],
      workflow: env['GITHUB_WORKFLOW'],
      job: env['GITHUB_JOB'],
      matrixValues,
    }),
    build: findBuild(env),
    jobStatus: options.check ? readStatus(statusText) : undefined,
    namesSomething: namesSomething(publish, 'action'),
    waits,
    reportsAtEnd: jobMetrics || runnerMetrics || waits,
    faults,
    problems: end?.problems ?? [],
  };
}

/** The text of an input, trimmed where its blanks mean nothing; a secret is masked. */
function readInput({ name, kind, secret }: OptionSpec, readRaw: ReadRaw): string | undefined {
  const text = readRaw(name);
  const trimmed = text?.trim();
  if (text === undefined || trimmed === '') return trimmed;
  if (kind === 'pem') maskPem(text, secret === true);
  else if (secret) core.setSecret(text.trim());
  return UNTRIMMED.has(kind) ? text : trimmed;
}

/** What depends on how the job ends: it is known at its end alone. */
function readEnd(
  { jobMetrics, ifNoFilesFound }: Options,
  { statusText, env }: { readonly statusText: unknown; readonly env: NodeJS.ProcessEnv },
): { readonly options: Partial<Options>; readonly problems: readonly Fault[] } {
  const status = parseStatus(statusText ?? '');
  const jobStatus = readStatus(statusText);
  const attempt = env['GITHUB_RUN_ATTEMPT'] ?? '';
  // A job that failed or was cancelled may not have come to make its files: that is no further failure.
  const isCutShort = jobStatus !== 'success' && ifNoFilesFound === 'error';
  const options = { ifNoFilesFound: isCutShort ? 'warn' : ifNoFilesFound } as const;
  if (!jobMetrics) return { options, problems: [] };
  return {
    options: { ...options, jobStatus, jobAttempt: attempt === '' ? undefined : Number(attempt) },
    problems: 'ok' in status ? [] : [{ location: 'job-status', ...status }],
  };
}

function readStatus(text: unknown): JobStatus | undefined {
  const status = parseStatus(text ?? '');
  return 'ok' in status ? status.ok : undefined;
}

/** Masks a private key, line by line as a log would show it, wherever one may stand; the path of a file is no secret. */
function maskPem(text: string, isKey: boolean): void {
  const pem = toPem(text);
  // Certificates are public, but what is given as one may be a key, or hold one.
  const mayBeKey = isKey || (pem === undefined ? isKeyLike(text) : pem.includes('PRIVATE KEY-----'));
  if (!mayBeKey || (pem === undefined && existsSync(text.trim()))) return;
  for (const secret of listPemSecrets(text)) core.setSecret(secret);
}
