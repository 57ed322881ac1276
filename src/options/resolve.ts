import { parseTimestamp } from '../format/parse-value.ts';
import {
  createPathRules,
  EXTRA_CHARACTERS,
  findLongNode,
  formatSource,
  joinPath,
  MAX_NODE_BYTES,
  type PathRules,
} from '../format/path.ts';
import { toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Tags } from '../model/metric.ts';
import type { Rename } from '../model/result.ts';
import { hideSecrets } from '../util/hide-secrets.ts';
import type { Config } from './config.ts';
import { defaultOf } from './defaults.ts';
import { warnOfPorts } from './other-ports.ts';
import { parseServers, type Server } from './parse-server.ts';
import type { VerifyConfig } from './resolve-verify.ts';
import { ScalarReader } from './scalars.ts';
import { fillScope } from './scope.ts';
import type { TlsConfig } from './tls-config.ts';
import type { PublishOptions, RunContext, SendOptions } from './types.ts';

const CURE_FOR_NOTHING = {
  action:
    'Set metric and value, data, data-file, junit, coverage, sizes or replay; is what fills them empty?',
  cli: 'Give -m and -v, --data, --file, --junit, --coverage, --size or --replay.',
  library: 'Give metric and value, data with at least one metric, junit, coverage or sizes.',
};

/** Checks the options that say where and how to send; faults are gathered, and the defaults stand in for what is wrong. */
export async function resolveConfig(
  options: SendOptions & Pick<PublishOptions, 'scope'>,
  context: RunContext,
  faults: Faults,
): Promise<Config> {
  const scalars = new ScalarReader(faults);
  const written = (name: string): string => defaultOf(name, context.face) ?? '';
  const milliseconds = (value: unknown, name: string): number =>
    scalars.milliseconds(value, { name, fallback: defaultOf(name, 'library') ?? '' });

  const dryRun = scalars.boolean(options.dryRun, { name: 'dry-run', fallback: false });
  const port = scalars.integer(options.port, {
    name: 'port',
    fallback: written('port'),
    min: 1,
    max: 65_535,
  });
  const paths = createPathRules(resolveExtraCharacters(options.extraCharacters, faults));
  const writtenGroup = options.group ?? written('group');
  const group = paths.formatDotted(writtenGroup);
  const source = formatSource(options.source ?? context.defaultSource ?? '', paths);
  const writtenScope = toText(options.scope ?? written('scope'));
  checkScopeWords(writtenScope, faults);
  const scope = paths.formatDotted(fillScope(writtenScope, context.job));
  checkNodes(scope, 'scope', faults);
  const servers = resolveServers(options.server ?? defaultOf('server', context.face), {
    port,
    dryRun,
    faults,
  });
  return {
    servers,
    lines: {
      paths,
      prefix: checkPrefix({ group, source, paths, faults }),
      scope,
      tags: await resolveTags(options.tags, faults),
      timestamp: resolveTimestamp(options.timestamp, context.nowMs, faults),
    },
    renames: [
      ...toRename(writtenGroup, group),
      ...(writtenScope.includes('{') ? [] : toRename(writtenScope, scope)),
    ],
    batchSize: scalars.integer(options.batchSize, {
      name: 'batch-size',
      fallback: '500',
      min: 1,
      max: 100_000,
    }),
    windowSize: scalars.integer(options.windowSize, {
      name: 'window-size',
      fallback: '64',
      min: 1,
      max: 10_000,
    }),
    verify: await resolveVerify(options, scalars, faults),
    tls: await resolveTls(options, scalars, faults),
    retries: scalars.integer(options.retries, { name: 'retries', fallback: '3', min: 0, max: 100 }),
    spool: options.spool === '' ? undefined : options.spool,
    limits: {
      totalMs: milliseconds(options.timeout, 'timeout'),
      connectMs: milliseconds(options.connectTimeout, 'connect-timeout'),
      writeMs: milliseconds(options.writeTimeout, 'write-timeout'),
      confirmMs: milliseconds(options.confirmTimeout, 'confirm-timeout'),
    },
    dryRun,
    warnings: warnOfPorts(servers),
    cureForNothing: CURE_FOR_NOTHING[context.face],
  };
}

