import { type Command, Option } from 'commander';
import { defaultOf, listOptions, type OptionSpec } from '../options/options.ts';

const RARE = 'Options that few runs need:';

/** The kinds that may be given several times. */
const REPEATABLE: ReadonlySet<string> = new Set(['files', 'tags', 'sizes']);

/** The options of a command that sends. */
export function addOptions(command: Command, isIts: (spec: OptionSpec) => boolean): void {
  for (const spec of listOptions('cli'))
    if ((spec.cli?.variable === undefined || spec.cli.argument !== undefined) && isIts(spec))
      command.addOption(toOption(spec, command));
  command
    .option('-q, --quiet', 'print only errors and warnings')
    .option('-d, --debug', 'print the lines and the causes of errors')
    .helpOption('-h, --help', 'print this help')
    .option('--help-all', 'print all options, also those that few runs need')
    .on('option:help-all', () => showAll(command));
}

function toOption(spec: OptionSpec, command: Command): Option {
  const { name, kind, help, cli } = spec;
  const long = cli?.option ?? name;
  const short = cli?.short === undefined ? '' : `-${cli.short}, `;
  const argument = cli?.argument === undefined ? '' : ` ${cli.argument}`;
  const written = kind === 'boolean' ? undefined : defaultOf(spec, 'cli');
  const fallback = written === undefined ? '' : ` (default: ${written})`;
  const option = new Option(`${short}--${long}${argument}`, `${cli?.help ?? help}${fallback}`);
  if (REPEATABLE.has(kind)) option.argParser(appendTo);
  else if (spec.names !== undefined)
    option.argParser((value, before) => takeOnce(value, { before, option, command }));
  return cli?.isRare ? option.helpGroup(RARE).hideHelp() : option;
}

function showAll(command: Command): never {
  for (const option of command.options) option.hidden = false;
  return command.help();
}

/**
 * An option that names what is sent may be given once, so that nothing is dropped silently. Of the other options the
 * last one counts, because a script may add it.
 */
function takeOnce(
  value: string,
  { before, option, command }: { before: unknown; option: Option; command: Command },
): string {
  if (before !== undefined) command.error(`error: ${option.long} is given twice. Keep one of them.`);
  return value;
}

/** Parses an option that may be given several times. */
export function appendTo(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
