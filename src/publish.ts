import { createLineChecker } from './collect/full-lines.ts';
import type { PublishOptions, Surroundings } from './config/publish-options.ts';
import { type Config, resolveConfig } from './config/resolve.ts';
import { resolveMissingPolicy, resolveReportRules } from './config/resolve-reports.ts';
import type { InputError } from './errors.ts';
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
  const config = await prepare(options, around, faults);
  const sources = await readSources(options, around, faults);
  const lines = new LineFormatter(config.lines, faults);
  const run = new Run(config, options, around);
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
    const windows = formatAll([...sources.metrics, ...sources.collected], lines, rules);
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

/** Checks the options of a later run: every fault as one error, or nothing. No file of metrics is read. */
export async function checkOptions(
  options: PublishOptions,
  around: Surroundings,
): Promise<InputError | undefined> {
  const faults = around.faults ?? new Faults();
  await prepare(options, around, faults);
  resolveReportRules(options, faults);
  resolveMissingPolicy(options, faults);
  return faults.count === 0 ? undefined : faults.toError();
}

async function prepare(options: PublishOptions, around: Surroundings, faults: Faults): Promise<Config> {
  const config = await resolveConfig(options, around, faults);
  if (config.spool !== undefined) checkSpool(config.spool, faults);
  if (config.tls === undefined) return config;
  const { readPems } = await import('./read/pem.ts');
  return { ...config, tls: await readPems(config.tls, faults) };
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
