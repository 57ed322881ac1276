import { InputError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Io } from './console.ts';

/** GitHub Actions reads the streams for commands, and a path or a tag may contain one. */
export function refuseCommands(
  lines: string,
  { env, faults }: { readonly env: NodeJS.ProcessEnv; readonly faults: Faults },
): void {
  const [command] = env['GITHUB_ACTIONS'] === 'true' ? (/^::.*|^.*##\[.*/m.exec(lines) ?? []) : [];
  if (command === undefined) return;
  const rule = 'a line with "::" at its start or "##[" is a command to the runner, and is not printed';
  const fault = { location: 'dry-run', rule, value: command, cure: 'Give a group, or use --json.' };
  throw new InputError([faults.withOrigin(fault)]);
}

/** JSON in which a runner finds no command: characters that occur only in its strings are escaped. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value).replaceAll('##', '#\\u0023')}\n`;
}

/**
 * Prints the exact lines of a dry run, and waits until they are read. @throws {InputError} if a runner would execute
 * one of them as a command.
 */
export async function printExact(
  lines: string,
  { console, env, faults }: Io & { readonly faults: Faults },
): Promise<void> {
  refuseCommands(lines, { env, faults });
  console.exact(lines);
  await console.drained();
}
