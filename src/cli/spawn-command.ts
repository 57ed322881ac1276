import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import spawn from 'cross-spawn';
import { quote } from '../model/errors.ts';
import { type Stopping, stopOnSignal } from '../util/stop-on-signal.ts';

/** How a command ended, or why it did not start, with the exit codes that shells use. */
type Ended = { readonly exitCode: number } | { readonly exitCode: number; readonly problem: string };

/** A running command. While it runs, signals are for the command; later signals stop this process's work. */
interface RunningCommand {
  /** Never rejects. */
  readonly ended: Promise<Ended>;
  readonly stopping: Stopping;
}

/** The exit codes of shells: command cannot be started, command not found, and the base of a signal's number. */
const NOT_STARTED = 126;
const NOT_FOUND = 127;
const BY_SIGNAL = 128;
/** Signals that are for the command only. */
const OWN_SIGNALS = ['SIGUSR1', 'SIGUSR2'] as const;
/** Signals of a terminal's keys, which every process of the terminal receives. */
const KEYS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT', 'SIGBREAK'];

/** Starts a command without a shell, on this process's own streams. */
export function startCommand([program = '', ...args]: readonly string[]): RunningCommand {
  let child: ChildProcess | undefined;
  const isInTerminal = [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
  const passOn = (name: NodeJS.Signals): boolean => {
    if (child !== undefined && (!isInTerminal || !KEYS.includes(name))) child.kill(name);
    return child !== undefined;
  };
  for (const name of OWN_SIGNALS) process.on(name, passOn);
  const stopping = stopOnSignal(passOn);

  const ended = new Promise<Ended>((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      child = undefined;
      resolve(explain(program, error));
    };
    try {
      // Windows has programs that are scripts, such as npm, which Node does not start directly.
      child = spawn(program, args, { stdio: 'inherit' });
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
      return;
    }
    child.on('error', (error: NodeJS.ErrnoException) => {
      // A command that has just ended cannot be signalled. On Windows, a missing program is only known when the shell
      // that should have started it ends.
      if (error.syscall !== 'kill') fail(error);
    });
    child.once('close', (code, signal) => {
      child = undefined;
      resolve({ exitCode: code ?? BY_SIGNAL + (signal === null ? 0 : constants.signals[signal]) });
    });
  });
  return { ended, stopping };
}

function explain(program: string, error: NodeJS.ErrnoException): Ended {
  const cause = program === '' ? 'It is empty; is a variable not set?' : explainCode(error);
  return {
    exitCode: error.code === 'ENOENT' ? NOT_FOUND : NOT_STARTED,
    problem: `cannot run ${quote(program)}. ${cause} Nothing was sent.`,
  };
}

function explainCode({ code, errno, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'It is not in the PATH, or the program in its first line is missing.';
  // Node runs such a script with a shell on Linux, but not on macOS. Older versions of it have no name for the error.
  if (errno === -constants.errno.ENOEXEC)
    return 'A script needs a first line that names its program: #!/bin/sh.';
  return `${message}.`;
}
