import { InputError } from '../model/errors.ts';
import type { Console } from './console.ts';

/** In a job of GitHub Actions the streams are read for commands, and a path or a tag may hold one. */
export function refuseCommands(lines: string, env: NodeJS.ProcessEnv): void {
  const [command] = env['GITHUB_ACTIONS'] === 'true' ? (/^::.*|^.*##\[.*/m.exec(lines) ?? []) : [];
  if (command === undefined) return;
  const rule = 'a line with "::" at its start or "##[" is a command to the runner, and is not printed';
  throw new InputError([
    { location: '--dry-run', rule, value: command, cure: 'Give a group, or use --json.' },
  ]);
}

/** JSON in which no runner finds a command: a sign that can only stand in its texts is spelt out. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value).replaceAll('##', '#\\u0023')}\n`;
}

/**
 * Prints the exact lines of a dry run, and waits until they are read.
 * @throws {InputError} where a runner would take one of them for a command.
 */
export async function printExact(
  lines: string,
  { console, env }: { console: Console; env: NodeJS.ProcessEnv },
): Promise<void> {
  refuseCommands(lines, env);
  console.exact(lines);
  await console.drained();
}
