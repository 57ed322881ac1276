import { Faults } from '../model/faults.ts';
import { checkNames } from '../options/check-names.ts';
import type { MeasureOptions } from '../options/library-options.ts';
import type { Options } from '../options/options.ts';
import { resolveSamplingTimes } from '../options/resolve.ts';
import { readWithVariables } from '../options/variables.ts';
import type { RunnerMeasurement } from '../sampler/runner-measurement.ts';
import { withLibraryNames } from './library-call.ts';

/**
 * Measures CPU, memory, disk and, on Linux, network of this machine until `end` is called. It runs inside this process
 * and does not keep it alive. Pass the result of `end` to `report`.
 * @throws {InputError} if a time is wrong.
 */
export async function measureRunner(options: MeasureOptions = {}): Promise<RunnerMeasurement> {
  return withLibraryNames(async (faults) => {
    checkNames(options, { of: 'MeasureOptions', faults });
    const { interval, slot } = options;
    const written = { runnerMetricsInterval: interval, runnerMetricsSlot: slot };
    const { options: times } = readWithVariables(written, {
      face: 'library',
      env: process.env,
      faults,
      isLeftOut: ({ library }) => library?.of !== 'MeasureOptions',
    });
    return startMeasuring(times, faults);
  });
}

/** Starts the same with options that were read. @throws {InputError} if they have faults. */
export async function startMeasuring(options: Options, faults = new Faults()): Promise<RunnerMeasurement> {
  const times = resolveSamplingTimes(options, faults);
  faults.throwIfAny();
  const { startMeasurement } = await import('../sampler/runner-measurement.ts');
  return startMeasurement(times, '.');
}
