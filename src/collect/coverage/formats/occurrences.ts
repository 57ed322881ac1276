/** Tells things of the same name apart by their order: two functions of one name in one line are two. */
export class Occurrences {
  readonly #seen = new Map<string | number, number>();

  /** The name as it stands the first time that `key` comes, then a new one each time. */
  rename(name: string, key: string | number): string {
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    return before === 0 ? name : `${name}\0${before}`;
  }

  clear(): void {
    this.#seen.clear();
  }
}
