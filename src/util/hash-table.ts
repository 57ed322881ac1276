const FIRST_SLOTS = 64;

/**
 * A set of hashes, for millions of them. It keeps no text, because texts that live as long as a window cost more time
 * and memory than all other work.
 */
export class HashTable {
  /** Open addressing, at most half full; 0 marks a free slot. */
  #slots = new Float64Array(FIRST_SLOTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a hash, an integer from 1 to 2^53 - 1; false if it was already there. */
  add(hash: number): boolean {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const slot = findSlot(this.#slots, hash);
    if (this.#slots[slot] !== 0) return false;
    this.#slots[slot] = hash;
    this.#size += 1;
    return true;
  }

  has(hash: number): boolean {
    return this.#slots[findSlot(this.#slots, hash)] !== 0;
  }

  clear(): void {
    if (this.#size > 0) this.#slots.fill(0);
    this.#size = 0;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    for (const hash of before) if (hash !== 0) this.#slots[findSlot(this.#slots, hash)] = hash;
  }
}

/**
 * The slot of a hash in an open-addressing table, or the free slot (0) where it belongs. The number of slots is a
 * power of two. The hash is keyed (see `hashText`), so its lower bits are evenly distributed even for chosen keys.
 */
export function findSlot(slots: ArrayLike<number>, hash: number): number {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}
