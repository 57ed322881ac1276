import { createPaint, type Paint } from '../report/paint.ts';
import { toPrintable } from '../report/printable.ts';
import { drained } from '../util/drained.ts';

/** The command line's way to its streams: a CI system reads them too, so no outside content becomes a command. */
export interface Console {
  /** A line for the reader of the output. */
  out(message: string): void;
  /** A line for standard error. */
  err(message: string): void;
  /** What ended the run, for standard error: in red on a terminal. */
  error(message: string): void;
  /** What the user should know, for standard error: in yellow on a terminal. */
  warn(message: string): void;
  /** Exact text, for a program that reads the output. */
  exact(text: string): void;
  /** Resolves once both streams were read; undefined where they are already. */
  drained(): Promise<unknown> | undefined;
  /** What the output is. */
  readonly screen: Screen;
  /** Colours a text for standard error. */
  readonly paintError: Paint;
}

/** Where people read, and what it can show. */
export interface Screen {
  readonly isTerminal: boolean;
  /** Undefined where it is no terminal. */
  readonly columns: number | undefined;
  readonly hasColour: boolean;
}

/**
 * The process's streams; `output` is what is written to where standard output belongs to somebody else. A reader that goes
 * away (`| head`) ends the output, not the run.
 */
export function createConsole(env: NodeJS.ProcessEnv, output: NodeJS.WriteStream = process.stdout): Console {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`carbonclient: standard output cannot be written: ${error.message}\n`);
    process.exitCode ||= 1;
  });
  // There is nowhere to tell it.
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

/** Colour is for terminals, unless somebody asks for none (https://no-color.org). */
function readScreen(env: NodeJS.ProcessEnv, output: NodeJS.WriteStream): Screen {
  const { isTTY: isTerminal = false, columns } = output;
  const hasColour = isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return { isTerminal, columns, hasColour };
}
