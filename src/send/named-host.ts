import type { LookupAddress } from 'node:dns';
import type { Socket, TcpNetConnectOpts } from 'node:net';
import { createLookUp, type LookUp, type LookUpRules } from './look-up.ts';

/** A server that was named: its addresses are looked up for every connection, and tried in an order that learns. */
export class NamedHost {
  readonly #order = new AddressOrder();
  readonly #lookUp: LookUp;
  readonly #rules: Omit<LookUpRules, 'signal'>;

  constructor(host: string, rules: Omit<LookUpRules, 'signal'>) {
    this.#lookUp = createLookUp(host);
    this.#rules = rules;
  }

  /** How to reach its addresses, the most promising first. @throws {SendError} where there is none. */
  async find(signal: AbortSignal): Promise<Partial<TcpNetConnectOpts>> {
    const addresses = this.#order.sort(await this.#lookUp({ ...this.#rules, signal }));
    return {
      lookup: (_host, _options, callback) => callback(null, addresses),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: computeAttemptMs(this.#rules.limitMs, addresses.length),
    };
  }

  /** Notes which addresses a new socket tries. */
  watch(socket: Socket): void {
    socket.on('connectionAttempt', (address: string) => this.#order.try(address));
  }

  /** Says that an address took everything. */
  trust(address: string | undefined): void {
    if (address !== undefined) this.#order.trust(address);
  }
}

/** Less is not enough for a connection over a long way; Node's own default. */
const MIN_ATTEMPT_MS = 250;
const MAX_ATTEMPT_MS = 1000;

/** How long one of `count` addresses is waited for before the next is tried, in milliseconds. */
export function computeAttemptMs(connectMs: number, count: number): number {
  return Math.round(Math.min(MAX_ATTEMPT_MS, Math.max(MIN_ATTEMPT_MS, connectMs / count)));
}

/** Remembers which addresses of a name were tried without success: the others come first. */
export class AddressOrder {
  /** Address → when it was tried; what grows with every try. */
  readonly #tried = new Map<string, number>();
  #tries = 0;

  /** Says that an address is tried. */
  try(address: string): void {
    this.#tries += 1;
    this.#tried.set(address, this.#tries);
  }

  /** Says that an address took everything. */
  trust(address: string): void {
    this.#tried.delete(address);
  }

  /** Those that were never tried, or were good, as the system orders them; then the others, the latest one last. */
  sort(addresses: readonly LookupAddress[]): LookupAddress[] {
    const rank = ({ address }: LookupAddress): number => this.#tried.get(address) ?? 0;
    return addresses.toSorted((one, other) => rank(one) - rank(other));
  }
}
