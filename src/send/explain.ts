import { SendError } from '../errors.ts';

const MEANING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection: nothing listens there. Check host and port, and that Carbon runs.',
  ECONNRESET: 'reset the connection before everything was confirmed.',
  EPIPE: 'closed the connection while metrics were being written.',
  ENOTFOUND: 'is not known: the host name has no address. Check its spelling and the DNS of this machine.',
  EAI_AGAIN: 'could not be looked up: the name server gave no answer.',
  EHOSTUNREACH: 'cannot be reached: no route, or a firewall answers for it.',
  ENETUNREACH: 'cannot be reached: this machine has no network to it.',
  EACCES: 'may not be reached from here: a firewall or policy forbids it.',
  EADDRNOTAVAIL: 'cannot be reached: this machine has no address to reach it from.',
  ETIMEDOUT: 'did not answer in time.',
};

/** A system error of a connection as a {@link SendError} that says what it means. `server` is `host:port`. */
export function explainSocketError(error: NodeJS.ErrnoException, server: string): SendError {
  const first = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error;
  const code = error.code ?? first.code;
  const meaning = (code === undefined ? undefined : MEANING[code]) ?? `failed: ${first.message}`;
  const suffix = code === undefined ? '' : ` (${code})`;
  return new SendError(`${server} ${meaning}${suffix}`, { retryable: true, code, cause: error });
}
