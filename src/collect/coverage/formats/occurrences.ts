/** Tells things of the same name apart by their order: two functions of one name in one line are two. */
export class Occurrences {
  /** Keyed by texts alone: the engine hashes numbers without a seed, so that a report could choose ones that collide. */
  readonly #seen = new Map<string, number>();

  /** The name as it stands the first time that `key` comes, then a new one each time. */
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
