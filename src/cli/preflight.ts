import { preflightCommand } from '../library/measure-command.ts';
import type { Faults } from '../model/faults.ts';
import type { Flags, Io } from './console.ts';
import { printError } from './print-error.ts';
import { refuseCommands } from './print-exact.ts';
import { findContext, readToken, toOptions } from './to-options.ts';

/**
 * Checks a later run without reading a file or sending anything. If something is wrong, prints it and returns an exit
 * code. `name` is what the command is called.
 */
export async function preflight(
  flags: Flags,
  given: Io & { readonly faults: Faults; readonly name: string },
): Promise<number | undefined> {
  const { console, env, faults, name } = given;
  const options = toOptions(flags, given);
  readToken(flags, { env, faults });
  for (const option of ['data', 'file'])
    if ((flags[option] as readonly string[] | undefined)?.includes('-'))
      faults.add({
        location: `--${option}`,
        rule: "standard input is the command's",
        value: '-',
        cure: 'Name a file.',
      });
  const onDryRun = (lines: string): void => {
    if (options.dryRun) refuseCommands(lines, { env, faults });
  };
  try {
    const context = await findContext(options, env);
    await preflightCommand({ name, options: { ...options, onDryRun } }, { ...context, faults });
    return undefined;
  } catch (error) {
    await printError(error, { flags, console });
    return 2;
  }
}
