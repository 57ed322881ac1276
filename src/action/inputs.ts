import { existsSync } from 'node:fs';
import * as core from '@actions/core';
import { Faults } from '../model/faults.ts';
import { ScalarReader } from '../options/scalars.ts';
import { findJobNames, type JobNames, listMatrixValues, type Matrix, parseMatrix } from '../options/scope.ts';
import type { PublishOptions } from '../options/types.ts';
import { isKeyLike, listPemSecrets, toPem } from '../util/pem-text.ts';
import { type ReadRaw, readOwnInputs } from './raw-inputs.ts';

/** What the step was given, before anything of it is checked. */
export interface Inputs {
  readonly publish: PublishOptions;
  readonly failOnError: boolean;
  readonly requireConfirmation: boolean;
  readonly summary: boolean;
  /** The leg's values by name; undefined where no matrix made this job. */
  readonly matrix: Matrix | undefined;
  /** The texts of its scalar values. */
  readonly matrixValues: readonly string[];
  /** What fills the words of the scope. */
  readonly job: JobNames;
  /** Whether the step names metrics or files. */
  readonly namesSomething: boolean;
  /** Whether what it names waits for the end of the job. */
  readonly waits: boolean;
  /** Whether there is something to send at the end of the job. */
  readonly reportsAtEnd: boolean;
  readonly jobMetrics: boolean;
  readonly githubToken: string | undefined;
  readonly checkRunId: string | undefined;
  /** The seconds as they were written, where the runner is to be measured. */
  readonly runnerMetrics: WrittenTimes | undefined;
  readonly faults: Faults;
}

/** How often to measure the runner, in seconds as they were written. */
export interface WrittenTimes {
  readonly interval: string | undefined;
  readonly slot: string | undefined;
}

/** Their blanks may mean something: YAML indents. */
const UNTRIMMED = new Set(['data', 'metrics', 'sizes', 'tags', 'value']);
/** Their texts are masked, and never printed. */
const SECRETS: ReadonlySet<string> = new Set([
  'tls-key',
  'graphite-password',
  'graphite-token',
  'github-token',
]);
/** What says which metrics to send. */
const NAMING = [
  'metric',
  'value',
  'data',
  'metrics',
  'data-file',
  'replay',
  'junit',
  'coverage',
  'sizes',
] as const;
type Naming = (typeof NAMING)[number];

/** Whether an input says which metrics to send. */
export function isNaming(name: string): boolean {
  return (NAMING as readonly string[]).includes(name);
}

export function isSecret(name: string): boolean {
  return SECRETS.has(name);
}

/**
 * Reads every input; an empty one is an absent one. At the end of the job (`post`) what was named is left out, unless it
 * had to wait for it.
 */
