const SLOTS = 16_384;
/** Blocks are numbered from 0, and most have a few branches. */
const BRANCHES_OF_A_BLOCK = 8;

/**
 * The ids of the latest branches, one in each slot. A `Map` of numbers has a hash without a seed, so a report could
 * choose branches that collide: 19 MB took a minute. Here such a branch only replaces another one.
 */
export class BranchIds {
  readonly #branches = new Int32Array(SLOTS).fill(-1);
  readonly #ids = new Int32Array(SLOTS);

  /** The id of a branch, if it is one of the latest. `branch` is a number below 2^31. */
  find(branch: number): number | undefined {
    const slot = slotOf(branch);
    return this.#branches[slot] === branch ? this.#ids[slot] : undefined;
  }

  set(branch: number, id: number): void {
    const slot = slotOf(branch);
    this.#branches[slot] = branch;
    this.#ids[slot] = id;
  }
}

function slotOf(branch: number): number {
  const block = branch >>> 12;
  return (block * BRANCHES_OF_A_BLOCK + branch) & (SLOTS - 1);
}
