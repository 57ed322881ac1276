import { Faults } from '../model/faults.ts';
import type { Point, Result } from '../model/result.ts';
import type { Config } from '../options/config.ts';
import { parseStatus } from '../options/job-status.ts';
import type { Options } from '../options/options.ts';
import { formatServer } from '../options/parse-server.ts';
import type { RunContext } from '../options/run-context.ts';
import { openSources } from '../read/open-sources.ts';
import { concludeFailure, concludeRun } from './conclude.ts';
import { DryRunSender } from './dry-run-sender.ts';
import { formatSources, prepareFormatting, takeWindows } from './format-sources.ts';
import type { HistoryCheck } from './history-check.ts';
import { NetworkSender } from './network-sender.ts';
import { prepare } from './prepare.ts';
import type { Remarks } from './to-result.ts';
import type { WindowSender } from './window-sender.ts';

/**
 * The use case: collects the metrics that the options name, formats them, sends them, and returns the result. Finite
 * input is checked as a whole before anything is sent, a stream window by window. @throws {InputError} with every
 * fault of the input. @throws {SendError} if the delivery failed. Both have the Result of what was done before.
 */
export async function publish(options: Options, context: RunContext): Promise<Result> {
  const faults = context.faults ?? new Faults();
  const config = await prepare(options, context, faults);
  const canSendCollectedOnly = context.sendsCollectedDespiteFaults === true && faults.count === 0;
  const collected = await context.collect?.(faults.blocking === 0);
  const sources = await openSources(options, { ...context, collected }, faults);
  const points: Point[] = [];
  const remarks: Remarks = { warnings: [], notices: [...(collected?.notices ?? [])] };
  const sender = createSender(config, options, { context, remarks });
  const rules = { batchSize: config.batchSize, windowSize: config.windowSize, points };
  const check = await prepareCheck(config, options, context);
  let formatted = prepareFormatting(sources, { config, rules, faults, check });
  try {
    const { run, stopped } = await formatSources(formatted, { canSendCollectedOnly });
    formatted = run;
    formatted.faults.throwIfAny();
    if (stopped !== undefined) {
      await sender.stop(takeWindows(formatted), stopped);
      throw stopped;
    }
    // After sending, Graphite would show this run's values among the earlier ones.
    remarks.judge = await check?.read(sender.signal);
    await sender.sendTogether(takeWindows(formatted));
    const { streams, replays } = formatted.sources;
    if (streams.length > 0 || replays.length > 0) {
      const { lines, faults: streamFaults } = formatted;
      const { addedBytes } = config.lines;
      const { sendStreams } = await import('./send-streams.ts');
      const streamRules = { ...rules, faults: streamFaults };
      await sendStreams(formatted.sources, { sender, lines, rules: streamRules, remarks, addedBytes });
    }
    return await concludeRun({ config, formatted, sender, points, remarks });
  } catch (error) {
    throw await concludeFailure(error, { config, formatted, sender, points, remarks });
  } finally {
    await Promise.all([formatted.named.close(), formatted.collected.close()]);
  }
}

/** Most runs have no check, so it is loaded on demand. */
async function prepareCheck(
  { check, lines }: Config,
  { jobStatus }: Options,
  context: RunContext,
): Promise<HistoryCheck | undefined> {
  if (check === undefined || context.isPreflight === true) return undefined;
  const { HistoryCheck } = await import('./history-check.ts');
  const status = parseStatus(jobStatus ?? '').status ?? context.jobStatus;
  const isJobSuccess = status === undefined ? undefined : status === 'success';
  return new HistoryCheck({ config: check, lines, nowMs: context.nowMs, isJobSuccess });
}

function createSender(
  config: Config,
  { signal = new AbortController().signal, onDryRun, onProgress }: Options,
  { context: { nowMs }, remarks }: { readonly context: RunContext; readonly remarks: Remarks },
): WindowSender {
  if (config.dryRun)
    return new DryRunSender(config.servers.map(formatServer).join(', '), { signal, onDryRun });
  // A connection delays its FIN for some milliseconds: enough to judge.
  const onWritten = (): void => void remarks.judge?.();
  return new NetworkSender(config, { signal, nowMs, onProgress, onWritten });
}
