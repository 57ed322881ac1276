import { type FailureCode, SendError } from '../model/errors.ts';
import type { GraphiteAccess } from '../options/config.ts';
import { matchesName, parseNamePatterns } from '../util/name-pattern.ts';
import { isRecord } from '../util/values.ts';
import { requestGraphite } from './request-graphite.ts';

/** The series that a pattern found. */
export interface FoundSeries {
  /** Sorted paths. */
  readonly paths: readonly string[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** The maximum depth of `**`, in nodes. */
const MAX_DEPTH = 12;
/** Names of a pattern, and of a series from an answer. */
const NAME = /^[\x21-\x3a\x3c-\x7e]{1,1000}$/;

/**
 * The series whose paths match a pattern: `*` is any text within one node, `**` any number of nodes. Asks
 * `/metrics/find` once for each level. No answer is trusted: names that do not match are left out.
 */
export async function findSeries(
  pattern: string,
  options: { readonly access: GraphiteAccess; readonly signal: AbortSignal; readonly maxSeries: number },
): Promise<FoundSeries> {
  const { maxSeries } = options;
  const found = new Set<string>();
  const matchers = parseNamePatterns(pattern);
  for (const query of listQueries(pattern)) {
    const nodes = await askForNodes(query, options);
    for (const { path, isLeaf } of nodes) {
      const name = path.split('.');
      if (isLeaf && NAME.test(path) && matchers.some((matcher) => matchesWhole(matcher, name)))
        found.add(path);
      if (found.size > maxSeries) return { paths: [...found].slice(0, maxSeries).toSorted(), isCut: true };
    }
    if (!nodes.some(({ isLeaf }) => !isLeaf)) break;
  }
  return { paths: [...found].toSorted(), isCut: false };
}

/** One query without `**`; else one for each number of nodes from its place on. */
function listQueries(pattern: string): readonly string[] {
  const nodes = pattern.split('.');
  const place = nodes.indexOf('**');
  if (place === -1) return [pattern];
  const start = nodes.slice(0, place);
  return Array.from({ length: MAX_DEPTH }, (_, index) =>
    [...start, ...new Array(index + 1).fill('*')].join('.'),
  );
}

/** `matchesName` matches the last nodes of a path as well. */
function matchesWhole(pattern: readonly string[], path: readonly string[]): boolean {
  return matchesName(pattern, { nodes: path, prefixNodes: path.length + 1 });
}

async function askForNodes(
  query: string,
  options: { readonly access: GraphiteAccess; readonly signal: AbortSignal },
): Promise<ReadonlyArray<{ readonly path: string; readonly isLeaf: boolean }>> {
  // The other formats have the query's own wildcards in place of the nodes before the last.
  const body = new URLSearchParams({ query, format: 'completer' });
  return requestGraphite({ path: '/metrics/find', body, parse: parseNodes }, options);
}

function parseNodes(text: string): Array<{ path: string; isLeaf: boolean }> {
  const answer = parseJson(text);
  // An empty list is the answer of servers that know nothing of the path.
  const metrics =
    Array.isArray(answer) && answer.length === 0 ? [] : isRecord(answer) ? answer['metrics'] : undefined;
  if (!Array.isArray(metrics)) throw refuse();
  return metrics.flatMap((node: unknown) => {
    if (!isRecord(node) || typeof node['path'] !== 'string') return [];
    const isLeaf = node['is_leaf'] === 1 || node['is_leaf'] === '1' || node['is_leaf'] === true;
    return [{ path: node['path'], isLeaf }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse();
  }
}

function refuse(): SendError {
  const message =
    'answered with something else than the paths that it knows. Give the address of graphite-web itself, the one that "/metrics/find" follows, and its credentials.';
  return new SendError(message, { retryable: false, code: 'BAD_ANSWER' satisfies FailureCode });
}
