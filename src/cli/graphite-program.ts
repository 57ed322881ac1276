import type { Command } from 'commander';
import { addCommand } from './add-command.ts';
import type { Flags } from './console.ts';
import { appendTo } from './program-options.ts';

/** The commands that use only Graphite and send no metrics; each resolves to its exit code. */
export interface GraphiteCommands {
  trend(pattern: string, flags: Flags): Promise<number>;
  event(text: string, flags: Flags): Promise<number>;
  schema(flags: Flags): Promise<number>;
  dashboard(flags: Flags): Promise<number>;
}

/** Adds the commands. */
export function addGraphiteCommands(program: Command, commands: GraphiteCommands): void {
  const trend = addCommand(program, {
    name: 'trend',
    run: (command) => commands.trend(command.args[0] ?? '', command.opts()),
  })
    .description('Prints the course of series in Graphite: the usual range, steps and drift.')
    .argument('<pattern>', 'a path; * is any part of a node, ** any nodes: "ci.acme.app.**"')
    .option('--history <span>', 'how far back: 90d, 12w or 2y (default: 90d)')
    .option('--json', 'print the result as JSON');
  addAccess(trend);
  const event = addCommand(program, {
    name: 'event',
    run: (command) => commands.event(command.args[0] ?? '', command.opts()),
  })
    .description('Stores an event in Graphite, such as a deployment.')
    .argument('<text>', 'what happened')
    .option('--tag <name>', 'its kind (repeatable; default: deploy)', appendTo)
    .option('-s, --source <name>', 'what it is about (default: this host, or the CI repository)')
    .option('--data <text>', 'a further text, such as an address')
    .option('-t, --timestamp <time>', 'epoch seconds or ISO 8601 with a zone (default: now)')
    .option('-q, --quiet', 'print only errors');
  addAccess(event);
  addCommand(program, { name: 'schema', run: (command) => commands.schema(command.opts()) })
    .description("Prints the blocks for carbon's storage-schemas.conf and storage-aggregation.conf.")
    .option('-g, --group <path>', 'the first nodes of the metrics (default: ci)')
    .option('--retentions <list>', 'slots and how long they are kept (default: 60s:7d,1h:5y)')
    .option('--series <count>', 'number of series for the disk space (default: 1000)');
  addCommand(program, { name: 'dashboard', run: (command) => commands.dashboard(command.opts()) })
    .description('Prints a Grafana dashboard for what the action sends.')
    .option('-g, --group <path>', 'the first nodes of the metrics (default: ci)')
    .option('--title <text>', 'its title (default: CI)');
}

/** The flags with the address of Graphite; the secrets are in the environment. */
function addAccess(command: Command): void {
  command
    .option('--graphite-url <url>', 'where graphite-web answers')
    .option('--graphite-user <name>', 'user; the secret is in GRAPHITE_PASSWORD or GRAPHITE_TOKEN');
}
