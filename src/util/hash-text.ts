/** Two hashes run side by side: FNV-1a of 32 bits, and a multiplicative one. */
export const HASH_START: readonly [low: number, high: number] = [0x811c9dc5 | 0, 7];
export const LOW_PRIME = 0x01000193;
export const HIGH_PRIME: number = 0x9e3779b1 | 0;

/** A hash of 53 bits, from 1: equal texts have equal ones, and different texts as good as never. */
export function hashText(text: string): number {
  let [low, high] = HASH_START;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, LOW_PRIME);
    high = Math.imul(high + code, HIGH_PRIME);
  }
  return packHash(low, high);
}

/** The two hashes as one whole number that a double holds exactly; never 0. */
export function packHash(low: number, high: number): number {
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0) || 1;
}

/** One hash of two: of a hash, and of another one or of whole seconds. */
export function joinHashes(first: number, second: number): number {
  const mixed = Math.imul(second, HIGH_PRIME) ^ (second / 0x20_0000);
  const low = Math.imul(first ^ mixed, LOW_PRIME);
  const high = Math.imul((first / 0x20_0000) ^ Math.imul(mixed ^ (mixed >>> 15), LOW_PRIME), HIGH_PRIME);
  return packHash(low, high);
}
