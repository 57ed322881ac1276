import { FOLDER_WORD } from '../format/folder-scope.ts';
import type { LineRules } from '../format/line-rules.ts';
import {
  createPathRules,
  EXTRA_CHARACTERS,
  findLongNode,
  formatSource,
  joinPath,
  MAX_NODE_BYTES,
  type PathRules,
} from '../format/path.ts';
import type { Faults } from '../model/faults.ts';
import type { Tags } from '../model/metric.ts';
import type { Rename } from '../model/result.ts';
import { hideSecrets } from '../util/hide-secrets.ts';
import type { Config } from './config.ts';
import type { Options } from './options.ts';
import { warnOfPorts } from './other-ports.ts';
import { parseServers, type Server } from './parse-server.ts';
import type { CheckConfig } from './resolve-check.ts';
import { resolveSamplingTimes } from './resolve-sampling.ts';
import type { VerifyConfig } from './resolve-verify.ts';
import { fillScope, type JobNames, MAX_WORD_BYTES, withoutFolder } from './scope.ts';
import type { TlsConfig } from './tls-config.ts';
import type { RunContext } from './types.ts';

/** Checks the options together; faults are collected. */
export async function resolveConfig(options: Options, context: RunContext, faults: Faults): Promise<Config> {
  const { port, dryRun, scope: writtenScope = '' } = options;
  const writtenGroup = resolveGroup(options, context);
  const paths = createPathRules(resolveExtraCharacters(options.extraCharacters, faults));
  const group = paths.formatDotted(writtenGroup);
  const writtenSource = options.source ?? context.defaultSource ?? '';
  const source = formatSource(writtenSource, paths);
  const sourceRename = findSourceRename(writtenSource, source);
  const isDerived = sourceRename.length > 0 && isDerivedSource(options, context, paths);
  checkScopeWords(writtenScope, faults);
  const formatWord = (name: string): string => paths.formatName(name, { maxBytes: MAX_WORD_BYTES });
  const filledScope = fillScope(writtenScope, context.job, formatWord);
  const { scope, scopeEnd } = formatScope(filledScope, paths);
  checkNodes(scope, 'scope', faults);
  const servers = resolveServers(options.server, { port, dryRun, faults });
  const apiKey = resolveApiKey(options.apiKey, faults);
  const tls = await resolveTls(options, faults);
  return {
    servers,
    lines: {
      paths,
      prefix: checkPrefix({ group, source, paths, faults }),
      scope,
      scopeEnd,
      tags: await resolveTags(options.tags, faults),
      timestamp: resolveTimestamp(options.timestamp, context.nowMs),
      nowSeconds: Math.floor(context.nowMs / 1000),
      addedBytes: apiKey === undefined ? 0 : apiKey.length + 1,
    },
    renames: [
      ...toRename(writtenGroup, group),
      ...(isDerived ? [] : sourceRename),
      ...findScopeRename(writtenScope, filledScope, joinPath([scope, ...scopeEnd])),
    ],
    derivedSource: isDerived ? sourceRename[0] : undefined,
    scopeRenames: listHashedWords(writtenScope, context.job, paths),
    batchSize: options.batchSize,
    windowSize: options.windowSize,
    verify: await resolveVerify(options, faults),
    check: await resolveCheck(options, { group, paths, faults }),
    tls,
    apiKey,
    retries: options.retries,
    spool: options.spool === '' ? undefined : options.spool,
    sampling: resolveSamplingTimes(options, faults),
    limits: {
      totalMs: options.timeout * 1000,
      connectMs: options.connectTimeout * 1000,
      writeMs: options.writeTimeout * 1000,
      confirmMs: options.confirmTimeout * 1000,
    },
    dryRun,
    warnings: [...(context.warnings ?? []), ...warnOfPorts(servers, tls !== undefined)],
    face: context.face,
  };
}

function resolveGroup({ group }: Options, { autoGroup, face }: RunContext): string {
  if (group !== 'auto') return group;
  return autoGroup ?? (face === 'action' ? 'ci' : 'systems');
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
      faults.add({ location: 'server', rule: 'is required but empty', cure });
    }
    return [];
  }
  const parsed = parseServers(text, port);
  if ('ok' in parsed) return parsed.ok;
  const rule = text.includes('@') ? 'a server has no user and no password' : parsed.rule;
  faults.add({ location: 'server', rule, value: hideSecrets(text), cure: parsed.cure });
  return [];
}

/** The key becomes the first nodes of every path. Its fault does not show it. */
function resolveApiKey(written: string | undefined, faults: Faults): string | undefined {
  if (written === undefined || (/^[\w-]+(?:\.[\w-]+)*$/.test(written) && written.length <= MAX_NODE_BYTES))
    return written;
  const rule = `it is at most ${MAX_NODE_BYTES} letters, digits, "_", "-" and single dots between them`;
  faults.add({ location: 'api-key', rule, cure: 'Is a blank or a line break left at its end?' });
  return undefined;
}

