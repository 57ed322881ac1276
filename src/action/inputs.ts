import * as core from '@actions/core';
import { OPTIONS } from '../config/options.ts';
import type { PublishOptions } from '../config/publish-options.ts';
import { ScalarReader } from '../config/scalars.ts';
import { findJobNames, type JobNames } from '../config/scope.ts';
import { Faults } from '../faults.ts';

/** What the step was given, before anything of it is checked. */
export interface Inputs {
  readonly publish: PublishOptions;
  readonly failOnError: boolean;
  readonly requireConfirmation: boolean;
  readonly summary: boolean;
  /** The leg's values by name; undefined where no matrix made this job. */
  readonly matrix: Readonly<Record<string, unknown>> | undefined;
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

/**
 * Reads every input of the table, as the runner hands it over; an empty one is an absent one. At the end of the job
 * (`post`) what was named is left out, unless it had to wait for it.
 */
export function readInputs(env: NodeJS.ProcessEnv, stage: 'main' | 'post'): Inputs {
  const texts = new Map<string, string>();
  for (const { name } of OPTIONS.filter((option) => option.faces.includes('action'))) {
    const text = core.getInput(name, { trimWhitespace: !UNTRIMMED.has(name) });
    if (text.trim() !== '') texts.set(name, text);
  }
  const faults = new Faults();
  const scalars = new ScalarReader(faults);
  const matrix = parseMatrix(texts.get('matrix'));
  const matrixValues = Object.values(matrix ?? {})
    .filter((value) => typeof value !== 'object')
    .map(String);
  const isOn = (name: string): boolean => scalars.boolean(texts.get(name), { name, fallback: false });
  const jobMetrics = isOn('job-metrics');
  const runnerMetrics = isOn('runner-metrics')
    ? { interval: texts.get('runner-metrics-interval'), slot: texts.get('runner-metrics-slot') }
    : undefined;
  const when = scalars.choice(texts.get('when'), { name: 'when', choices: ['now', 'post'], fallback: 'now' });
  const waits = when === 'post';
  const namesSomething = NAMING.some((name) => texts.has(name));
  if (stage === 'post' && !waits) for (const name of NAMING) texts.delete(name);
  return {
    publish: {
      server: texts.get('server'),
      port: texts.get('port'),
      group: readEmptiable('group', env),
      source: readEmptiable('source', env),
      metric: texts.get('metric'),
      // An empty one is told beside its metric: an expression that is empty is the usual cause.
      value: texts.get('value') ?? (texts.has('metric') ? '' : undefined),
      data: mergeData(texts, faults),
      dataFile: texts.get('data-file'),
      dataFormat: texts.get('data-format'),
      ifNoFilesFound: texts.get('if-no-files-found'),
      replay: texts.get('replay'),
      scope: readEmptiable('scope', env),
      junit: texts.get('junit'),
      junitSuites: texts.get('junit-suites'),
      coverage: texts.get('coverage'),
      sizes: texts.get('sizes'),
      onBadReport: texts.get('on-bad-report'),
      followSymbolicLinks: texts.get('follow-symbolic-links'),
      ...(stage === 'post' && jobMetrics
        ? { jobStatus: texts.get('job-status'), jobAttempt: env['GITHUB_RUN_ATTEMPT'] }
        : {}),
      tags: texts.get('tags'),
      timestamp: texts.get('timestamp'),
      extraCharacters: texts.get('extra-characters'),
      batchSize: texts.get('batch-size'),
      timeout: texts.get('timeout'),
      retries: texts.get('retries'),
      spool: texts.get('spool'),
      tls: texts.get('tls'),
      tlsCa: texts.get('tls-ca'),
      tlsCert: texts.get('tls-cert'),
      tlsKey: maskKey(texts.get('tls-key')),
      tlsServerName: texts.get('tls-server-name'),
      verify: texts.get('verify'),
      graphiteUrl: texts.get('graphite-url'),
      verifyTimeout: texts.get('verify-timeout'),
      graphiteUser: texts.get('graphite-user'),
      graphitePassword: mask(texts.get('graphite-password')),
      graphiteToken: mask(texts.get('graphite-token')),
      dryRun: texts.get('dry-run'),
    },
    failOnError: scalars.boolean(texts.get('fail-on-error'), {
      name: 'fail-on-error',
      fallback: stage === 'main',
    }),
    requireConfirmation: isOn('require-confirmation'),
    summary: scalars.boolean(texts.get('summary'), { name: 'summary', fallback: true }),
    matrix,
    matrixValues,
    job: findJobNames({
      workflowRef: env['GITHUB_WORKFLOW_REF'],
      workflow: env['GITHUB_WORKFLOW'],
      job: env['GITHUB_JOB'],
      matrixValues,
    }),
    namesSomething,
    waits,
    reportsAtEnd: jobMetrics || runnerMetrics !== undefined || waits,
    jobMetrics,
    githubToken: mask(texts.get('github-token')),
    checkRunId: texts.get('check-run-id'),
    runnerMetrics,
    faults,
  };
}

function mergeData(texts: ReadonlyMap<string, string>, faults: Faults): string | undefined {
  const data = texts.get('data');
  const metrics = texts.get('metrics');
  if (data !== undefined && metrics !== undefined) {
    faults.add({
      at: 'metrics',
      rule: 'it is another name for data, and both are given',
      cure: 'Keep one of them.',
    });
  }
  return data ?? metrics;
}

/** For these an empty text is a choice: leave the nodes out. */
function readEmptiable(name: 'group' | 'source' | 'scope', env: NodeJS.ProcessEnv): string | undefined {
  return env[`INPUT_${name.toUpperCase()}`] === undefined ? undefined : core.getInput(name);
}

function parseMatrix(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const matrix: unknown = JSON.parse(text ?? 'null');
    if (typeof matrix !== 'object' || matrix === null || Object.keys(matrix).length === 0) return undefined;
    return matrix as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function mask(secret: string | undefined): string | undefined {
  if (secret !== undefined) core.setSecret(secret);
  return secret;
}

/** Masks a private key, line by line as a log would show it; a path is no secret. */
function maskKey(key: string | undefined): string | undefined {
  if (key?.includes('-----BEGIN ') !== true) return key;
  for (const line of key.split(/\r?\n/))
    if (!line.startsWith('-----') && line.trim() !== '') core.setSecret(line.trim());
  return key;
}
