import type { Rename } from '../model/result.ts';
import { HashTable } from '../util/hash-table.ts';
import { hashText } from '../util/hash-text.ts';
import { copyText } from '../util/text.ts';

const MAX_KEPT = 100;
const MAX_REMEMBERED = 100_000;

/** The written names that changed to become paths. It keeps the first hundred and counts all, each name once. */
export class RenameList {
  readonly #kept: Rename[] = [];
  readonly #known = new HashTable();
  #count = 0;

  get first(): readonly Rename[] {
    return this.#kept;
  }

  get count(): number {
    return this.#count;
  }

  add({ from, to }: Rename): void {
    const hash = hashText(from);
    if (this.#known.has(hash)) return;
    if (this.#known.size < MAX_REMEMBERED) this.#known.add(hash);
    this.#count += 1;
    if (this.#kept.length < MAX_KEPT) this.#kept.push({ from: copyText(from), to });
  }
}
