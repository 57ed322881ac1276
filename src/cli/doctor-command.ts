import { runDoctor } from '../doctor/run-doctor.ts';
import { Faults } from '../model/faults.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { Io } from './console.ts';
import { printError } from './print-error.ts';
import { type Flags, findContext, toOptions } from './to-options.ts';

/** Checks the path to Carbon and Graphite; returns the exit code: 1 if a check was bad, 2 for wrong options. */
export function runDoctorCommand(flags: Flags, io: Io): Promise<number> {
  const { console, env } = io;
  return untilStopped(async (signal) => {
    const faults = new Faults();
    const options = toOptions(flags, { ...io, faults });
    const context = await findContext(options, env);
    try {
      const isGood = await runDoctor(options, { context, faults, signal, print: console.out });
      return isGood ? 0 : 1;
    } catch (error) {
      return await printError(error, flags, console);
    }
  });
}
