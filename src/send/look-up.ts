import { ADDRCONFIG, type LookupAddress, lookup } from 'node:dns';
import { SendError } from '../model/errors.ts';
import { orAbort } from '../util/abort.ts';
import { startDeadline } from '../util/deadline.ts';
import { canEndDespiteLookUp } from '../util/end-despite-look-up.ts';
import { explainSocketError } from './explain.ts';

/** How a name is looked up. */
export interface LookUpRules {
  /** `host:port`, for messages. */
  readonly server: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/**
 * Finds the addresses of a name as the system does. One search at a time: the system's own cannot be interrupted, and
 * each of them holds a thread that files need too.
 * @throws {SendError}
 */
export type LookUp = (rules: LookUpRules) => Promise<readonly LookupAddress[]>;

/** A search for the addresses of one name; `find` is how. */
export function createLookUp(host: string, find: Find = chooseFind()): LookUp {
  let pending: Promise<readonly LookupAddress[]> | undefined;
  return async ({ server, limitMs, signal }) => {
    const search = new AbortController();
    pending ??= find(host, search.signal).finally(() => {
      pending = undefined;
    });
    // It may end when no one waits for it any more.
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

/** As Node's sockets ask: no address of a kind that this machine has none of. */
const RULES = { all: true, hints: process.platform === 'win32' ? 0 : ADDRCONFIG } as const;

const findHere: Find = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, RULES, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });

/** In a process of its own, which can be ended. */
const findElsewhere: Find = async (host, signal) =>
  (await import('./look-up-in-child.ts')).lookUpInChild(host, { rules: RULES, signal });

/** Windows gives up by itself after seconds, and starts processes slowly. */
function chooseFind(): Find {
  return canEndDespiteLookUp() || process.platform === 'win32' ? findHere : findElsewhere;
}
