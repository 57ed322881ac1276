import type { Config } from '../options/config.ts';
import { parseStatus } from '../options/job-status.ts';
import type { Options } from '../options/options.ts';
import { formatServer } from '../options/parse-server.ts';
import { resolveConfig } from '../options/resolve.ts';
import type { RunContext } from '../options/run-context.ts';
import type { HistoryCheck } from './history-check.ts';
import { NetworkSender } from './network-sender.ts';
import type { Remarks } from './to-result.ts';
import type { WindowSender } from './window-sender.ts';

/** Checks the options for sending, and reads the certificates. Faults are collected. */
export async function prepare(options: Options, context: RunContext): Promise<Config> {
  const { faults } = context;
  const config = await resolveConfig(options, context);
  if (config.spool !== undefined) (await import('../spool/spool-folder.ts')).checkSpool(config.spool, faults);
  if (config.tls === undefined) return config;
  const { readPems } = await import('../read/pem.ts');
  return { ...config, tls: await readPems(config.tls, faults) };
}

/** The comparison of a run with its history. Most runs have none, so it is loaded on demand. */
export async function prepareCheck(
  { check, lines }: Config,
  { options, context }: { readonly options: Options; readonly context: RunContext },
): Promise<HistoryCheck | undefined> {
  if (check === undefined || context.isPreflight === true) return undefined;
  const { HistoryCheck } = await import('./history-check.ts');
  const status = parseStatus(options.jobStatus ?? '').status ?? context.jobStatus;
  const isJobSuccess = status === undefined ? undefined : status === 'success';
  return new HistoryCheck({ config: check, lines, nowMs: context.nowMs, isJobSuccess });
}

/** What sends the windows of a run. A dry run has its own implementation, which most runs do not need. */
export async function createSender(
  config: Config,
  run: { readonly options: Options; readonly context: RunContext; readonly remarks: Remarks },
): Promise<WindowSender> {
  const { signal = new AbortController().signal, onDryRun, onProgress } = run.options;
  if (config.dryRun) {
    const { DryRunSender } = await import('./dry-run-sender.ts');
    return new DryRunSender(config.servers.map(formatServer).join(', '), { signal, onDryRun });
  }
  // A connection delays its FIN for some milliseconds: enough to judge.
  const onWritten = (): void => void run.remarks.judge?.();
  return new NetworkSender(config, { signal, nowMs: run.context.nowMs, onProgress, onWritten });
}
