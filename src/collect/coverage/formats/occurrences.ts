/** Distinguishes items of one name by their order: two functions of one name in one line are two. */
export class Occurrences {
  /** Keyed by strings: the engine hashes numbers without a seed, so a report could contain colliding ones. */
  readonly #seen = new Map<string, number>();

  /** The name itself for the first occurrence of `key`, then a new name for each further one. */
  rename(name: string, key: string | number): string {
    const id = typeof key === 'number' ? `#${key}` : key;
    const before = this.#seen.get(id) ?? 0;
    this.#seen.set(id, before + 1);
    return before === 0 ? name : `${name}\0${before}`;
  }

  clear(): void {
    this.#seen.clear();
  }
}
