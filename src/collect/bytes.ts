export const LINE_FEED = 0x0a;
export const BLANK = 0x20;
export const BANG = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const AMPERSAND = 0x26;
export const SINGLE_QUOTE = 0x27;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;

/** Short ASCII texts as one integer, to compare with the last bytes. */
export const COMMENT_START = 0x3c21_2d2d;
export const COMMENT_END = 0x2d_2d3e;
export const CDATA_END = 0x5d_5d3e;
export const INSTRUCTION_START = 0x3c3f;
export const INSTRUCTION_END = 0x3f3e;

export const LAST_TWO = 0xffff;
export const LAST_THREE = 0xff_ffff;

/** Two byte arrays as one. */
export function joinBytes(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(before.length + after.length);
  joined.set(before);
  joined.set(after, before.length);
  return joined;
}

/** Spaces, tabs and line ends. */
export function isBlank(byte: number): boolean {
  return byte === BLANK || (byte <= 0x0d && (byte === LINE_FEED || byte === 0x0d || byte === 0x09));
}
