import { placeInFolders } from '../format/folder-scope.ts';
import {
  formatWhole,
  joinWindows,
  MAX_POINTS,
  type Window,
  type WindowRules,
} from '../format/format-windows.ts';
import { LineFormatter } from '../format/line-formatter.ts';
import type { PendingLines } from '../format/line-rules.ts';
import { SendError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Point } from '../model/result.ts';
import type { Config } from '../options/config.ts';
import type { Sources } from '../read/sources.ts';
import { WindowQueue } from '../spool/window-queue.ts';
import { nameUnread } from '../util/abort.ts';
import type { HistoryCheck } from './history-check.ts';

/** The lines of finite input, named and collected, pending until all of it is checked. */
export interface FormattedRun {
  readonly sources: Sources;
  readonly faults: Faults;
  readonly lines: LineFormatter;
  readonly rules: WindowRules;
  readonly named: WindowQueue;
  readonly collected: WindowQueue;
  /** Takes the lines that are compared with their history. */
  readonly check: HistoryCheck | undefined;
}

/** A run before formatting. */
export function prepareFormatting(
  sources: Sources,
  given: { config: Config; faults: Faults; check: HistoryCheck | undefined },
): FormattedRun {
  const { config, faults, check } = given;
  const rules: WindowRules = { batchSize: config.batchSize, windowSize: config.windowSize, points: [] };
  const [named, collected] = [new WindowQueue(rules), new WindowQueue(rules)];
  const pending: PendingLines = {
    hasLine: (line) => named.hasLine(line) || collected.hasLine(line),
  };
  return {
    sources: { ...sources, collected: placeInFolders(sources.collected, config.lines.scopeEnd ?? []) },
    faults,
    lines: new LineFormatter(config.lines, { faults, pending }),
    rules,
    named,
    collected,
    check,
  };
}

/**
 * Formats finite input; faults are collected. If only named metrics have faults and `canSendCollectedOnly`, the run
 * continues with the collected ones, and the faults become problems of its sources. A stopped run has the lines that
 * were read so far; `stopped` says where the rest begins.
 */
export async function formatSources(
  run: FormattedRun,
  { canSendCollectedOnly }: { canSendCollectedOnly: boolean },
): Promise<{ readonly formatted: FormattedRun; readonly stopped: SendError | undefined }> {
  const { sources, faults, lines, rules, named, collected, check } = run;
  lines.learnNames(sources.collected);
  let stopped: SendError | undefined;
  try {
    for await (const window of formatWhole({ items: sources.metrics, lines }, rules)) {
      check?.addNamed(window);
      await named.add(window);
    }
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    stopped = nameUnread(error, sources.streams);
  }
  const namedFaults = faults.blocking;
  const points: Point[] = [];
  const input = { items: [sources.collected], lines };
  for await (const window of formatWhole(input, { ...rules, points })) {
    check?.addCollected(window);
    await collected.add(window);
  }
  const isCollectedOnly =
    canSendCollectedOnly &&
    namedFaults > 0 &&
    faults.blocking === namedFaults &&
    sources.collected.length > 0;
  if (isCollectedOnly) {
    await named.close();
    check?.forgetNamed();
    rules.points.length = 0;
  }
  rules.points.push(...points.slice(0, MAX_POINTS - rules.points.length));
  return { formatted: isCollectedOnly ? keepCollectedOnly(run) : run, stopped };
}

/** The pending windows in the order of sending. */
export function takeWindows({ named, collected, rules }: FormattedRun): AsyncIterable<Window> {
  return joinWindows([named.take(), collected.take()], rules);
}

/** Releases the windows that are still pending. */
export async function closeWindows({ named, collected }: FormattedRun): Promise<void> {
  await Promise.all([named.close(), collected.close()]);
}

/** The run without its named metrics, whose faults are reported after the rest was sent. */
function keepCollectedOnly(run: FormattedRun): FormattedRun {
  const { sources, faults } = run;
  const problems = [...faults.list, ...sources.problems];
  return {
    ...run,
    sources: { ...sources, metrics: [], streams: [], replays: [], problems },
    faults: new Faults(),
  };
}
