const BLOCK_BYTES = 64;
const ROUNDS = 64;
const LENGTH_BYTES = 8;

let constants: ReturnType<typeof computeConstants> | undefined;

/**
 * The SHA-256 of a text's UTF-8 in 64 hexadecimal digits, synchronous and without a Node module. A lone surrogate
 * counts as its own three bytes, so that different texts stay different.
 */
export function sha256(text: string): string {
  const state = Int32Array.from(getConstants().start);
  const bytes = pad(encode(text));
  const words = new Int32Array(ROUNDS);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + 4 * index);
    addBlock(state, words);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function addBlock(state: Int32Array, words: Int32Array): void {
  const { rounds } = getConstants();
  for (let index = 16; index < ROUNDS; index += 1) {
    const early = words[index - 15] as number;
    const late = words[index - 2] as number;
    const mixedEarly = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const mixedLate = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[index] =
      ((words[index - 16] as number) + mixedEarly + (words[index - 7] as number) + mixedLate) | 0;
  }
  const mixed = Int32Array.from(state);
  for (let index = 0; index < ROUNDS; index += 1) {
    const a = mixed[0] as number;
    const e = mixed[4] as number;
    const choice = (e & (mixed[5] as number)) ^ (~e & (mixed[6] as number));
    const majority =
      (a & (mixed[1] as number)) ^ (a & (mixed[2] as number)) ^ ((mixed[1] as number) & (mixed[2] as number));
    const turnedE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const turnedA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const first =
      ((mixed[7] as number) + turnedE + choice + (rounds[index] as number) + (words[index] as number)) | 0;
    mixed.copyWithin(1, 0, 7);
    mixed[4] = (mixed[4] as number) + first;
    mixed[0] = first + turnedA + majority;
  }
  for (let index = 0; index < state.length; index += 1)
    state[index] = (state[index] as number) + (mixed[index] as number);
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The bytes with a one bit, zeros, and their length in bits: whole blocks. */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((bytes.length + 1 + LENGTH_BYTES) / BLOCK_BYTES);
  const padded = new Uint8Array(blocks * BLOCK_BYTES);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - LENGTH_BYTES, BigInt(bytes.length) * 8n);
  return padded;
}

function encode(text: string): Uint8Array {
  if (!/[\ud800-\udfff]/.test(text) || text.isWellFormed()) return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code < 0xe000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else for (const byte of new TextEncoder().encode(character)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function getConstants(): ReturnType<typeof computeConstants> {
  constants ??= computeConstants();
  return constants;
}

/** The first 32 fractional bits of the square roots and the cube roots of the first primes. */
function computeConstants(): { readonly start: Int32Array; readonly rounds: Int32Array } {
  const primes: number[] = [];
  for (let number = 2; primes.length < ROUNDS; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  const fraction = (root: number): number => (root - Math.floor(root)) * 2 ** 32;
  return {
    start: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)) | 0),
    rounds: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)) | 0),
  };
}
