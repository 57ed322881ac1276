import { constants } from 'node:os';
import spawn from 'cross-spawn';
import { quote } from '../errors.ts';

/** How a command ended, or why it never began, with the exit codes that shells use. */
export type Ended = { readonly exitCode: number } | { readonly exitCode: number; readonly problem: string };

/** What shells end with: for a command that cannot be started, for one that is not there, and beside a signal's number. */
const NOT_STARTED = 126;
const NOT_FOUND = 127;
const BY_SIGNAL = 128;
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a command without a shell, on this process's own streams, and hands every signal on to it. Never fails. */
export function spawnCommand([program = '', ...args]: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    // Windows has programs that are scripts, npm for one, which Node by itself does not start.
    const child = spawn(program, args, { stdio: 'inherit' });
    const forward = (signal: NodeJS.Signals): void => {
      // Who presses Ctrl-C in a terminal sends it to every process there.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const end = (ended: Ended): void => {
      for (const signal of FORWARDED) process.removeListener(signal, forward);
      resolve(ended);
    };
    for (const signal of FORWARDED) process.on(signal, forward);
    child.once('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT';
      const cure = isMissing ? 'It is not there; is it installed, and in the PATH?' : `${error.message}.`;
      end({
        exitCode: isMissing ? NOT_FOUND : NOT_STARTED,
        problem: `cannot run ${quote(program)}. ${cure} Nothing was sent.`,
      });
    });
    child.once('close', (code, signal) => {
      end({ exitCode: code ?? BY_SIGNAL + (signal === null ? 0 : constants.signals[signal]) });
    });
  });
}