function resolveExtraCharacters(text: string | undefined, faults: Faults): string {
  const characters = [...(text ?? '')].filter((character) => character.trim() !== '');
  const unknown = characters.filter((character) => !EXTRA_CHARACTERS.includes(character));
  if (unknown.length > 0) {
    const cure = 'Graphite cannot query others by name.';
    const rule = `it may hold some of ${[...EXTRA_CHARACTERS].join(' ')}`;
    faults.add({ location: 'extra-characters', rule, value: unknown.join(''), cure });
    return '';
  }
  return characters.join('');
}

function checkScopeWords(scope: string, faults: Faults): void {
  const rest = withoutFolder(fillScope(scope, undefined, String));
  if (!/[{}]/.test(rest)) return;
  const rule = 'the words in braces are {workflow}, {job}, {matrix} and {path}';
  faults.add({ location: 'scope', rule, value: scope, cure: 'Correct the word, or leave the braces out.' });
}

/** The nodes of a scope before the one with the folder of the reports, and the names from there on. */
function formatScope(
  filled: string,
  paths: PathRules,
): Pick<LineRules, 'scope'> & { scopeEnd: readonly string[] } {
  const nodes = filled.split('.');
  const index = nodes.findIndex((node) => node.includes(FOLDER_WORD));
  if (index < 0) return { scope: paths.formatDotted(filled), scopeEnd: [] };
  const formatAround = (node: string): string =>
    node.split(FOLDER_WORD).map(paths.formatWritten).join(FOLDER_WORD);
  const scopeEnd = nodes
    .slice(index)
    .map(formatAround)
    .filter((node) => node !== '');
  return { scope: paths.formatDotted(nodes.slice(0, index).join('.')), scopeEnd };
}

function toRename(from: string, to: string): Rename[] {
  return from === to ? [] : [{ from, to }];
}

/** A slash in a source separates nodes, which is no change of a name. */
function findSourceRename(written: string, source: string): Rename[] {
  return joinPath(written.split('/')) === source ? [] : toRename(written, source);
}

/** Whether the user wrote no part of the source that changed: it is the default, or GitHub filled the part in. */
function isDerivedSource({ source }: Options, { filledIn = [] }: RunContext, paths: PathRules): boolean {
  if (source === undefined) return true;
  const derived = new Set(filledIn.flatMap((name) => name.split('/')));
  return source.split('/').every((part) => derived.has(part) || paths.formatWritten(part) === part);
}

/** A word that is empty leaves no node, which is no change of a name. */
function findScopeRename(written: string, filled: string, scope: string): Rename[] {
  const isAsWritten = written.includes('{') && joinPath(filled.split('.')) === scope;
  return isAsWritten ? [] : toRename(written, scope);
}

/** Words of a scope that a path could not hold. */
function listHashedWords(scope: string, names: JobNames | undefined, paths: PathRules): Rename[] {
  const limits = { maxBytes: MAX_WORD_BYTES };
  return Object.entries(names ?? {}).flatMap(([word, name]) =>
    scope.includes(`{${word}}`) && paths.needsHash(name, limits)
      ? [{ from: name, to: paths.formatName(name, limits) }]
      : [],
  );
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

/** Most runs have no tags, no TLS, no `verify` and no `check`, so those checks are loaded on demand. */
async function resolveTags(written: Options['tags'], faults: Faults): Promise<Tags> {
  return written === undefined ? {} : (await import('./resolve-tags.ts')).resolveTags(written, faults);
}

async function resolveTls(options: Options, faults: Faults): Promise<TlsConfig | undefined> {
  const given = [options.tlsCa, options.tlsCert, options.tlsKey, options.tlsServerName];
  if (!options.tls && given.every((one) => one === undefined)) return undefined;
  return (await import('./resolve-tls.ts')).resolveTls(options, faults);
}

async function resolveVerify(options: Options, faults: Faults): Promise<VerifyConfig | undefined> {
  const { graphiteUser, graphitePassword, graphiteToken } = options;
  const given = [graphiteUser, graphitePassword, graphiteToken];
  if (!options.verify && given.every((one) => one === undefined)) return undefined;
  return (await import('./resolve-verify.ts')).resolveVerify(options, faults);
}

async function resolveCheck(
  options: Options,
  given: { readonly group: string; readonly paths: PathRules; readonly faults: Faults },
): Promise<CheckConfig | undefined> {
  if (!options.check && options.limits === undefined) return undefined;
  return (await import('./resolve-check.ts')).resolveCheck(options, given);
}

function resolveTimestamp(written: Options['timestamp'], nowMs: number): number {
  const seconds = written instanceof Date ? written.getTime() / 1000 : Number(written ?? nowMs / 1000);
  return Math.floor(seconds);
}
