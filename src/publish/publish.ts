import type { Result } from '../model/result.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/run-context.ts';
import { openSources } from '../read/open-sources.ts';
import { closeWindows, formatSources, prepareFormatting, takeWindows } from './format-sources.ts';
import { createSender, prepare, prepareCheck } from './prepare.ts';
import { type Remarks, type Run, toResult } from './to-result.ts';

/**
 * The use case: collects the metrics that the options name, formats them, sends them, and returns the result. Finite
 * input is checked as a whole before anything is sent, a stream window by window. @throws {InputError} with every
 * fault of the input. @throws {SendError} if the delivery failed. Both have the Result of what was done before.
 */
export async function publish(options: Options, context: RunContext): Promise<Result> {
  const { faults } = context;
  const config = await prepare(options, context);
  const canSendCollectedOnly = context.sendsCollectedDespiteFaults === true && faults.count === 0;
  const collected = await context.collect?.(faults.blocking === 0);
  const sources = await openSources(options, { ...context, collected });
  const remarks: Remarks = { warnings: [], notices: [...(collected?.notices ?? [])] };
  const sender = await createSender(config, { options, context, remarks });
  const check = await prepareCheck(config, { options, context });
  let run: Run = {
    config,
    sender,
    remarks,
    formatted: prepareFormatting(sources, { config, faults, check }),
  };
  try {
    const { formatted, stopped } = await formatSources(run.formatted, { canSendCollectedOnly });
    run = { ...run, formatted };
    formatted.faults.throwIfAny();
    if (stopped !== undefined) {
      await sender.stop(takeWindows(formatted), stopped);
      throw stopped;
    }
    // After sending, Graphite would show this run's values among the earlier ones.
    remarks.judge = await check?.read(formatted.sources, sender.signal);
    await sender.sendTogether(takeWindows(formatted));
    const { streams, replays } = formatted.sources;
    if (streams.length > 0 || replays.length > 0) {
      const { sendStreams } = await import('./send-streams.ts');
      await sendStreams(run);
    }
    return await concludeRun(run);
  } catch (error) {
    const { concludeFailure } = await import('./conclude.ts');
    throw await concludeFailure(error, run);
  } finally {
    await closeWindows(run.formatted);
  }
}

/**
 * The Result of a run that no error stopped. @throws {SendError} if a window failed. @throws {InputError} if there
 * was nothing to send, or if a report that must fail the run has a problem.
 */
async function concludeRun(run: Run): Promise<Result> {
  const { sender } = run;
  await sender.end();
  if (sender.failure !== undefined) throw sender.failure;
  if (sender.linesMade > 0 && run.formatted.sources.problems.length === 0)
    return toResult(run, { delivery: sender.state, spoolProblem: sender.spoolFailure?.message });
  return (await import('./conclude.ts')).concludeIncomplete(run);
}