export function readInputs(
  env: NodeJS.ProcessEnv,
  stage: 'main' | 'post',
  readRaw: ReadRaw = readOwnInputs(env),
): Inputs {
  const read = (name: string): string | undefined => readFilled(name, readRaw);
  const faults = new Faults();
  const scalars = new ScalarReader(faults);
  const matrix = parseMatrix(read('matrix'));
  const matrixValues = listMatrixValues(matrix);
  const isOn = (name: string): boolean => scalars.boolean(read(name), { name, fallback: false });
  const jobMetrics = isOn('job-metrics');
  const runnerMetrics = isOn('runner-metrics')
    ? { interval: read('runner-metrics-interval'), slot: read('runner-metrics-slot') }
    : undefined;
  const when = scalars.choice(read('when'), { name: 'when', choices: ['now', 'post'], fallback: 'now' });
  const waits = when === 'post';
  const isOver = stage === 'post' && !waits;
  const readNaming = (name: Naming): string | undefined => (isOver ? undefined : read(name));
  return {
    publish: {
      server: read('server'),
      port: read('port'),
      group: readEmptiable('group', readRaw),
      source: readEmptiable('source', readRaw),
      metric: readNaming('metric'),
      // An empty one is told beside its metric: an expression that is empty is the usual cause.
      value: readNaming('value') ?? (readNaming('metric') === undefined ? undefined : ''),
      data: mergeData({ data: readNaming('data'), metrics: readNaming('metrics') }, faults),
      dataFile: readNaming('data-file'),
      dataFormat: read('data-format'),
      ifNoFilesFound: isCutShort(stage, read) ? 'warn' : read('if-no-files-found'),
      replay: readNaming('replay'),
      scope: readEmptiable('scope', readRaw),
      junit: readNaming('junit'),
      junitSuites: read('junit-suites'),
      coverage: readNaming('coverage'),
      sizes: readNaming('sizes'),
      onBadReport: read('on-bad-report'),
      ifNoTests: read('if-no-tests'),
      followSymbolicLinks: read('follow-symbolic-links'),
      ...(stage === 'post' && jobMetrics
        ? { jobStatus: read('job-status'), jobAttempt: env['GITHUB_RUN_ATTEMPT'] }
        : {}),
      tags: read('tags'),
      timestamp: read('timestamp'),
      extraCharacters: read('extra-characters'),
      batchSize: read('batch-size'),
      timeout: read('timeout'),
      retries: read('retries'),
      spool: read('spool'),
      tls: read('tls'),
      tlsCa: maskCertificate(read('tls-ca')),
      tlsCert: maskCertificate(read('tls-cert')),
      tlsKey: maskKey(read('tls-key')),
      tlsServerName: read('tls-server-name'),
      verify: read('verify'),
      graphiteUrl: read('graphite-url'),
      verifyTimeout: read('verify-timeout'),
      graphiteUser: read('graphite-user'),
      graphitePassword: mask(read('graphite-password')),
      graphiteToken: mask(read('graphite-token')),
      dryRun: read('dry-run'),
    },
    failOnError: scalars.boolean(read('fail-on-error'), {
      name: 'fail-on-error',
      fallback: stage === 'main',
    }),
    requireConfirmation: isOn('require-confirmation'),
    summary: scalars.boolean(read('summary'), { name: 'summary', fallback: true }),
    matrix,
    matrixValues,
    job: findJobNames({
      workflowRef: env['GITHUB_WORKFLOW_REF'],
      workflow: env['GITHUB_WORKFLOW'],
      job: env['GITHUB_JOB'],
      matrixValues,
    }),
    namesSomething: NAMING.some((name) => readNaming(name) !== undefined),
    waits,
    reportsAtEnd: jobMetrics || runnerMetrics !== undefined || waits,
    jobMetrics,
    githubToken: mask(read('github-token')),
    checkRunId: read('check-run-id'),
    runnerMetrics,
    faults,
  };
}

/** The text of an input; nothing where that is empty. */
function readFilled(name: string, readRaw: ReadRaw): string | undefined {
  const text = readRaw(name) ?? '';
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return UNTRIMMED.has(name) ? text : trimmed;
}

/** A job that failed or was cancelled may not have come to make its files: that is no further failure. */
function isCutShort(stage: 'main' | 'post', read: ReadRaw): boolean {
  const status = read('job-status');
  return stage === 'post' && status !== 'success' && read('if-no-files-found') === 'error';
}

function mergeData(
  { data, metrics }: Readonly<Record<'data' | 'metrics', string | undefined>>,
  faults: Faults,
): string | undefined {
  if (data !== undefined && metrics !== undefined) {
    faults.add({
      location: 'metrics',
      rule: 'it is another name for data, and both are given',
      cure: 'Keep one of them.',
    });
  }
  return data ?? metrics;
}

/** For these an empty text is a choice: leave the nodes out. */
function readEmptiable(name: 'group' | 'source' | 'scope', readRaw: ReadRaw): string | undefined {
  return readRaw(name)?.trim();
}

function mask(secret: string | undefined): string | undefined {
  if (secret !== undefined) core.setSecret(secret);
  return secret;
}

/** Masks what may be a private key, line by line as a log would show it; the path of a file is no secret. */
function maskKey(key: string | undefined): string | undefined {
  if (key === undefined || (toPem(key) === undefined && existsSync(key))) return key;
  for (const secret of listPemSecrets(key)) core.setSecret(secret);
  return key;
}

/** The same for certificates: they are public, but what stands there may be a key or have one in it. */
function maskCertificate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const pem = toPem(text);
  return pem?.includes('PRIVATE KEY-----') === true || (pem === undefined && isKeyLike(text))
    ? maskKey(text)
    : text;
}
