import type { Command } from 'commander';
import type { Flags } from './program.ts';

/** The commands that are for Graphite itself and send no metrics. */
export interface GraphiteCommands {
  schema(flags: Flags): Promise<void>;
  dashboard(flags: Flags): Promise<void>;
}

/** Adds the commands, each with flags of its own. `refuseOptionsBefore` ends the run where one is in front of its name. */
export function addGraphiteCommands(
  program: Command,
  commands: GraphiteCommands,
  refuseOptionsBefore: (program: Command, command: Command) => void,
): void {
  const schema: Command = program
    .command('schema')
    .description("Prints the blocks for carbon's storage-schemas.conf and storage-aggregation.conf.")
    .option('-g, --group <path>', 'the first nodes of the metrics (default: ci)')
    .option('--retentions <list>', 'slots and how long they are kept (default: 60s:7d,1h:5y)')
    .option('--series <count>', 'how many series to compute the disk for (default: 1000)')
    .exitOverride()
    .action(() => {
      refuseOptionsBefore(program, schema);
      return commands.schema(schema.opts());
    });
  const dashboard: Command = program
    .command('dashboard')
    .description('Prints a Grafana dashboard for what the action sends.')
    .option('-g, --group <path>', 'the first nodes of the metrics (default: ci)')
    .option('--title <text>', 'its title (default: CI)')
    .exitOverride()
    .action(() => {
      refuseOptionsBefore(program, dashboard);
      return commands.dashboard(dashboard.opts());
    });
}
