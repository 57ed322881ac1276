import { ADDRCONFIG, type LookupAddress, lookup } from 'node:dns';
import { SendError } from '../model/errors.ts';
import { orAbort } from '../util/abort.ts';
import { startDeadline } from '../util/deadline.ts';
import { canEndDespiteLookUp } from '../util/end-despite-look-up.ts';
import { explainSocketError } from './explain.ts';

/** What a DNS lookup needs to know. */
export interface LookUpRules {
  /** `host:port`, for messages. */
  readonly server: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/**
 * Finds the addresses of a name with the system's resolver. It runs one lookup at a time: a lookup cannot be
 * interrupted, and each blocks a thread that file access also needs. @throws {SendError}
 */
export type LookUp = (rules: LookUpRules) => Promise<readonly LookupAddress[]>;

/** Creates the lookup of one name. `find` does the work. */
export function createLookUp(host: string, find: Find = chooseFind()): LookUp {
  let pending: Promise<readonly LookupAddress[]> | undefined;
  return async ({ server, limitMs, signal }) => {
    const search = new AbortController();
    pending ??= find(host, search.signal).finally(() => {
      pending = undefined;
    });
    // The lookup may still run when no caller waits for it.
    pending.catch(() => {});
    const toReason = (): SendError => {
      const message = `${server} could not be looked up within ${limitMs / 1000} s: the name server does not answer. Check the DNS of this machine, or give an address.`;
      return new SendError(message, { retryable: true, code: 'ETIMEDOUT' });
    };
    using deadline = startDeadline({ timeoutMs: limitMs, signal, toReason });
    try {
      return await orAbort(pending, deadline.signal);
    } catch (error) {
      throw error instanceof SendError ? error : explainSocketError(error as NodeJS.ErrnoException, server);
    } finally {
      search.abort();
    }
  };
}

type Find = (host: string, signal: AbortSignal) => Promise<readonly LookupAddress[]>;

/** The rules of Node's sockets: no address of a family that this machine does not have. */
const RULES = { all: true, hints: process.platform === 'win32' ? 0 : ADDRCONFIG } as const;

const findHere: Find = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, RULES, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });

/** On Windows a lookup ends after a few seconds without help, and starting a process is slow. */
function chooseFind(): Find {
  return canEndDespiteLookUp() || process.platform === 'win32' ? findHere : lookUpInChild;
}

const SCRIPT = `require('node:dns').lookup(process.argv[1], JSON.parse(process.argv[2]), (error, addresses) =>
  console.log(JSON.stringify(error ? { code: error.code } : { addresses })));`;

/**
 * Looks up a name in a child process that ends when `signal` aborts, because a process can be ended. Rejects with the
 * system's error code.
 */
export async function lookUpInChild(host: string, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  // The action's other runs need neither module.
  const [{ execFile }, { promisify }] = await Promise.all([
    import('node:child_process'),
    import('node:util'),
  ]);
  const args = ['-e', SCRIPT, host, JSON.stringify(RULES)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { signal, killSignal: 'SIGKILL' });
  const { code, addresses = [] }: { code?: string; addresses?: LookupAddress[] } = JSON.parse(stdout);
  if (code === undefined) return addresses;
  throw Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code });
}
