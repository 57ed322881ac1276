import type { LookupAddress } from 'node:dns';

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
