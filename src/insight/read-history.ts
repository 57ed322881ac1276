import { nextTurn } from '../util/deadline.ts';
import { buildTargets } from './build-targets.ts';
import type { HistoryPoint } from './judge.ts';
import { mergeHistory, type ShownSeries } from './merge-history.ts';

/** Asks Graphite's render API one question about at most `series` series. Rejects without a valid response. */
export type AskHistory = (form: URLSearchParams, maxSeries: number) => Promise<readonly ShownSeries[]>;

/** The result of reading the history. */
export interface ReadHistory {
  /** By path; a path that Graphite does not know is absent. */
  readonly histories: ReadonlyMap<string, readonly HistoryPoint[]>;
  /** The paths that Graphite was asked for and answered. */
  readonly asked: ReadonlySet<string>;
  /** Why the rest was not read. */
  readonly problem: unknown;
}

/** The questions and their limits. */
interface HistoryQuestion {
  readonly ask: AskHistory;
  /** How far back, in days. */
  readonly spanDays: number;
  readonly nowSeconds: number;
  /** A path that is only read to filter the others: no older points are requested only for it. */
  readonly filterPath?: string;
  /** Whether carbonapi has sent an answer. */
  readonly isCarbonapi?: () => boolean;
}

/** Series of one question: 200 metrics, and the success of their job. */
const SERIES_PER_QUESTION = 201;
/** Parts that are requested at the same time, with two questions each. */
const PARTS_AT_ONCE = 2;
const FINE_DAYS = 7;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
/** With fewer points in the time span, a third question for older ones is worth it. */
const FEW_POINTS = 10;
const LONG_SPAN_DAYS = 730;

/**
 * Reads the history of each path: the last week as fine as Graphite keeps it, and the time before it. It never uses
 * `maxDataPoints`, which averages runs. After a failed question it stops and keeps what was read.
 */
export async function readHistory(paths: readonly string[], how: HistoryQuestion): Promise<ReadHistory> {
  const histories = new Map<string, readonly HistoryPoint[]>();
  const asked = new Set<string>();
  let failure: { readonly problem: unknown } | undefined;
  const parts = cutIntoParts(paths).values();
  const worker = async (): Promise<void> => {
    for (const part of parts) {
      if (failure !== undefined) return;
      try {
        for (const [path, points] of await readPart(part, how)) histories.set(path, points);
        for (const path of part) asked.add(path);
      } catch (problem) {
        failure ??= { problem };
      }
    }
  };
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, worker));
  return { histories, asked, problem: failure?.problem };
}

function cutIntoParts(paths: readonly string[]): readonly string[][] {
  const count = Math.ceil(paths.length / SERIES_PER_QUESTION);
  return Array.from({ length: count }, (_, index) =>
    paths.slice(index * SERIES_PER_QUESTION, (index + 1) * SERIES_PER_QUESTION),
  );
}

async function readPart(
  paths: readonly string[],
  { ask, spanDays, nowSeconds, filterPath, isCarbonapi }: HistoryQuestion,
): Promise<ReadonlyMap<string, readonly HistoryPoint[]>> {
  const fineDays = Math.min(FINE_DAYS, spanDays);
  const question = (these: readonly string[], from: string): Promise<readonly ShownSeries[]> =>
    ask(toForm(buildTargets(these), from), these.length);
  // The longer answer is asked for first. A turn later that question is on its way, and Graphite works already.
  const [coarse, first] = await Promise.all([
    spanDays > fineDays ? question(paths, `-${spanDays}d`) : [],
    nextTurn().then(() => question(paths, `-${fineDays}d`)),
  ]);
  // go-carbon compares the span with its clock when it reads: a second later a week no longer fits into an archive of a week.
  const isLate = isCarbonapi?.() === true;
  const fineHours = fineDays * 24 - (isLate ? 1 : 0);
  const fineFrom = nowSeconds - fineHours * HOUR_SECONDS;
  const fine = isLate ? await question(paths, `-${fineHours}h`) : first;
  const merged = mergeHistory(new Set(paths), { fine, coarse, fineFrom });
  const short = paths.filter((path) => (merged.get(path)?.length ?? 0) < FEW_POINTS);
  if (short.every((path) => path === filterPath) || spanDays >= LONG_SPAN_DAYS) return merged;
  // If this one fails, the time span itself still counts.
  const older = await question(short, `-${LONG_SPAN_DAYS}d`).catch(() => undefined);
  if (older === undefined) return merged;
  return new Map([...merged, ...mergeHistory(new Set(short), { fine, coarse: older, fineFrom })]);
}

function toForm(targets: readonly string[], from: string): URLSearchParams {
  // carbonapi repeats an answer for a minute, and the step before this one may have sent a point.
  const rest = { from, format: 'json', noNullPoints: 'true', noCache: '1' };
  return new URLSearchParams([
    ...targets.map((target): [string, string] => ['target', target]),
    ...Object.entries(rest),
  ]);
}

/**
 * Whether Graphite seems to keep points for a day only: there are several, and none is older. The usual cause is the
 * first retention of its storage schema.
 */
export function seemsToForget(histories: Iterable<readonly HistoryPoint[]>, nowSeconds: number): boolean {
  let points = 0;
  for (const history of histories) {
    for (const [time] of history) {
      if (Math.abs(nowSeconds - time) > DAY_SECONDS) return false;
      points += 1;
    }
  }
  return points >= 3;
}