function resolveServers(
  text: string | undefined,
  given: { port: number; dryRun: boolean; faults: Faults },
): readonly Server[] {
  const { port, dryRun, faults } = given;
  if (text === undefined || text.trim() === '') {
    if (!dryRun) {
      const cure =
        "Set it to Carbon's host; a secret that is empty here (a fork, another environment) is the usual cause.";
      faults.add({ location: 'server', rule: 'it is required', value: '', cure });
    }
    return [];
  }
  const parsed = parseServers(text, port);
  if ('ok' in parsed) return parsed.ok;
  const rule = text.includes('@') ? 'a server has no user and no password' : parsed.rule;
  faults.add({ location: 'server', rule, value: hideSecrets(text), cure: parsed.cure });
  return [];
}

function resolveExtraCharacters(text: string | undefined, faults: Faults): string {
  const characters = [...(text ?? '')].filter((character) => character.trim() !== '');
  const strange = characters.filter((character) => !EXTRA_CHARACTERS.includes(character));
  if (strange.length > 0) {
    const cure = 'Graphite cannot query others by name.';
    const rule = `it may hold some of ${[...EXTRA_CHARACTERS].join(' ')}`;
    faults.add({ location: 'extra-characters', rule, value: strange.join(''), cure });
    return '';
  }
  return characters.join('');
}

function checkScopeWords(scope: string, faults: Faults): void {
  const rest = fillScope(scope, undefined);
  if (!/[{}]/.test(rest)) return;
  const rule = 'what stands in braces is {workflow}, {job} or {matrix}';
  faults.add({ location: 'scope', rule, value: scope, cure: 'Correct the word, or leave the braces out.' });
}

function toRename(from: string, to: string): Rename[] {
  return from === to ? [] : [{ from, to }];
}

function checkPrefix(parts: { group: string; source: string; paths: PathRules; faults: Faults }): string {
  for (const location of ['group', 'source'] as const) checkNodes(parts[location], location, parts.faults);
  return joinPath([parts.group, parts.source]);
}

function checkNodes(path: string, location: string, faults: Faults): void {
  const value = findLongNode(path);
  if (value === undefined) return;
  faults.add({ location, rule: `a node has at most ${MAX_NODE_BYTES} bytes`, value, cure: 'Shorten it.' });
}

/** Most runs have no tags, speak no TLS and read nothing back: what checks that is loaded when it is asked for. */
async function resolveTags(written: SendOptions['tags'], faults: Faults): Promise<Tags> {
  return written === undefined || written === ''
    ? {}
    : (await import('./resolve-tags.ts')).resolveTags(written, faults);
}

async function resolveTls(
  options: SendOptions,
  scalars: ScalarReader,
  faults: Faults,
): Promise<TlsConfig | undefined> {
  const isOn = scalars.boolean(options.tls, { name: 'tls', fallback: false });
  const given = [options.tlsCa, options.tlsCert, options.tlsKey, options.tlsServerName];
  if (!isOn && given.every((one) => one === undefined || one === '')) return undefined;
  return (await import('./resolve-tls.ts')).resolveTls(options, isOn, faults);
}

async function resolveVerify(
  options: SendOptions,
  scalars: ScalarReader,
  faults: Faults,
): Promise<VerifyConfig | undefined> {
  const isOn = scalars.boolean(options.verify, { name: 'verify', fallback: false });
  const timeoutMs = scalars.milliseconds(options.verifyTimeout, { name: 'verify-timeout', fallback: '120' });
  return isOn ? (await import('./resolve-verify.ts')).resolveVerify(options, timeoutMs, faults) : undefined;
}

function resolveTimestamp(written: unknown, nowMs: number, faults: Faults): number {
  const now = Math.floor(nowMs / 1000);
  if (written === undefined || written === '') return now;
  const parsed = parseTimestamp(written);
  if ('ok' in parsed) return parsed.ok;
  faults.add({ location: 'timestamp', ...parsed, value: toText(written) });
  return now;
}
