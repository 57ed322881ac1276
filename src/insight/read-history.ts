import { buildTargets } from './build-targets.ts';
import type { HistoryPoint } from './judge.ts';
import { mergeHistory, type ShownSeries } from './merge-history.ts';

/** Asks Graphite's render API one question. Rejects where the answer is none. */
export type AskHistory = (form: URLSearchParams, signal: AbortSignal) => Promise<readonly ShownSeries[]>;

/** What was read of the history. */
export interface ReadHistory {
  /** By path; a path that Graphite does not know is absent. */
  readonly histories: ReadonlyMap<string, readonly HistoryPoint[]>;
  /** The paths that Graphite was asked for and answered. */
  readonly asked: ReadonlySet<string>;
  /** Why the rest was not read, in words for the log. */
  readonly problem: string | undefined;
}

/** One question asks for at most so many series. */
const SERIES_PER_QUESTION = 250;
const FINE_SECONDS = 7 * 86_400;
/** With fewer points than this in the span, twice as old ones are worth a third question. */
const FEW_POINTS = 10;
const LONG_SPAN = '2y';

/**
 * Reads the history of each path: the last week as fine as Graphite keeps it, and `span` (such as `90d`) before it. Never
 * `maxDataPoints`, which averages runs. Stops when `signal` aborts, with what it has by then.
 */
export async function readHistory(
  paths: readonly string[],
  how: {
    readonly ask: AskHistory;
    readonly formatTarget: (path: string) => string;
    readonly span: string;
    readonly nowSeconds: number;
    readonly signal: AbortSignal;
  },
): Promise<ReadHistory> {
  const histories = new Map<string, readonly HistoryPoint[]>();
  const asked = new Set<string>();
  try {
    for (let start = 0; start < paths.length; start += SERIES_PER_QUESTION) {
      const part = paths.slice(start, start + SERIES_PER_QUESTION);
      for (const [path, points] of await readPart(part, how)) histories.set(path, points);
      for (const path of part) asked.add(path);
    }
    return { histories, asked, problem: undefined };
  } catch (error) {
    return { histories, asked, problem: error instanceof Error ? error.message : String(error) };
  }
}

async function readPart(
  paths: readonly string[],
  { ask, formatTarget, span, nowSeconds, signal }: Parameters<typeof readHistory>[1],
): Promise<ReadonlyMap<string, readonly HistoryPoint[]>> {
  const names = new Set(paths);
  const fineFrom = nowSeconds - FINE_SECONDS;
  const question = (these: readonly string[], from: string): Promise<readonly ShownSeries[]> =>
    ask(toForm(buildTargets(these, formatTarget), from), signal);
  const [fine, coarse] = await Promise.all([question(paths, '7d'), question(paths, span)]);
  const merged = mergeHistory(names, { fine, coarse, fineFrom });
  const short = paths.filter((path) => {
    const count = merged.get(path)?.length ?? 0;
    return count > 0 && count < FEW_POINTS;
  });
  if (short.length === 0) return merged;
  const older = await question(short, LONG_SPAN);
  return new Map([...merged, ...mergeHistory(new Set(short), { fine, coarse: older, fineFrom })]);
}

function toForm(targets: readonly string[], from: string): URLSearchParams {
  const rest = { from: `-${from}`, format: 'json', noNullPoints: 'true' };
  return new URLSearchParams([
    ...targets.map((target): [string, string] => ['target', target]),
    ...Object.entries(rest),
  ]);
}

/**
 * Whether Graphite seems to keep points for a day only: there are several, and none is older. The first retention of its
 * storage schema is the usual cause.
 */
export function seemsToForget(histories: Iterable<readonly HistoryPoint[]>, nowSeconds: number): boolean {
  let points = 0;
  for (const history of histories) {
    for (const [time] of history) {
      if (nowSeconds - time > 86_400) return false;
      points += 1;
    }
  }
  return points >= 3;
}
