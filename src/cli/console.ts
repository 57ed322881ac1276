import { createPaint, type Paint } from '../report/paint.ts';
import { toPrintable } from '../report/printable.ts';
import { drained } from '../util/drained.ts';

/** The streams of the command line. A CI system reads them too, so outside content cannot become a command. */
export interface Console {
  /** A line for standard output. */
  out(message: string): void;
  /** A line for standard error. */
  err(message: string): void;
  /** What ended the run, for standard error: in red, if there are colours. */
  error(message: string): void;
  /** What the user should know, for standard error: in yellow, if there are colours. */
  warn(message: string): void;
  /** Exact text, for a program that reads the output. */
  exact(text: string): void;
  /** Resolves when both streams were read; undefined if they already are. */
  drained(): Promise<unknown> | undefined;
  /** The stream of the output. */
  readonly screen: Screen;
  /** Colours a text for standard error. */
  readonly paintError: Paint;
}

/** What a command uses besides its flags. */
export interface Io {
  readonly console: Console;
  readonly env: NodeJS.ProcessEnv;
}

/** What a command uses, and its flags. */
export interface FlaggedIo extends Io {
  readonly flags: Flags;
}

/** The parser's result, by the options' long names in camel case. Everything is text except switches. */
export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The terminal and what it can show. */
interface Screen {
  readonly isTerminal: boolean;
  /** Undefined if it is not a terminal. */
  readonly columns: number | undefined;
  readonly hasColour: boolean;
}

/**
 * The process's streams. `output` replaces standard output if that belongs to another program. A reader that closes
 * it (`| head`) ends the output and not the run.
 */
export function createConsole(env: NodeJS.ProcessEnv, output: NodeJS.WriteStream = process.stdout): Console {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`carbonclient: standard output cannot be written: ${error.message}\n`);
    process.exitCode ||= 1;
  });
  // There is no stream left to report it.
  process.stderr.on('error', () => {});
  const paint = createPaint(readScreen(env, process.stderr).hasColour);
  const err = (message: string): void => void process.stderr.write(`${message}\n`);
  return {
    out: (message) => void output.write(`${toPrintable(message)}\n`),
    err: (message) => err(toPrintable(message)),
    error: (message) => err(paint('bad', toPrintable(message))),
    warn: (message) => err(paint('warning', toPrintable(message))),
    exact: (text) => void output.write(text),
    drained: () => drained(output) ?? drained(process.stderr),
    screen: readScreen(env, output),
    paintError: paint,
  };
}

function readScreen(env: NodeJS.ProcessEnv, output: NodeJS.WriteStream): Screen {
  const { isTTY: isTerminal = false, columns } = output;
  return { isTerminal, columns, hasColour: findColour(env, isTerminal) };
}

/**
 * Whether to print colours: on a terminal that has them, unless the environment decides. As in Node, FORCE_COLOR comes
 * before NO_COLOR (https://no-color.org). An empty variable decides nothing.
 */
export function findColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force = '', NO_COLOR: no = '', CLICOLOR_FORCE: bsdForce = '' } = env;
  if (force !== '') return force !== '0' && force !== 'false';
  if (no !== '') return false;
  if (bsdForce !== '' && bsdForce !== '0') return true;
  return isTerminal && env['TERM'] !== 'dumb';
}
