import { createLineChecker } from './collect/full-lines.ts';
import type { PublishOptions, Surroundings } from './config/publish-options.ts';
import { resolveConfig } from './config/resolve.ts';
import { Faults } from './faults.ts';
import { formatAll, formatStream, type LineSource } from './format/format-windows.ts';
import { LineFormatter } from './format/line-formatter.ts';
import { guardStream } from './read/guard-stream.ts';
import { type MetricStream, readSources } from './read/sources.ts';
import type { Result } from './result.ts';
import { Run } from './run.ts';
import { checkSpool } from './spool/check-spool.ts';

/** Batches that one connection carries: what a fault can put in doubt, and what a stream holds in memory. */
const WINDOW_BATCHES = 64;

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
  const tls =
    config.tls === undefined ? undefined : await (await import('./read/pem.ts')).readPems(config.tls, faults);
  if (config.spool !== undefined) checkSpool(config.spool, faults);
  const lines = new LineFormatter(config.lines, faults);
  const run = new Run({ ...config, tls }, options, around);
  const { signal, points } = run;
  const { batchSize } = config;
  const rules = {
    batchSize,
    windowSize: WINDOW_BATCHES,
    points,
    faults,
    consequence: () => run.describeSent(),
  };
  try {
    const windows = formatAll(sources.metrics, lines, rules);
    faults.throwIfAny();
    await run.sendTogether(windows);
    for (const stream of sources.streams) {
      lines.startWindow();
      const items = guardStream(stream.items, { faults, signal });
      await run.sendStream(formatStream(items, collecting(stream, lines), rules));
    }
    for (const replay of sources.replays) {
      const checker = createLineChecker(replay.origin, faults);
      await run.replay(
        replay.file,
        formatStream(guardStream(replay.lines, { faults, signal }), checker, rules),
      );
    }
    return await run.finish(sources, lines);
  } catch (error) {
    throw await run.fail(error, sources, lines);
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
