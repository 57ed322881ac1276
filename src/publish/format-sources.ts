import { formatWhole, type WindowRules } from '../format/format-windows.ts';
import { LineFormatter } from '../format/line-formatter.ts';
import { SendError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { CollectedMetric, WrittenMetric } from '../model/metric.ts';
import type { Config } from '../options/config.ts';
import { nameUnread } from '../read/name-unread.ts';
import type { Sources } from '../read/sources.ts';
import { WindowQueue } from '../spool/window-queue.ts';
import type { HistoryCheck } from './history-check.ts';

/** The lines of what is finite, pending until all of it is checked. */
export interface FormattedRun {
  readonly sources: Sources;
  readonly faults: Faults;
  readonly lines: LineFormatter;
  readonly pending: WindowQueue;
  /** Takes the lines that are to be compared with their history. */
  readonly check: HistoryCheck | undefined;
}

/** A run of which nothing is formatted yet. */
export function prepareFormatting(
  sources: Sources,
  given: { config: Config; rules: WindowRules; faults: Faults; check?: HistoryCheck | undefined },
): FormattedRun {
  const { config, rules, faults, check } = given;
  const pending = new WindowQueue(rules);
  return { sources, faults, lines: new LineFormatter(config.lines, faults, pending), pending, check };
}

/**
 * Formats what is finite. Faults are gathered. A run that is stopped meanwhile has the lines of what was read by then; the
 * error that is returned says where the rest begins.
 */
export async function formatSources(
  { sources, lines, pending, check }: FormattedRun,
  rules: WindowRules,
): Promise<SendError | undefined> {
  lines.learnNames(sources.collected);
  check?.clear();
  try {
    for await (const window of formatWhole(listMetrics(sources), lines, rules)) {
      check?.add(window);
      await pending.add(window);
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return nameUnread(error, listOrigins(sources.streams));
  }
}

/** Where streams come from, for messages. */
export function listOrigins(streams: Sources['streams']): string[] {
  return streams.map(({ origin }) => origin);
}

/** What was collected is at hand, also where the reading of everything else was stopped. */
async function* listMetrics({
  metrics,
  collected,
}: Sources): AsyncGenerator<Iterable<WrittenMetric | CollectedMetric>> {
  let stopped: SendError | undefined;
  try {
    yield* metrics;
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    stopped = error;
  }
  yield collected;
  if (stopped !== undefined) throw stopped;
}

/** What was collected, without what the user named: `faults` are reported after it was sent. */
export function keepCollectedOnly(sources: Sources, faults: Faults): Sources {
  const problems = [...faults.toError().faults, ...sources.problems];
  return { ...sources, metrics: [], streams: [], replays: [], problems };
}
