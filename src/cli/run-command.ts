import { parse } from 'node:path';
import { computeCommand } from '../collect/job/compute-command.ts';
import { resolveSamplingTimes, type SamplingTimes } from '../collect/runner/sampling-times.ts';
import type { Collected } from '../config/publish-options.ts';
import { Faults } from '../faults.ts';
import type { RunnerMeasurement } from '../sampler/measure-runner.ts';
import { createConsole } from './console.ts';
import type { Flags } from './program.ts';
import { checkFlags, runPublish } from './publish-command.ts';
import { spawnCommand } from './spawn-command.ts';

/**
 * Runs a command, and sends how it went with whatever else the flags name; returns the command's exit code. Standard output
 * is the command's alone. What is wrong with the flags is told before it starts.
 */
export async function runCommand(
  flags: Flags,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const console = createConsole(env, process.stderr);
  const faults = new Faults();
  const times = flags['runnerMetrics'] === true ? resolveTimes(flags, faults) : undefined;
  const wrong = await checkFlags(flags, { console, env, faults });
  if (wrong !== undefined) {
    console.err('The command was not run.');
    return wrong;
  }

  const measurement = await startMeasurement(times);
  const startedAtMs = performance.now();
  const ended = await spawnCommand(command);
  const durationSeconds = Math.round(performance.now() - startedAtMs) / 1000;
  if ('problem' in ended) {
    console.err(`carbonclient: ${ended.problem}`);
    return ended.exitCode;
  }
  const { exitCode } = ended;
  const name = typeof flags['name'] === 'string' ? flags['name'] : parse(command[0] ?? '').name;
  const metrics = computeCommand({ name, durationSeconds, isSuccess: exitCode === 0 });
  const collected = [{ metrics, figures: {} }, ...(await endMeasurement(measurement))];
  const delivered = await runPublish(flags, { console, env }, collected);
  return exitCode === 0 && flags['failOnError'] === true ? delivered : exitCode;
}

function resolveTimes(flags: Flags, faults: Faults): SamplingTimes {
  return resolveSamplingTimes(
    {
      interval: { name: 'runner-metrics-interval', written: flags['runnerMetricsInterval'] },
      slot: { name: 'runner-metrics-slot', written: flags['runnerMetricsSlot'] },
    },
    faults,
  );
}

/** Most runs measure nothing, and need not load what measures. */
async function startMeasurement(times: SamplingTimes | undefined): Promise<RunnerMeasurement | undefined> {
  if (times === undefined) return undefined;
  const { startMeasurement: start } = await import('../sampler/measure-runner.ts');
  return start(times, process.cwd());
}

async function endMeasurement(measurement: RunnerMeasurement | undefined): Promise<Collected[]> {
  if (measurement === undefined) return [];
  const { metrics, figures } = await measurement.end();
  return [{ metrics, figures: { runner: figures } }];
}
