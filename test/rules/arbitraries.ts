import fc from 'fast-check';

/** Any code point as a character. The unit `binary` of fast-check takes a second to set up. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0, max: 0x2fff }),
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0, max: 0x10ffff }),
  )
  .map((code) => String.fromCodePoint(code));

/** Like {@link anyCharacter}, without halves of surrogate pairs, which UTF-8 cannot encode. */
export const anyScalar: fc.Arbitrary<string> = anyCharacter.filter((character) => !/\p{Cs}/u.test(character));
