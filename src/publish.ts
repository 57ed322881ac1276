import { createLineChecker } from './collect/full-lines.ts';
import type { PublishOptions, Surroundings } from './config/publish-options.ts';
import { resolveConfig } from './config/resolve.ts';
import { CarbonError } from './errors.ts';
import { Faults } from './faults.ts';
import { formatAll, formatStream, type LineSource } from './format/format-windows.ts';
import { LineFormatter } from './format/line-formatter.ts';
import { type MetricStream, readSources } from './read/sources.ts';
import type { Result } from './result.ts';
import { Run } from './run.ts';

/**
 * The use case: collects the metrics that the options name, formats them, sends them, and says what became of them.
 * What is finite is checked whole before anything is sent; a stream is checked window by window.
 * @throws {InputError} with every fault of the input. @throws {SendError} where the delivery failed. Both carry the
 * Result of what had been done by then.
 */
export async function publish(options: PublishOptions, around: Surroundings): Promise<Result> {
  const faults = around.faults ?? new Faults();
  const config = await resolveConfig(options, around, faults);
  const sources = await readSources(options, around, faults);
  const run = Run.start(config, options);
  try {
    const lines = new LineFormatter(config.lines, faults);
    run.renamedBy(lines);
    const rules = { ...run.windowRules, faults, consequence: () => run.describeSent() };
    const windows = formatAll(sources.metrics, lines, rules);
    faults.throwIfAny();

    await run.sendTogether(windows);
    for (const stream of sources.streams) {
      lines.startWindow();
      await run.sendStream(formatStream(run.guard(stream.items, faults), collecting(stream, lines), rules));
    }
    for (const replay of sources.replays) {
      const checker = createLineChecker(replay.origin, faults);
      await run.sendUnhurried(formatStream(run.guard(replay.lines, faults), checker, rules));
    }
    return run.finish(sources);
  } catch (error) {
    if (error instanceof CarbonError) error.result = run.toResult('failed', sources.warnings);
    throw error;
  }
}

/** Collects and formats in one step, so that a stream makes no list of metrics in between. */
function collecting(stream: MetricStream, lines: LineFormatter): LineSource<unknown> {
  return {
    startWindow: () => lines.startWindow(),
    format: (item, batches) => {
      const metric = stream.collect(item);
      if (metric !== undefined) lines.format(metric, batches);
    },
  };
}
