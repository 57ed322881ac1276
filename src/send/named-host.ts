import type { LookupAddress } from 'node:dns';
import type { Socket, TcpNetConnectOpts } from 'node:net';
import { createLookUp, type LookUp, type LookUpRules } from './look-up.ts';

/** A server given by name. Each connection looks up its addresses and tries the most promising one first. */
export class NamedHost {
  readonly #order = new AddressOrder();
  readonly #lookUp: LookUp;
  readonly #rules: Omit<LookUpRules, 'signal'>;

  constructor(host: string, rules: Omit<LookUpRules, 'signal'>) {
    this.#lookUp = createLookUp(host);
    this.#rules = rules;
  }

  /** How to connect to its addresses, the most promising one first. @throws {SendError} if the name has no address. */
  async find(signal: AbortSignal): Promise<Partial<TcpNetConnectOpts>> {
    const addresses = this.#order.sort(await this.#lookUp({ ...this.#rules, signal }));
    return {
      // biome-ignore lint/complexity/useMaxParams: Node calls it.
      lookup: (_host, _options, callback) => callback(null, addresses),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: computeAttemptMs(this.#rules.limitMs, addresses.length),
    };
  }

  /** Records which addresses a new socket tries. */
  watch(socket: Socket): void {
    socket.on('connectionAttempt', (address: string) => this.#order.try(address));
  }

  /** Records that an address accepted everything. */
  trust(address: string | undefined): void {
    if (address !== undefined) this.#order.trust(address);
  }
}

/** Node's default; a shorter time is too short for a distant server. */
const MIN_ATTEMPT_MS = 250;
const MAX_ATTEMPT_MS = 1000;

/** How long to wait for one of `count` addresses before the next one is tried, in milliseconds. */
export function computeAttemptMs(connectMs: number, count: number): number {
  return Math.round(Math.min(MAX_ATTEMPT_MS, Math.max(MIN_ATTEMPT_MS, connectMs / count)));
}

/** Remembers which addresses failed, so that the others are tried first. */
export class AddressOrder {
  /** Address → a number that grows with each attempt. */
  readonly #tried = new Map<string, number>();
  #tries = 0;

  /** Records an attempt to connect to an address. */
  try(address: string): void {
    this.#tries += 1;
    this.#tried.set(address, this.#tries);
  }

  /** Records that an address accepted everything. */
  trust(address: string): void {
    this.#tried.delete(address);
  }

  /** First the addresses that have not failed, in the system's order, then the failed ones, the latest last. */
  sort(addresses: readonly LookupAddress[]): LookupAddress[] {
    const rank = ({ address }: LookupAddress): number => this.#tried.get(address) ?? 0;
    return addresses.toSorted((one, other) => rank(one) - rank(other));
  }
}
