import { computeTrend } from '../insight/compute-trend.ts';
import { readHistory } from '../insight/read-history.ts';
import { SendError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Trend } from '../model/trend.ts';
import type { Options } from '../options/options.ts';
import { toDays } from '../options/resolve-check.ts';
import { resolveAccess } from '../options/resolve-verify.ts';
import { startDeadline } from '../util/deadline.ts';
import { countNamePatterns } from '../util/name-pattern.ts';
import { createAsker } from '../verify/ask-graphite.ts';
import { findSeries } from '../verify/find-series.ts';

/** The number of series of one pattern that are read. */
export const MAX_SERIES = 200;
const TOTAL_MS = 30_000;
/** What the braces of a pattern may stand for. */
const MAX_CHOICES = 1000;
const PATTERN = /^[\w:*{},.!#$%&+<=>@^`~-]{1,500}$/;

/** The course of the series of a pattern. */
export interface Trends {
  /** One for each series with a point in the time span. */
  readonly trends: readonly Trend[];
  /** The number of series that the pattern matches, up to a limit. */
  readonly seriesCount: number;
  /** Whether it matches more. */
  readonly isCut: boolean;
  readonly spanDays: number;
  /** Why a part of the history was not read. */
  readonly problem: SendError | undefined;
}

/**
 * Reads the history of the series that a pattern matches. @throws {InputError} with every fault of pattern and options.
 * @throws {SendError} if Graphite shows nothing.
 */
export async function readTrends(
  pattern: string,
  given: {
    readonly options: Options;
    readonly nowMs: number;
    readonly faults: Faults;
    readonly signal: AbortSignal;
  },
): Promise<Trends> {
  const { options, nowMs, faults, signal } = given;
  const access = resolveAccess(options, { reader: 'trend', faults });
  checkPattern(pattern, faults);
  faults.throwIfAny('Nothing was read.');
  if (access === undefined) throw faults.toError();
  using deadline = startDeadline({ timeoutMs: TOTAL_MS, signal });
  const { signal: limited } = deadline;
  const spanDays = toDays(options.history);
  const { paths, isCut } = await findSeries(pattern, { access, signal: limited, maxSeries: MAX_SERIES });
  const { histories, problem } = await readHistory(paths, {
    ...createAsker({ access, signal: limited, isQuiet: true }),
    spanDays,
    nowSeconds: Math.floor(nowMs / 1000),
  });
  if (problem !== undefined && histories.size === 0) throw problem;
  const trends = paths.flatMap((path) => {
    const history = histories.get(path) ?? [];
    return history.length === 0 ? [] : [computeTrend(path, history)];
  });
  const known = problem instanceof SendError ? problem : undefined;
  return { trends, seriesCount: paths.length, isCut, spanDays, problem: known };
}

function checkPattern(pattern: string, faults: Faults): void {
  const isUnderstood = PATTERN.test(pattern) && pattern.split('.').every((node) => node !== '');
  if (
    isUnderstood &&
    countNamePatterns(pattern) <= MAX_CHOICES &&
    /^[^{}]*(?:\{[^{}.]*\}[^{}]*)*$/.test(pattern)
  )
    return;
  const rule = 'a pattern is a dotted path with "*" in a node, "**" for any number of nodes, and "{a,b}"';
  faults.add({ location: 'pattern', rule, value: pattern, cure: 'Put it in quotes, like "ci.acme.app.**".' });
}
