import * as core from '@actions/core';
import { toPrintable } from '../report/printable.ts';
import { drained } from '../util/drained.ts';

/** The only way to the log. Outside content in a message cannot become a workflow command. */
export const print = {
  info: (message: string): void => core.info(toPrintable(message)),
  notice: (message: string): void => core.notice(toPrintable(message)),
  warning: (message: string): void => core.warning(toPrintable(message)),
  /** Fails the step. */
  failed: (message: string): void => core.setFailed(toPrintable(message)),
  debug: (message: string): void => core.debug(toPrintable(message)),
};

/** Runs `body` with a printer for exact lines; the runner executes no command between them. */
export async function withExactLines<T>(
  body: (printExact: (lines: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  let token: string | undefined;
  try {
    return await body(async (lines) => {
      if (token === undefined) {
        token = makeToken();
        process.stdout.write(`::stop-commands::${token}\n`);
      }
      process.stdout.write(lines);
      await drained(process.stdout);
    });
  } finally {
    if (token !== undefined) process.stdout.write(`::${token}::\n`);
  }
}

/** Must not be guessable: a line with it would let the runner execute commands again. */
function makeToken(): string {
  return process.getBuiltinModule('node:crypto').randomUUID();
}
