import { parseSizes } from '../collect/sizes.ts';
import type { Collected } from '../model/collected.ts';
import { CarbonError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { publish } from '../publish/publish.ts';
import { readToken } from './ask-github.ts';
import type { Console } from './console.ts';
import { refuseCommands } from './exact.ts';
import { findContext } from './find-context.ts';
import { printError } from './print-result.ts';
import type { Flags } from './program.ts';
import { toOptions } from './to-options.ts';

/**
 * Checks a later run without reading a file or sending anything. If something is wrong, prints it and returns an exit
 * code. `collected` is what the run will have collected.
 */
export async function preflight(
  flags: Flags,
  given: { console: Console; env: NodeJS.ProcessEnv; faults: Faults; collected: Collected },
): Promise<number | undefined> {
  const { console, env, faults, collected } = given;
  const { sizes, ...options } = toOptions(flags, given);
  readToken(flags, { env, faults });
  for (const option of ['data', 'file'])
    if ((flags[option] as readonly string[] | undefined)?.includes('-'))
      faults.add({
        location: `--${option}`,
        rule: "standard input is the command's",
        value: '-',
        cure: 'Name a file.',
      });
  await parseSizes(sizes, 'sizes', faults);
  const nothing = { dataFile: [], file: [], replay: [], junit: [], coverage: [] };
  try {
    await publish(
      {
        ...options,
        ...nothing,
        dryRun: true,
        onDryRun: (lines: string) => options.dryRun && refuseCommands(lines, env),
      },
      { ...(await findContext(options, env)), faults, collected, isPreflight: true },
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    await printError(error, flags, console);
    return 2;
  }
}
