import type { Command } from 'commander';
import type { Flags } from './to-options.ts';

/** The commands that use only Graphite and send no metrics. */
export interface GraphiteCommands {
  trend(pattern: string, flags: Flags): Promise<void>;
  event(text: string, flags: Flags): Promise<void>;
  schema(flags: Flags): Promise<void>;
  dashboard(flags: Flags): Promise<void>;
}

/**
 * Adds the commands, each with its own flags. `refuseOptionsBefore` ends the run if an option is in front of the
 * command's name.
 */
export function addGraphiteCommands(
  program: Command,
  commands: GraphiteCommands,
  refuseOptionsBefore: (program: Command, command: Command) => void,
): void {
  const trend: Command = program
    .command('trend')
    .description('Prints the course of series in Graphite: the usual range, steps and drift.')
    .argument('<pattern>', 'a path; * is any part of a node, ** any nodes: "ci.acme.app.**"')
    .option('--history <span>', 'how far back: 90d, 12w or 2y (default: 90d)')
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .action((pattern: string) => {
      refuseOptionsBefore(program, trend);
      return commands.trend(pattern, trend.opts());
    });
  addAccess(trend);
  const event: Command = program
    .command('event')
    .description('Stores an event in Graphite, such as a deployment.')
    .argument('<text>', 'what happened')
    .option('--tag <name>', 'its kind (repeatable; default: deploy)', appendTo)
    .option('-s, --source <name>', 'what it is about (default: this host, or the CI repository)')
    .option('--data <text>', 'a further text, such as an address')
    .option('-t, --timestamp <time>', 'epoch seconds or ISO 8601 with a zone (default: now)')
    .option('-q, --quiet', 'print only errors')
    .exitOverride()
    .action((text: string) => {
      refuseOptionsBefore(program, event);
      return commands.event(text, event.opts());
    });
  addAccess(event);
  const schema: Command = program
    .command('schema')
    .description("Prints the blocks for carbon's storage-schemas.conf and storage-aggregation.conf.")
    .option('-g, --group <path>', 'the first nodes of the metrics (default: ci)')
    .option('--retentions <list>', 'slots and how long they are kept (default: 60s:7d,1h:5y)')
    .option('--series <count>', 'number of series for the disk space (default: 1000)')
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

/** The flags with the address of Graphite; the secrets are in the environment. */
function addAccess(command: Command): void {
  command
    .option('--graphite-url <url>', 'where graphite-web answers')
    .option('--graphite-user <name>', 'user; the secret is in GRAPHITE_PASSWORD or GRAPHITE_TOKEN');
}

function appendTo(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
