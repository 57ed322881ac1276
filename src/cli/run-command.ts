import { basename } from 'node:path';
import { measureCommand } from '../library/measure-command.ts';
import { Faults } from '../model/faults.ts';
import { createConsole, type FlaggedIo } from './console.ts';
import { preflight } from './preflight.ts';
import { NAMED_BY_FAIL_ON, runPublish } from './publish-command.ts';
import { startCommand } from './spawn-command.ts';
import { toOptions } from './to-options.ts';

/**
 * Runs a command, and sends its result with everything else that the flags name. Returns the command's exit code,
 * whatever happens to the delivery. Standard output belongs to the command. Wrong flags are reported before it
 * starts.
 */
export async function runCommand(
  command: readonly string[],
  { flags, env }: Pick<FlaggedIo, 'flags' | 'env'>,
): Promise<number> {
  const console = createConsole(env, process.stderr);
  const faults = new Faults();
  const options = toOptions(flags, { console, env, faults: new Faults() });
  const name = options.name ?? nameProgram(command);
  if (options.name?.trim() === '')
    faults.add({ location: 'name', rule: 'it is empty', cure: "Leave it out for the program's name." });
  const wrong = await preflight(flags, { console, env, faults, name });
  if (wrong !== undefined) {
    console.err('The command was not run.');
    return wrong;
  }

  const measurement = await measureCommand(name, options);
  const { ended, stopping } = startCommand(command);
  const end = await ended;
  const collected = await measurement.end(end.exitCode);
  try {
    if ('problem' in end) {
      console.err(`carbonclient: ${end.problem}`);
      return end.exitCode;
    }
    const { exitCode } = end;
    const jobStatus = exitCode === 0 ? 'success' : 'failure';
    const delivered = await runPublish(flags, { console, env, collected, stopping, jobStatus });
    const countsDelivery = options.failOnError === true || delivered === NAMED_BY_FAIL_ON;
    return exitCode === 0 && countsDelivery ? delivered : exitCode;
  } catch (error) {
    // A defect of carbonclient must not change the command's result.
    console.err(error instanceof Error ? String(error.stack) : String(error));
    return end.exitCode;
  } finally {
    stopping.end();
  }
}

/** The name of the command without its arguments, which may be secret. */
function nameProgram([program = '']: readonly string[]): string {
  return basename(program).replace(/\.(?:bat|cmd|com|exe|ps1)$/i, '');
}
