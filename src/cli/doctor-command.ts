import { type Finding, formatFinding } from '../doctor/finding.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { Faults } from '../model/faults.ts';
import { createPaint, type Meaning } from '../report/paint.ts';
import { toPrintable } from '../report/printable.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { Flags, Io } from './console.ts';
import { printError } from './print-error.ts';
import { nameFlag } from './print-result.ts';
import { findContext, toOptions } from './to-options.ts';

const MEANINGS: Readonly<Record<Finding['state'], Meaning>> = { good: 'good', bad: 'bad', unknown: 'faint' };

/** Checks the path to Carbon and Graphite; returns the exit code: 1 if a check was bad, 2 for wrong options. */
export function runDoctorCommand(flags: Flags, io: Io): Promise<number> {
  const { console, env } = io;
  return untilStopped(async (signal) => {
    const faults = new Faults();
    const options = toOptions(flags, { ...io, faults });
    const context = { ...(await findContext(options, env)), faults };
    const paint = createPaint(console.screen.hasColour);
    const print = (finding: Finding): void => {
      if (flags['quiet'] === true && finding.state !== 'bad') return;
      console.exact(`${paint(MEANINGS[finding.state], toPrintable(nameFlag(formatFinding(finding))))}\n`);
    };
    try {
      const isGood = await runDoctor(options, { context, signal, print });
      return isGood ? 0 : 1;
    } catch (error) {
      return await printError(error, { flags, console });
    }
  });
}
