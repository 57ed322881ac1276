import { quote, toText } from '../model/errors.ts';
import { suggestName } from '../util/suggest-name.ts';
import { isRecord } from '../util/values.ts';
import { findShift } from './find-shift.ts';
import { BASE_RUNS, findOutlier, findStep, isSteady } from './find-single.ts';
import { type Finding, MAX_HISTORY, type Rules } from './finding.ts';
import { quantileOfSorted, sortNumbers } from './statistics.ts';

/** One run of the past: epoch seconds, and the value. */
export type HistoryPoint = readonly [epochSeconds: number, value: number];

/** What is known about a metric and its run. */
export interface JudgeOptions {
  /** `clock`: measured, so it has noise. `exact`: counted, so every change is real. Default `clock`. */
  readonly kind?: 'clock' | 'exact' | undefined;
  /** Which direction is better. Without one, no finding is more than `unusual`. Default `neither`. */
  readonly better?: 'lower' | 'higher' | 'neither' | undefined;
  /** The least change that matters: both must be reached. Default 0.05 (5 %) and 0. */
  readonly leastChange?:
    | { readonly relative?: number | undefined; readonly absolute?: number | undefined }
    | undefined;
  /** How many metrics the run judges: with more, each test is stricter. Default 1. */
  readonly metrics?: number | undefined;
}

/** The verdict on a value. */
export interface Judgement {
  /**
   * `short`: too few runs. `ok`: as usual. `unusual`: this run deviates; a single run proves nothing. `regressed` and
   * `improved`: several runs agree, or a counted value has changed.
   */
  readonly verdict: 'short' | 'ok' | 'unusual' | 'regressed' | 'improved';
  /** The relative change: 0.17 is +17 %. Undefined if the reference is 0, and for `ok` and `short`. */
  readonly change?: number;
  /** The 10th and the 90th percentile of the last 40 runs; undefined with fewer than 3. */
  readonly usual?: readonly [low: number, high: number];
  /** The time of the first run that agrees, in epoch seconds; undefined if it is this run. */
  readonly since?: number;
  /** The number of runs that agree, including this one. */
  readonly runs?: number;
}

const OPTION_NAMES: readonly string[] = ['kind', 'better', 'leastChange', 'metrics'];
const LEAST_NAMES: readonly string[] = ['relative', 'absolute'];

/** With fewer runs, the noise is unknown. */
const MIN_HISTORY = 10;

/**
 * Compares a value with its own history: is it normal? The method, its error rates and its limits: docs/insight.md.
 * Pure: it reads no clock, and it neither sorts nor changes the history.
 * @param history the runs before this one, oldest first; the last hundred count.
 * @throws {RangeError} with the code `INVALID_INPUT`, for an argument that the types do not allow, an unknown option, or a
 * number that is not finite. It is no CarbonError: wrong arguments are a defect of the caller, and nothing has a Result.
 */
// biome-ignore lint/complexity/useMaxParams: the signature is public.
export function judge(
  history: readonly HistoryPoint[],
  value: number,
  options: JudgeOptions = {},
): Judgement {
  if (!isRecord(options)) throw refuse('the options are an object', options);
  refuseUnknown(options, OPTION_NAMES);
  return compareWithHistory({ history, value }, { ...options, isNextRun: true });
}

/** Whether a value is compared by ranks and noise, in which chance can mislead; `metrics` counts these. */
export function isNoisy(history: readonly HistoryPoint[], kind: JudgeOptions['kind']): boolean {
  const values = history.slice(-MAX_HISTORY).map(([, one]) => one);
  return values.length >= MIN_HISTORY && (kind !== 'exact' || !isSteady(values));
}

/**
 * The same without a check of the options' names. A value that is not the next run of this history, such as a pull request's
 * compared with the default branch's, confirms no shift: if it is measured, it is at most `unusual`.
 */
