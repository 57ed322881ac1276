import { type CommandFacts, computeCommand } from '../collect/job/compute-job.ts';
import { parseSizes } from '../collect/sizes.ts';
import type { Collected } from '../model/collected.ts';
import { OPTIONS, type Options } from '../options/options.ts';
import type { RunContext } from '../options/run-context.ts';
import { publish } from '../publish/publish.ts';
import { startMeasuring } from './measure-runner.ts';

/** The measurement of a command that runs. */
export interface CommandMeasurement {
  /** What was collected, after the command ended. */
  end(exitCode: number): Promise<readonly Collected[]>;
}

/** Measures a command that starts now: its duration and outcome and, if the options say so, the runner. */
export async function measureCommand(name: string, options: Options): Promise<CommandMeasurement> {
  // The command's run has been checked by now.
  const runner = options.runnerMetrics ? await startMeasuring(options) : undefined;
  const isNamed = options.name !== undefined;
  const startedAtMs = performance.now();
  return {
    async end(exitCode) {
      const durationSeconds = Math.round(performance.now() - startedAtMs) / 1000;
      const command = collectCommand({ name, isNamed, durationSeconds, isSuccess: exitCode === 0 });
      if (runner === undefined) return [command];
      const { metrics, figures } = await runner.end();
      return [command, { metrics, figures: { runner: figures } }];
    },
  };
}

/**
 * Checks the run of a command before it starts, without reading a file or sending anything. A dry run's lines are given
 * to `onDryRun`. @throws {InputError} with every fault.
 */
export async function preflightCommand(
  { name, options }: { readonly name: string; readonly options: Options },
  context: RunContext,
): Promise<void> {
  const { sizes, ...others } = options;
  await parseSizes(sizes, context.faults);
  const noFiles = OPTIONS.flatMap(({ key, kind }) => (kind === 'files' ? [[key, []]] : []));
  const collect = async (): Promise<Collected> =>
    collectCommand({ name, isNamed: options.name !== undefined, durationSeconds: 0, isSuccess: true });
  await publish(
    { ...others, ...Object.fromEntries(noFiles), dryRun: true },
    { ...context, collect, isPreflight: true },
  );
}

function collectCommand(facts: CommandFacts): Collected {
  return { metrics: computeCommand(facts), figures: {} };
}
