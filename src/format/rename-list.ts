import type { Rename } from '../result.ts';

const MAX_KEPT = 100;
const MAX_REMEMBERED = 10_000;

/** The written names that changed to become paths: keeps the first hundred, counts them all, each name once. */
export class RenameList {
  readonly #kept: Rename[] = [];
  readonly #known = new Set<string>();
  #count = 0;

  get first(): readonly Rename[] {
    return this.#kept;
  }

  get count(): number {
    return this.#count;
  }

  add(rename: Rename): void {
    if (this.#known.has(rename.from)) return;
    if (this.#known.size < MAX_REMEMBERED) this.#known.add(rename.from);
    this.#count += 1;
    if (this.#kept.length < MAX_KEPT) this.#kept.push(rename);
  }
}
