import type { Command } from 'commander';
import { quote } from '../model/errors.ts';

/** Adds a command with its own flags. `run` returns the exit code. */
export function addCommand(
  program: Command,
  { name, run }: { readonly name: string; readonly run: (command: Command) => Promise<number> },
): Command {
  const command: Command = program
    .command(name)
    .exitOverride()
    .allowExcessArguments()
    .action(async () => {
      refuseOptionsBefore(program, command);
      refuseMoreArguments(program, command);
      process.exitCode = await run(command);
    });
  return command;
}

/** An option before a command's name would be ignored. */
function refuseOptionsBefore(program: Command, command: Command): void {
  const [first] = Object.keys(program.opts());
  const option = program.options.find((one) => one.attributeName() === first);
  if (option !== undefined)
    program.error(`error: ${option.long} is before "${command.name()}"; options come after it`);
}

/** The shell splits a text without quotes, and expands a pattern to the files that match it. */
function refuseMoreArguments(program: Command, command: Command): void {
  const { args, registeredArguments: expected } = command;
  if (args.length <= expected.length || expected.some(({ variadic }) => variadic)) return;
  const name = command.name();
  const takes = expected.length === 0 ? 'only options and no arguments' : 'one argument';
  const quotes = expected.length === 0 ? '' : ' Put a text with blanks or wildcards in quotes.';
  const hint = args[0] === 'help' ? ` Write: carbonclient help ${name}.` : quotes;
  program.error(`error: ${name} takes ${takes}, got ${args.slice(0, 5).map(quote).join(' ')}.${hint}`);
}
