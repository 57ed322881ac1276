const NOT_ASCII = /[^\0-\x7f]/;
/**
 * Replaces Latin letters with accents, and ligatures, by ASCII letters. It uses NFD and not NFKD, because NFKD turns
 * a full-width dot or a one-dot leader into a dot, and so one node into two.
 */
export function foldText(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßẞøØłŁđĐæÆœŒĳĲﬀ-ﬆ]/g, (letter) => listLetters()[letter] ?? letter);
}

/** Letters and ligatures that have no decomposition. Made on demand, because most names are ASCII. */
const listLetters = (): Readonly<Record<string, string>> => ({
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ĳ: 'ij',
  Ĳ: 'IJ',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
});