export function compareWithHistory(
  { history, value }: { readonly history: readonly HistoryPoint[]; readonly value: number },
  options: JudgeOptions & { readonly isNextRun: boolean },
): Judgement {
  checkHistory(history);
  if (!Number.isFinite(value)) throw refuse('the value is a finite number', value);
  const rules = readRules(options);
  const past = history.slice(-MAX_HISTORY);
  const values = past.map(([, one]) => one);
  if (values.length < 3) return { verdict: 'short' };
  const recent = sortNumbers(values.slice(-BASE_RUNS));
  const usual = [quantileOfSorted(recent, 0.1), quantileOfSorted(recent, 0.9)] as const;
  if (options.kind === 'exact' && isSteady(values)) {
    return { ...describe(findStep({ values, value }, rules), { past, rules }), usual };
  }
  if (values.length < MIN_HISTORY) return { verdict: 'short', usual };
  const isNextRun = options.isNextRun || options.kind === 'exact';
  const shift = isNextRun ? findShift([...values, value], rules) : undefined;
  if (shift !== undefined) return { ...describe(shift, { past, rules }), usual };
  const change = findOutlier({ values, value }, rules);
  if (change === undefined) return { verdict: 'ok', usual };
  return { verdict: 'unusual', ...change, usual, runs: 1 };
}

/** @throws {RangeError} if it is not a list of pairs of finite numbers, which JavaScript does not check. */
function checkHistory(history: readonly HistoryPoint[]): void {
  const rule = 'the history is a list of pairs, a time and a value, both finite numbers';
  if (!Array.isArray(history)) throw refuse(rule, history);
  for (const point of history as readonly unknown[]) {
    const isPair = Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]);
    if (!isPair) throw refuse(rule, point);
  }
}

const WORSE: ReadonlyMap<unknown, Rules['worse']> = new Map([
  ['lower', 1],
  ['higher', -1],
  ['neither', 0],
]);

function readRules({
  kind = 'clock',
  better = 'neither',
  leastChange = {},
  metrics = 1,
}: JudgeOptions): Rules {
  const worse = WORSE.get(better);
  if (worse === undefined) throw refuse('better is lower, higher or neither', better);
  if (kind !== 'clock' && kind !== 'exact') throw refuse('kind is clock or exact', kind);
  if (!isRecord(leastChange)) throw refuse('leastChange is an object', leastChange);
  refuseUnknown(leastChange, LEAST_NAMES);
  const { relative = 0.05, absolute = 0 } = leastChange;
  for (const least of [relative, absolute])
    if (!Number.isFinite(least) || least < 0) throw refuse('leastChange has finite numbers from 0 on', least);
  if (!Number.isFinite(metrics) || metrics < 1) throw refuse('metrics is a number from 1 on', metrics);
  return { worse, relative, absolute, metrics };
}

/** A misspelt option would have no effect. As with other options of the library, `undefined` is as good as absent. */
function refuseUnknown(options: object, known: readonly string[]): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || known.includes(name)) continue;
    const error = refuse('there is no such option', name);
    error.message += `. ${suggestName(name, known) ?? `There are ${known.join(', ')}.`}`;
    throw error;
  }
}

function refuse(rule: string, value: unknown): RangeError {
  return Object.assign(new RangeError(`judge: ${rule}, got ${quote(toText(value))}`), {
    code: 'INVALID_INPUT',
  });
}

function describe(
  finding: Finding | undefined,
  { past, rules: { worse } }: { readonly past: readonly HistoryPoint[]; readonly rules: Rules },
): Judgement {
  if (finding === undefined) return { verdict: 'ok' };
  const { direction, runs, change } = finding;
  const known = direction === worse ? 'regressed' : 'improved';
  const since = past.at(1 - runs)?.[0];
  return {
    verdict: worse === 0 ? 'unusual' : known,
    ...(change === undefined ? {} : { change }),
    ...(runs > 1 && since !== undefined ? { since } : {}),
    runs,
  };
}
