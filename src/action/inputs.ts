import { existsSync } from 'node:fs';
import * as core from '@actions/core';
import type { Build } from '../ci/build.ts';
import { GITHUB } from '../ci/github.ts';
import { findJobNames, readSystem } from '../ci/read-system.ts';
import { toText } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { JobStatus } from '../model/figures.ts';
import { parseStatus } from '../options/job-status.ts';
import { listNaming, namesSomething } from '../options/named-sources.ts';
import { listOptions, type OptionSpec, type Options, type WrittenOptions } from '../options/options.ts';
import { readOptions } from '../options/read-options.ts';
import { type JobNames, listMatrixValues, type Matrix, parseMatrix } from '../options/scope.ts';
import { isKeyLike, listPemSecrets, toPem } from '../util/pem-text.ts';

/** The inputs of the step; their faults are collected. */
export interface Inputs {
  readonly publish: Options;
  readonly failOnError: boolean;
  /** The leg's values by name; undefined without a matrix. */
  readonly matrix: Matrix | undefined;
  /** The texts of its scalar values; empty without a matrix. */
  readonly matrixValues: readonly string[];
  /** The words of the scope. */
  readonly job: JobNames;
  /** The repository of this job. */
  readonly repository: string | undefined;
  /** What this job builds. */
  readonly build: Build;
  /** The job's status so far; undefined if the runner does not provide it. */
  readonly jobStatus: JobStatus | undefined;
  /** Whether the step names metrics or files. */
  readonly namesSomething: boolean;
  /** Whether the named metrics are sent at the end of the job. */
  readonly waits: boolean;
  /** Whether the end of the job has something to send. */
  readonly reportsAtEnd: boolean;
  readonly faults: Faults;
}

/** Not trimmed, because leading spaces are significant in YAML. */
const UNTRIMMED: ReadonlySet<string> = new Set(['data', 'limits', 'sizes', 'tags', 'value']);

/**
 * Reads every input; an empty one counts as absent. At the end of the job (`post`), named metrics are ignored unless
 * they had to wait for it.
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
  // The runner fills it in, so a value that is not a matrix counts as none.
  const matrix = parseMatrix(typeof matrixText === 'string' ? matrixText : undefined);
  const matrixValues = listMatrixValues(matrix);
  const ciJob = readSystem(GITHUB, env);
  const waits = options.when === 'post';
  const end = stage === 'post' ? readEnd(options, { statusText, env }) : undefined;
  const publish = { ...options, ...end };
  if (stage === 'post' && !waits) {
    for (const { key } of listNaming('action')) delete publish[key];
    delete publish.event;
  }
  return {
    publish,
    failOnError,
    matrix,
    matrixValues,
    job: findJobNames(ciJob, matrixValues),
    repository: ciJob.repository,
    build: ciJob.build,
    jobStatus: options.check ? parseStatus(statusText ?? '').status : undefined,
    namesSomething: namesSomething(publish, 'action'),
    waits,
    reportsAtEnd: jobMetrics || runnerMetrics || waits,
    faults,
  };
}

/** The text of an input, trimmed unless spaces are significant; a secret is masked. */
function readInput({ name, kind, secret }: OptionSpec, readRaw: ReadRaw): string | undefined {
  const text = readRaw(name);
  const trimmed = text?.trim();
  if (text === undefined || trimmed === '') return trimmed;
  if (kind === 'pem') maskPem(text, secret === true);
  else if (secret) core.setSecret(text.trim());
  return UNTRIMMED.has(kind) ? text : trimmed;
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

/** Masks a private key line by line, as a log would show it. The path of a file is not a secret. */
function maskPem(text: string, isKey: boolean): void {
  const pem = toPem(text);
  // Certificates are public, but the input may be or contain a key.
  const mayBeKey = isKey || (pem === undefined ? isKeyLike(text) : pem.includes('PRIVATE KEY-----'));
  if (!mayBeKey || (pem === undefined && existsSync(text.trim()))) return;
  for (const secret of listPemSecrets(text)) core.setSecret(secret);
}

const PREFIX = 'input_';

/** The text of an input as the workflow wrote it; undefined if the runner has none. */
export type ReadRaw = (name: string) => string | undefined;

/** The inputs as the runner passes them to this process. */
export function readOwnInputs(env: NodeJS.ProcessEnv): ReadRaw {
  return (name) => env[`INPUT_${name.toUpperCase()}`];
}

/** The inputs that the workflow gives and the table does not have, in lower case; the runner passes them on. */
export function listUnknownInputs(env: NodeJS.ProcessEnv): readonly string[] {
  const known = new Set<string>(listOptions('action').map(({ name }) => name));
  // A pattern that ignores case takes longer to prepare than all of this.
  return Object.keys(env)
    .map((variable) => variable.toLowerCase())
    .filter((variable) => variable.startsWith(PREFIX))
    .map((variable) => variable.slice(PREFIX.length))
    .filter((name) => name !== '' && !known.has(name));
}
