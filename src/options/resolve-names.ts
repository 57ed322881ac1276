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
import type { Faults, InputPart } from '../model/faults.ts';
import type { Rename } from '../model/result.ts';
import type { Config } from './config.ts';
import type { Options } from './options.ts';
import type { RunContext } from './run-context.ts';
import { fillScope, type JobNames, MAX_WORD_BYTES, withoutFolder } from './scope.ts';

/** The nodes of every path around a metric's own, and what became of the names that the user wrote. */
export interface ResolvedNames extends Pick<Config, 'renames' | 'derivedSource' | 'scopeRenames'> {
  /** The group as it is sent. */
  readonly group: string;
  readonly lines: Pick<LineRules, 'paths' | 'prefix' | 'scope' | 'scopeEnd'>;
}

/** Turns group, source and scope into nodes; faults are collected. */
export function resolveNames(options: Options, context: RunContext): ResolvedNames {
  const { faults, job } = context;
  const { scope: writtenScope = '' } = options;
  const writtenGroup = resolveGroup(options, context);
  const paths = createPathRules(resolveExtraCharacters(options.extraCharacters, faults));
  const group = paths.formatDotted(writtenGroup);
  const writtenSource = options.source ?? context.defaultSource ?? '';
  const source = formatSource(writtenSource, paths);
  const sourceRename = findSourceRename(writtenSource, source);
  const isDerived =
    sourceRename.length > 0 && isDerivedSource({ source: options.source, filledIn: context.filledIn }, paths);
  checkScopeWords(writtenScope, faults);
  const formatWord = (name: string): string => paths.formatName(name, { maxBytes: MAX_WORD_BYTES });
  const filledScope = fillScope(writtenScope, { job, formatName: formatWord });
  const { scope, scopeEnd } = formatScope(filledScope, paths);
  checkNodes(scope, { origin: 'scope', faults });
  return {
    group,
    lines: { paths, prefix: checkPrefix({ group, source, paths, faults }), scope, scopeEnd },
    renames: [
      ...toRename(writtenGroup, group),
      ...(isDerived ? [] : sourceRename),
      ...findScopeRename({ written: writtenScope, filled: filledScope }, joinPath([scope, ...scopeEnd])),
    ],
    derivedSource: isDerived ? sourceRename[0] : undefined,
    scopeRenames: listHashedWords({ scope: writtenScope, job }, paths),
  };
}

function resolveGroup({ group }: Options, { autoGroup, face }: RunContext): string {
  if (group !== 'auto') return group;
  return autoGroup ?? (face === 'action' ? 'ci' : 'systems');
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
  const rest = withoutFolder(fillScope(scope, { job: undefined, formatName: String }));
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
function isDerivedSource(
  { source, filledIn = [] }: Pick<Options, 'source'> & Pick<RunContext, 'filledIn'>,
  paths: PathRules,
): boolean {
  if (source === undefined) return true;
  const derived = new Set(filledIn.flatMap((name) => name.split('/')));
  return source.split('/').every((part) => derived.has(part) || paths.formatWritten(part) === part);
}

/** A word that is empty leaves no node, which is no change of a name. */
function findScopeRename(
  { written, filled }: { readonly written: string; readonly filled: string },
  scope: string,
): Rename[] {
  const isAsWritten = written.includes('{') && joinPath(filled.split('.')) === scope;
  return isAsWritten ? [] : toRename(written, scope);
}

/** Words of a scope that a path could not hold. */
function listHashedWords(
  { scope, job }: { readonly scope: string; readonly job: JobNames | undefined },
  paths: PathRules,
): Rename[] {
  const limits = { maxBytes: MAX_WORD_BYTES };
  return Object.entries(job ?? {}).flatMap(([word, name]) =>
    scope.includes(`{${word}}`) && paths.needsHash(name, limits)
      ? [{ from: name, to: paths.formatName(name, limits) }]
      : [],
  );
}

function checkPrefix(parts: { group: string; source: string; paths: PathRules; faults: Faults }): string {
  for (const location of ['group', 'source'] as const)
    checkNodes(parts[location], { origin: location, faults: parts.faults });
  return joinPath([parts.group, parts.source]);
}

function checkNodes(path: string, { origin: location, faults }: InputPart): void {
  const value = findLongNode(path);
  if (value === undefined) return;
  faults.add({ location, rule: `a node has at most ${MAX_NODE_BYTES} bytes`, value, cure: 'Shorten it.' });
}
