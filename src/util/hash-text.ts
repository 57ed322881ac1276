/**
 * Hashes for tables with keys from outside. The hash is keyed, so that an attacker cannot choose texts that share a
 * slot: HalfSipHash with one round per word and three at the end. The key is drawn once per process from
 * `Math.random`, which the system seeds; no input can learn it, and it loads no module. No result depends on the key.
 */
const KEY_0 = drawWord();
const KEY_1 = drawWord();
const KEY_2 = drawWord();
const KEY_3 = drawWord();
const END_MARK = 0xee;
const END_ROUNDS = 3;
const WORD_BYTES = 4;
/** Two doubles. */
const PAIR_BYTES = 16;

/** A shared buffer for most texts: allocating one would cost more than the hash. */
const scratch = new Uint8Array(24_576);
const scratchView = new DataView(scratch.buffer);
const MAX_BYTES_OF_A_CODE = 3;

/** The hash of the bytes from `start` to before `end`, an integer from 1 to 2^53 - 1; collisions are negligible. */
// biome-ignore lint/complexity/useMaxParams: an object for each text costs time and memory.
export function hashBytes(bytes: DataView, start: number, end: number): number {
  let v0 = KEY_0;
  let v1 = KEY_1;
  let v2 = KEY_2;
  let v3 = KEY_3;
  // Whole words, then the last incomplete word with the length, then zeros.
  const words = (end - start) >>> 2;
  let lastWord = (end - start) << 24;
  for (let at = start + WORD_BYTES * words, shift = 0; at < end; at += 1, shift += 8)
    lastWord |= bytes.getUint8(at) << shift;
  for (let index = 0, at = start; index <= words + END_ROUNDS; index += 1, at += WORD_BYTES) {
    const word = index < words ? bytes.getInt32(at, true) : index === words ? lastWord : 0;
    v3 ^= word;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
    if (index === words) v2 ^= END_MARK;
  }
  return ((v0 ^ v2) >>> 11) * 0x1_0000_0000 + ((v1 ^ v3) >>> 0) || 1;
}

/** The hash of a text; for ASCII it equals `hashBytes` of its bytes. */
export function hashText(text: string): number {
  const mostBytes = MAX_BYTES_OF_A_CODE * text.length;
  if (mostBytes <= scratch.length) return hashBytes(scratchView, 0, encode(text, scratch));
  const bytes = new Uint8Array(mostBytes);
  return hashBytes(new DataView(bytes.buffer), 0, encode(text, bytes));
}

/** Joins two hashes, or a hash and whole seconds, into one hash. */
export function joinHashes(first: number, second: number): number {
  scratchView.setFloat64(0, first);
  scratchView.setFloat64(8, second);
  return hashBytes(scratchView, 0, PAIR_BYTES);
}

function drawWord(): number {
  return (Math.random() * 0x1_0000_0000) | 0;
}

/** UTF-8, except that each surrogate is encoded separately, so that lone ones stay distinct. Returns the length. */
function encode(text: string, bytes: Uint8Array): number {
  let end = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[end++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[end++] = 0xc0 | (code >>> 6);
    } else {
      bytes[end++] = 0xe0 | (code >>> 12);
      bytes[end++] = 0x80 | ((code >>> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (code & 0x3f);
  }
  return end;
}
