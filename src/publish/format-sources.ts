import { formatWhole, type WindowRules } from '../format/format-windows.ts';
import { LineFormatter } from '../format/line-formatter.ts';
import type { Faults } from '../model/faults.ts';
import type { CollectedMetric, WrittenMetric } from '../model/metric.ts';
import type { Config } from '../options/config.ts';
import type { Sources } from '../read/sources.ts';
import { WindowQueue } from '../spool/window-queue.ts';
import { joinChunks } from '../util/chunks.ts';

/** The lines of what is finite, pending until all of it is checked. */
export interface FormattedRun {
  readonly sources: Sources;
  readonly faults: Faults;
  readonly lines: LineFormatter;
  readonly pending: WindowQueue;
}

/** A run of which nothing is formatted yet. */
export function prepareFormatting(
  sources: Sources,
  { config, rules, faults }: { config: Config; rules: WindowRules; faults: Faults },
): FormattedRun {
  const pending = new WindowQueue(rules);
  return { sources, faults, lines: new LineFormatter(config.lines, faults, pending), pending };
}

/** Formats what is finite. Faults are gathered. */
export async function formatSources(
  { sources, lines, pending }: FormattedRun,
  rules: WindowRules,
): Promise<void> {
  const metrics = joinChunks<WrittenMetric | CollectedMetric>([sources.metrics, [sources.collected]]);
  for await (const window of formatWhole(metrics, lines, rules)) await pending.add(window);
}

/** What was collected, without what the user named: `faults` are reported after it was sent. */
export function keepCollectedOnly(sources: Sources, faults: Faults): Sources {
  const problems = [...faults.list, ...sources.problems];
  return { ...sources, metrics: [], streams: [], replays: [], problems };
}
