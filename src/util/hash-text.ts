/**
 * Hashes for tables whose keys come from outside. Nobody may be able to choose texts that share a place, so the hash is
 * keyed: HalfSipHash with one round per word and three at the end. The key is drawn once per process. `Math.random` is
 * seeded by the system, no input can learn what it returned, and it loads nothing. No result depends on the key.
 */
const [KEY_0, KEY_1, KEY_2, KEY_3] = [drawWord(), drawWord(), drawWord(), drawWord()];
const END_MARK = 0xee;
const END_ROUNDS = 3;
const WORD_BYTES = 4;
/** Two hashes of 64 bits. */
const PAIR_BYTES = 16;

/** Most texts are encoded here: memory of their own would cost more than hashing them. */
const scratch = new Uint8Array(24_576);
const scratchWords = new Int32Array(scratch.buffer);
const MAX_BYTES_OF_A_CODE = 3;

/**
 * The hash of some bytes, a whole number from 1 to 2^53 - 1: different bytes have different ones, as good as always. The
 * round is written out twice because every name passes here, and one loop for both is a fifth slower.
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let v0 = KEY_0;
  let v1 = KEY_1;
  let v2 = KEY_2;
  let v3 = KEY_3;
  let word = 0;
  let at = start;
  for (const last = end - WORD_BYTES; at <= last; at += WORD_BYTES) {
    word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
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
  }
  // The bytes that fill no word, with the length; then nothing more.
  word = (end - start) << 24;
  for (let shift = 0; at < end; at += 1, shift += 8) word |= (bytes[at] as number) << shift;
  for (let round = 0; round <= END_ROUNDS; round += 1) {
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
    if (round === 0) v2 ^= END_MARK;
    word = 0;
  }
  return ((v0 ^ v2) >>> 11) * 0x1_0000_0000 + ((v1 ^ v3) >>> 0) || 1;
}

/** The hash of a text, as `hashBytes` makes it of its bytes where it is ASCII. */
export function hashText(text: string): number {
  const mostBytes = MAX_BYTES_OF_A_CODE * text.length;
  const bytes = mostBytes <= scratch.length ? scratch : new Uint8Array(mostBytes);
  return hashBytes(bytes, 0, encode(text, bytes));
}

/** One hash of two: of a hash, and of another one or of whole seconds. */
export function joinHashes(first: number, second: number): number {
  scratchWords[0] = first;
  scratchWords[1] = first / 0x1_0000_0000;
  scratchWords[2] = second;
  scratchWords[3] = second / 0x1_0000_0000;
  return hashBytes(scratch, 0, PAIR_BYTES);
}

function drawWord(): number {
  return (Math.random() * 0x1_0000_0000) | 0;
}

/** UTF-8 but for surrogates, which are encoded one by one: a lone one is a text of its own, too. Returns the length. */
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
