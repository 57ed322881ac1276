import type { UnusedLimit } from '../model/verdict.ts';
import type { Limit } from '../options/find-limit.ts';
import { matchesName, type NamePattern } from '../util/name-pattern.ts';
import { suggestName } from '../util/suggest-name.ts';
import type { RunValue } from './run-values.ts';

const MAX_LISTED = 100;
/** To suggest a name is slow, so there are few patterns to suggest for, and few names to choose from. */
const MAX_SUGGESTED_FOR = 10;
const MAX_CANDIDATES = 100;
const WORD_ENDS = /[-_.]/;

/** A value's path in nodes, and the limit that counts for it. */
interface Guarded {
  readonly path: readonly string[];
  readonly name: readonly string[];
  readonly limit: Limit | undefined;
}

/**
 * Finds the patterns of `limits` without effect in a run: those that match no value, also one of the choices in braces,
 * and those whose values all belong to an earlier pattern, probably by mistake. Without values there are none.
 */
export function findUnusedLimits(
  limits: readonly Limit[],
  values: readonly Pick<RunValue, 'path' | 'name'>[],
): readonly UnusedLimit[] {
  if (limits.length === 0 || values.length === 0) return [];
  const guarded = values.map((value) => guard(value, limits));
  const used = new Set(guarded.map(({ limit }) => limit));
  const ends = new Set(guarded.flatMap(listEnds));
  const found = limits
    .flatMap((limit) => (used.has(limit) ? findUnusedChoices(limit, ends) : findUnused(limit, guarded)))
    .slice(0, MAX_LISTED);
  // A name that is written out in limits is spelt correctly.
  const written = new Set(limits.flatMap(({ patterns }) => patterns.map((pattern) => pattern.join('.'))));
  const candidates = guarded.filter((value) => !listEnds(value).some((end) => written.has(end)));
  return found.map((one, index) =>
    index < MAX_SUGGESTED_FOR && one.behind === undefined ? suggest(one, candidates) : one,
  );
}

function guard({ path, name }: Pick<RunValue, 'path' | 'name'>, limits: readonly Limit[]): Guarded {
  const value = { path: path.split('.'), name: name.split('.'), limit: undefined };
  return { ...value, limit: limits.find((limit) => matches(limit, value)) };
}

function matches({ patterns }: Limit, { path, name }: Guarded): boolean {
  return patterns.some((pattern) =>
    matchesName(pattern, { nodes: path, prefixNodes: path.length - name.length }),
  );
}

/** All texts that a pattern without wildcards can have to match: the whole path, and the ends of the name. */
function listEnds({ path, name }: Guarded): readonly string[] {
  return [path.join('.'), ...name.map((_, start) => name.slice(start).join('.'))];
}

function findUnusedChoices({ patterns }: Limit, ends: ReadonlySet<string>): readonly UnusedLimit[] {
  if (patterns.length === 1) return [];
  return patterns
    .filter((pattern) => !hasWildcard(pattern) && !ends.has(pattern.join('.')))
    .map((pattern) => ({ pattern: pattern.join('.') }));
}

/** A limit that counts for no value: it matches none, or earlier ones match all of its values. */
function findUnused(limit: Limit, guarded: readonly Guarded[]): readonly UnusedLimit[] {
  const { pattern } = limit;
  const own = new Set(guarded.filter((value) => matches(limit, value)));
  if (own.size === 0) return [{ pattern }];
  // A general pattern behind a special one is usual. A special one behind a general one is a mistake.
  const general = [...own].find(
    ({ limit: earlier }) =>
      earlier !== undefined &&
      (countLiterals(limit) > countLiterals(earlier) ||
        guarded.some((value) => value.limit === earlier && !own.has(value))),
  )?.limit;
  return general === undefined ? [] : [{ pattern, behind: general.pattern }];
}

/** The most nodes without a wildcard that a pattern of a limit has. */
function countLiterals({ patterns }: Limit): number {
  return Math.max(0, ...patterns.map((pattern) => pattern.filter((node) => !node.includes('*')).length));
}

function suggest({ pattern }: UnusedLimit, candidates: readonly Guarded[]): UnusedLimit {
  if (/[*{]/.test(pattern)) return { pattern };
  const length = pattern.split('.').length;
  const chosen = candidates.slice(0, MAX_CANDIDATES);
  const ends = chosen.map(({ path, name }) => (length > name.length ? path : name.slice(-length)).join('.'));
  const names = chosen.map(({ name }) => name.join('.'));
  const suggestFrom = (texts: readonly string[]): string | undefined =>
    suggestName(
      pattern,
      [...new Set(texts)].filter((text) => isSlip(pattern, text)),
    );
  const suggestion = suggestFrom(ends) ?? suggestFrom(names);
  return suggestion === undefined ? { pattern } : { pattern, suggestion };
}

/**
 * Whether each word of a name is similar to one of another name, so that equal words do not hide a different one. Names
 * that differ only in numbers, such as `node20` and `node22`, belong to two legs or versions.
 */
function isSlip(written: string, name: string): boolean {
  const words = name.split(WORD_ENDS);
  const areSimilar = written.split(WORD_ENDS).every((word) => suggestName(word, words) !== undefined);
  return areSimilar && dropDigits(written) !== dropDigits(name);
}

function dropDigits(name: string): string {
  return name.replaceAll(/\d+/g, '');
}

function hasWildcard(pattern: NamePattern): boolean {
  return pattern.some((node) => node.includes('*'));
}
