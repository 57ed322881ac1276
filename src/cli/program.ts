import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { quote } from '../model/errors.ts';
import type { OptionSpec } from '../options/options.ts';
import type { Paint } from '../report/paint.ts';
import { toPrintable } from '../report/printable.ts';
import { suggestName } from '../util/suggest-name.ts';
import { addCommand } from './add-command.ts';
import type { Flags } from './console.ts';
import { addGraphiteCommands, type GraphiteCommands } from './graphite-program.ts';
import { addOptions } from './program-options.ts';

/** The version of this package; a test compares it with package.json. */
export const VERSION = '1.0.0';

/** The commands; each resolves to its exit code. */
export interface Commands extends GraphiteCommands {
  publish(flags: Flags): Promise<number>;
  check(flags: Flags): Promise<number>;
  run(flags: Flags, command: readonly string[]): Promise<number>;
  doctor(flags: Flags): Promise<number>;
  listen(flags: Flags): Promise<number>;
  demo(): Promise<number>;
}

const EXAMPLES = `
Examples:
  carbonclient -m filesystem._root -v 53
  carbonclient -c carbon.example.com -g production -s web1 -m df_root -v 53
  carbonclient -g production --data metrics.yaml
  carbonclient --file lines.txt
  carbonclient -g ci --junit "reports/**/*.xml" --coverage lcov.info --size bundle=dist
  carbonclient run -g ci --runner-metrics -- npm test
  carbonclient check -g ci --size bundle=dist --graphite-url https://graphite.example.com
  carbonclient listen --port 2003

Exit codes: 0 delivered, 1 not delivered, 2 wrong usage or bad input, 3 what --fail-on
names; run ends as its command does.`;

/** The parser of the command line, made from the table of options. */
export function createProgram(commands: Commands, paint: Paint = (_, text) => text): Command {
  const program = new Command('carbonclient')
    .description('Sends metrics to Carbon (Graphite) and says whether they arrived.')
    .usage('[options]  |  run|check|doctor|trend|event|schema|dashboard|listen|demo [--help]')
    .enablePositionalOptions()
    .argument('[arguments...]')
    .configureHelp({ helpWidth: 100, visibleCommands: () => [] })
    .addHelpText('after', EXAMPLES)
    // Its message quotes the argument, which may be a branch's name.
    .configureOutput({
      outputError: (message, write) => write(`${paint('bad', toPrintable(message.trimEnd()))}\n`),
    })
    .exitOverride();
  addOptions(program, isForSending);
  program
    .option('--json', 'print the result as JSON')
    .version(VERSION, '-V, --version', 'print the version')
    .action(async () => {
      if (answerWord(program)) return;
      refuseArguments(program);
      process.exitCode = await commands.publish(program.opts());
    });
  addSubcommands(program, commands);
  return program;
}

/** `help` and `version`, also `help run`, are what people try first. */
function answerWord(program: Command): boolean {
  const [word, of, ...others] = program.args;
  if (others.length > 0 || Object.keys(program.opts()).length > 0) return false;
  const command = program.commands.find((one) => one.name() === of);
  if (word === 'help' && (of === undefined || command !== undefined)) (command ?? program).outputHelp();
  else if (word === 'version' && of === undefined) program.configureOutput().writeOut?.(`${VERSION}\n`);
  else return false;
  return true;
}

/** There are no arguments: an argument is usually a glob that the shell has expanded, or a misspelt command. */
function refuseArguments(program: Command): void {
  const { args } = program;
  const [first, second] = args[0] === 'help' && args.length === 2 ? args.slice(1) : args;
  if (first === undefined) return;
  const isMetric = second !== undefined && /^[+-]?[\d.]+$/.test(second);
  const names = [...program.commands.map((one) => one.name()), 'help', 'version'];
  const hint = isMetric
    ? 'For one metric write: carbonclient -m <path> -v <number>.'
    : names.includes(first)
      ? `Write only: carbonclient ${first}.`
      : (suggestName(first, names) ?? 'Did the shell expand a glob? Put it in quotes.');
  program.error(
    `error: there are only options and no arguments, got ${quote(first)}. ${hint} Usage: carbonclient --help`,
  );
}

function addSubcommands(program: Command, commands: Commands): void {
  const run = addCommand(program, {
    name: 'run',
    run: (command) => commands.run(command.opts(), command.args),
  })
    .description(
      'Runs a command and sends its duration and success, with everything that the options name. Exits like the command.',
    )
    .usage('[options] -- command [arguments...]')
    .argument('<command...>')
    .passThroughOptions();
  addOptions(run, () => true);
  const check = addCommand(program, {
    name: 'check',
    run: (command) => commands.check(command.opts()),
  }).description(
    'Compares what the options name with its history in Graphite, and sends nothing. Exits with 3 for what --fail-on names.',
  );
  addOptions(check, isForSending);
  check.option('--json', 'print the result as JSON');
  const doctor = addCommand(program, {
    name: 'doctor',
    run: (command) => commands.doctor(command.opts()),
  }).description(
    'Checks the path to Carbon and Graphite, a line per check with its cure, and stores one point of <group>.carbon_action.probe. Exits with 1 if a check was bad.',
  );
  addOptions(doctor, isForSending);
  addCommand(program, { name: 'listen', run: (command) => commands.listen(command.opts()) })
    .description('Receives lines and prints them, for trials and debugging.')
    .option('-p, --port <port>', 'port to listen on; 0 is any free one', parsePort, 2003)
    .addOption(new Option('--host <address>', 'address to listen on').default('127.0.0.1', '127.0.0.1'));
  addCommand(program, { name: 'demo', run: () => commands.demo() }).description(
    'Plays a small CI job against an embedded Carbon that is down, restarts and is back. Sends nothing elsewhere.',
  );
  addGraphiteCommands(program, commands);
}

/** The options of every command that sends, without those of `run` alone. */
function isForSending({ cli }: OptionSpec): boolean {
  return cli?.isForRun !== true;
}

/** The exit code if an error is the parser's way to exit; undefined for any other error. */
export function exitCodeOf(error: unknown): number | undefined {
  if (!(error instanceof CommanderError)) return undefined;
  return error.exitCode === 0 ? 0 : 2;
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('It is a whole number from 0 to 65535.');
}
