import type { Command } from 'commander';

/** Adds a command with its own flags. `run` returns the exit code. */
export function addCommand(
  program: Command,
  name: string,
  run: (command: Command) => Promise<number>,
): Command {
  const command: Command = program
    .command(name)
    .exitOverride()
    .action(async () => {
      refuseOptionsBefore(program, command);
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
