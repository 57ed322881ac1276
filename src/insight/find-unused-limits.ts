import type { UnusedLimit } from '../model/verdict.ts';
import type { Limit } from '../options/find-limit.ts';
import { matchesName, type NamePattern, type PathNodes } from '../util/name-pattern.ts';
import { suggestName } from '../util/suggest-name.ts';
import type { RunValue } from './run-values.ts';

const MAX_LISTED = 100;
/**
 * To suggest a name is slow, and names may come from a report of anyone: few patterns get a suggestion, from few names of
 * few words.
 */
const MAX_SUGGESTED_FOR = 10;
const MAX_CANDIDATES = 100;
const MAX_CHARACTERS = 100;
const MAX_WORDS = 10;
const WORD_ENDS = /[-_.]/;

/** A limit whose patterns without wildcards are texts, because there may be a thousand. */
interface Guard {
  readonly limit: Limit;
  readonly exact: ReadonlySet<string>;
  readonly wild: readonly NamePattern[];
}

/** A value, and the limit that counts for it. */
interface Guarded {
  readonly path: PathNodes;
  readonly name: readonly string[];
  /** All texts that an exact pattern can have to match: the whole path, and the ends of the name. */
  readonly ends: readonly string[];
  readonly guard: Guard | undefined;
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
  const guards = limits.map(toGuard);
  const guarded = values.map((value) => findGuard(value, guards));
  const used = new Set(guarded.map(({ guard }) => guard));
  const ends = new Set(guarded.flatMap((value) => value.ends));
  const found = guards
    .flatMap((guard) => (used.has(guard) ? findUnusedChoices(guard, ends) : findUnused(guard, guarded)))
    .slice(0, MAX_LISTED);
  // A name that is written out in limits is spelt correctly.
  const candidates = guarded.filter(
    (value) => !value.ends.some((end) => guards.some(({ exact }) => exact.has(end))),
  );
  return found.map((one, index) =>
    index < MAX_SUGGESTED_FOR && one.behind === undefined ? suggest(one, candidates) : one,
  );
}

function toGuard(limit: Limit): Guard {
  const exact = limit.patterns.filter((pattern) => !hasWildcard(pattern));
  return {
    limit,
    exact: new Set(exact.map((pattern) => pattern.join('.'))),
    wild: limit.patterns.filter(hasWildcard),
  };
}

function findGuard(value: Pick<RunValue, 'path' | 'name'>, guards: readonly Guard[]): Guarded {
  const name = value.name.split('.');
  const ends = [value.path, ...name.map((_, start) => name.slice(start).join('.'))];
  const nodes = value.path.split('.');
  const path = { nodes, prefixNodes: nodes.length - name.length };
  const found = { path, name, ends, guard: undefined };
  return { ...found, guard: guards.find((guard) => matches(guard, found)) };
}

function matches({ exact, wild }: Guard, { path, ends }: Guarded): boolean {
  return ends.some((end) => exact.has(end)) || wild.some((pattern) => matchesName(pattern, path));
}

function findUnusedChoices({ limit, exact }: Guard, ends: ReadonlySet<string>): readonly UnusedLimit[] {
  if (limit.patterns.length === 1) return [];
  return [...exact].filter((pattern) => !ends.has(pattern)).map((pattern) => ({ pattern }));
}

/** A limit that counts for no value: it matches none, or earlier ones match all of its values. */
function findUnused(guard: Guard, guarded: readonly Guarded[]): readonly UnusedLimit[] {
  const { pattern } = guard.limit;
  const own = new Set(guarded.filter((value) => value.guard !== undefined && matches(guard, value)));
  if (own.size === 0) return [{ pattern }];
  // A general pattern behind a special one is usual. A special one behind a general one is a mistake.
  const broader = new Set(guarded.filter((value) => !own.has(value)).map((value) => value.guard));
  const earlierGuards = new Set([...own].map((value) => value.guard));
  const general = [...earlierGuards].find(
    (earlier) =>
      earlier !== undefined && (broader.has(earlier) || countLiterals(guard) > countLiterals(earlier)),
  );
  return general === undefined ? [] : [{ pattern, behind: general.limit.pattern }];
}

/** The most nodes without a wildcard that a pattern of a limit has. */
function countLiterals({ limit }: Guard): number {
  return limit.patterns.reduce(
    (most, pattern) => Math.max(most, pattern.filter((node) => !node.includes('*')).length),
    0,
  );
}

function suggest({ pattern }: UnusedLimit, candidates: readonly Guarded[]): UnusedLimit {
  if (/[*{]/.test(pattern)) return { pattern };
  const length = pattern.split('.').length;
  const chosen = candidates.slice(0, MAX_CANDIDATES);
  const ends = chosen.flatMap(({ path, name }) => {
    if (length <= name.length) return [name.slice(-length).join('.')];
    // Other runs may have another group, source or scope, so what the path has above the name is no slip.
    const above = path.nodes.slice(0, path.prefixNodes).map((node) => `${node}.`);
    return pattern.startsWith(above.join('')) ? [path.nodes.join('.')] : [];
  });
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
  if (Math.max(written.length, name.length) > MAX_CHARACTERS) return false;
  const [words, others] = [written.split(WORD_ENDS), name.split(WORD_ENDS)];
  if (Math.max(words.length, others.length) > MAX_WORDS) return false;
  const areSimilar = words.every((word) => suggestName(word, others) !== undefined);
  return areSimilar && dropDigits(written) !== dropDigits(name);
}

function dropDigits(name: string): string {
  return name.replaceAll(/\d+/g, '');
}

function hasWildcard(pattern: NamePattern): boolean {
  return pattern.some((node) => node.includes('*'));
}
