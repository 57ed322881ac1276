import * as core from '@actions/core';
import { OPTIONS } from '../config/options.ts';
import type { PublishOptions } from '../config/publish-options.ts';
import { ScalarReader } from '../config/scalars.ts';
import { Faults } from '../faults.ts';

/** What the step was given, before anything of it is checked. */
export interface Inputs {
  readonly publish: PublishOptions;
  readonly failOnError: boolean;
  readonly requireConfirmation: boolean;
  readonly summary: boolean;
  /** Whether a matrix made this job. */
  readonly hasMatrix: boolean;
  /** Where {@link Inputs.hasMatrix}: the texts of the leg's values. */
  readonly matrixValues: readonly string[];
  readonly faults: Faults;
}

/** Their blanks may mean something: YAML indents. */
const UNTRIMMED = new Set(['data', 'metrics', 'tags', 'value']);

/** Reads every input of the table, as the runner hands it over; an empty one is an absent one. */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const texts = new Map<string, string>();
  for (const { name } of OPTIONS.filter((option) => option.faces.includes('action'))) {
    const text = core.getInput(name, { trimWhitespace: !UNTRIMMED.has(name) });
    if (text.trim() !== '') texts.set(name, text);
  }
  const faults = new Faults();
  const scalars = new ScalarReader(faults);
  const matrixValues = parseMatrix(texts.get('matrix'));
  return {
    publish: {
      server: texts.get('server'),
      port: texts.get('port'),
      group: readEmptiable('group', env),
      source: readEmptiable('source', env),
      metric: texts.get('metric'),
      value: core.getInput('value'),
      data: mergeData(texts, faults),
      dataFile: texts.get('data-file'),
      dataFormat: texts.get('data-format'),
      ifNoFilesFound: texts.get('if-no-files-found'),
      replay: texts.get('replay'),
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
    failOnError: scalars.boolean(texts.get('fail-on-error'), { name: 'fail-on-error', fallback: true }),
    requireConfirmation: scalars.boolean(texts.get('require-confirmation'), {
      name: 'require-confirmation',
      fallback: false,
    }),
    summary: scalars.boolean(texts.get('summary'), { name: 'summary', fallback: true }),
    hasMatrix: matrixValues !== undefined,
    matrixValues: matrixValues ?? [],
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
function readEmptiable(name: 'group' | 'source', env: NodeJS.ProcessEnv): string | undefined {
  return env[`INPUT_${name.toUpperCase()}`] === undefined ? undefined : core.getInput(name);
}

function parseMatrix(text: string | undefined): string[] | undefined {
  try {
    const matrix: unknown = JSON.parse(text ?? 'null');
    if (typeof matrix !== 'object' || matrix === null || Object.keys(matrix).length === 0) return undefined;
    return Object.values(matrix)
      .filter((value) => typeof value !== 'object')
      .map(String);
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
