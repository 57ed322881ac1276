import type { Socket, TcpNetConnectOpts } from 'node:net';
import { AddressOrder, computeAttemptMs } from './address-order.ts';
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
