import { formatWhole, type WindowRules } from '../format/format-windows.ts';
import { LineFormatter } from '../format/line-formatter.ts';
import { SendError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { CollectedMetric, WrittenMetric } from '../model/metric.ts';
import type { Result } from '../model/result.ts';
import type { Config } from '../options/config.ts';
import { resolveConfig } from '../options/resolve.ts';
import type { PublishOptions, RunContext } from '../options/types.ts';
import { openSources } from '../read/open-sources.ts';
import type { Sources } from '../read/sources.ts';
import { checkSpool } from '../spool/check-spool.ts';
import { WindowQueue } from '../spool/window-queue.ts';
import { Run } from './run.ts';

/**
 * The use case: collects the metrics that the options name, formats them, sends them, and says what became of them.
 * What is finite is checked whole before anything is sent; a stream is checked window by window.
 * @throws {InputError} with every fault of the input. @throws {SendError} where the delivery failed. Both carry the
 * Result of what had been done by then.
 */
export async function publish(options: PublishOptions, context: RunContext): Promise<Result> {
  const faults = context.faults ?? new Faults();
  const config = await prepare(options, context, faults);
  const canSpare = context.sendsCollectedDespiteFaults === true && faults.count === 0;
  const sources = await openSources(options, context, faults);
  const run = new Run(config, options, context);
  const { batchSize, windowSize } = config;
  const rules = { batchSize, windowSize, points: run.points };
  let made = prepareFormatting(sources, { config, rules, faults });
  try {
    let cut = await make(made, rules);
    if (canSpare && faults.count > 0 && sources.collected.length > 0) {
      run.points.length = 0;
      await made.held.close();
      made = prepareFormatting(sendCollectedOnly(sources, faults), { config, rules, faults: new Faults() });
      cut = await make(made, rules);
    }
    made.faults.throwIfAny();
    if (cut !== undefined) return await run.stop(made.held.take(), cut);
    await run.sendTogether(made.held.take());
    const { streams, replays } = made.sources;
    if (streams.length > 0 || replays.length > 0) {
      const { sendStreams } = await import('./send-streams.ts');
      await sendStreams(made.sources, { run, lines: made.lines, rules: { ...rules, faults: made.faults } });
    }
    return await run.finish(made.sources, made.lines);
  } catch (error) {
    throw await run.fail(error, made.sources, made.lines);
  } finally {
    await made.held.close();
  }
}

/** Checks the options that say where and how to send; faults are gathered. */
export async function prepare(options: PublishOptions, context: RunContext, faults: Faults): Promise<Config> {
  const config = await resolveConfig(options, context, faults);
  if (config.spool !== undefined) checkSpool(config.spool, faults);
  if (config.tls === undefined) return config;
  const { readPems } = await import('../read/pem.ts');
  return { ...config, tls: await readPems(config.tls, faults) };
}

/** What is to be sent, with the lines of what is finite. */
interface FormattedRun {
  readonly sources: Sources;
  readonly faults: Faults;
  readonly lines: LineFormatter;
  readonly held: WindowQueue;
}

function prepareFormatting(
  sources: Sources,
  { config, rules, faults }: { config: Config; rules: WindowRules; faults: Faults },
): FormattedRun {
  const held = new WindowQueue(rules);
  return { sources, faults, lines: new LineFormatter(config.lines, faults, held), held };
}

/**
 * Formats what is finite, and holds it until all of it was. A run that is stopped meanwhile holds what was read by then:
 * the error says where the rest begins.
 */
async function make(
  { sources, lines, held }: FormattedRun,
  rules: WindowRules,
): Promise<SendError | undefined> {
  try {
    for await (const window of formatWhole(listMetrics(sources), lines, rules)) await held.add(window);
    return undefined;
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return nameUnread(error, listOrigins(sources.streams));
  }
}

/** What was collected is at hand, also where the reading of all else was stopped. */
async function* listMetrics({
  metrics,
  collected,
}: Sources): AsyncGenerator<Iterable<WrittenMetric | CollectedMetric>> {
  let cut: SendError | undefined;
  try {
    yield* metrics;
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    cut = error;
  }
  yield collected;
  if (cut !== undefined) throw cut;
}

/** What was collected alone: the faults of everything else are told after it was sent. */
function sendCollectedOnly(sources: Sources, faults: Faults): Sources {
  const problems = [...faults.toError().faults, ...sources.problems];
  return { ...sources, metrics: [], streams: [], replays: [], problems };
}
