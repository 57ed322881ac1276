const COMBINING_MARKS = /[\u0300-\u036f]/g;
const NOT_ASCII = /[^\0-\x7f]/;
/** Letters and ligatures that have no decomposition. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ẞ', 'SS'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ĳ', 'ij'],
  ['Ĳ', 'IJ'],
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
]);
const FOLDED = /[ßẞøØłŁđĐæÆœŒĳĲﬀ-ﬆ]/g;

/**
 * Replaces Latin letters with accents, and ligatures, by ASCII letters. It uses NFD and not NFKD, because NFKD turns
 * a full-width dot or a one-dot leader into a dot, and so one node into two.
 */
export function foldText(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(FOLDED, (letter) => LETTERS.get(letter) ?? letter);
}
