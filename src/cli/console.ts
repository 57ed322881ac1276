import { toPrintable } from '../report/printable.ts';

/** The command line's way to its streams: a CI system reads them too, so no outside content becomes a command. */
export interface Console {
  /** A line for the reader of standard output. */
  out(message: string): void;
  /** A line for standard error. */
  err(message: string): void;
  /** Exact text, for a program that reads standard output. */
  exact(text: string): void;
  /** What standard output is. */
  readonly screen: Screen;
}

/** Where people read, and what it can show. */
export interface Screen {
  readonly isTerminal: boolean;
  /** Undefined where it is no terminal. */
  readonly columns: number | undefined;
  readonly hasColour: boolean;
}

/** The process's streams. A reader that goes away (`| head`) ends the output, not the run. */
export function createConsole(env: NodeJS.ProcessEnv): Console {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    out: (message) => void process.stdout.write(`${toPrintable(message)}\n`),
    err: (message) => void process.stderr.write(`${toPrintable(message)}\n`),
    exact: (text) => void process.stdout.write(text),
    screen: readScreen(env),
  };
}

/** Colour is for terminals, unless somebody asks for none (https://no-color.org). */
function readScreen(env: NodeJS.ProcessEnv): Screen {
  const { isTTY: isTerminal = false, columns } = process.stdout;
  const hasColour = isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return { isTerminal, columns, hasColour };
}
