import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/util/sha256.ts';

const expected = (text: string): string => createHash('sha256').update(text).digest('hex');

test.each([0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000])('a text of %i characters', (length) => {
  expect(sha256('a'.repeat(length))).toBe(expected('a'.repeat(length)));
  expect(sha256('я'.repeat(length))).toBe(expected('я'.repeat(length)));
});

test('any text hashes as by Node', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(expected(text));
    }),
    { numRuns: 500 },
  );
});

test('texts with lone surrogates have different hashes', () => {
  const texts = ['\ud800', '\udc00', '\ufffd', 'a\ud800', '\ud800a', '\ud83d\ude00'];
  expect(new Set(texts.map(sha256)).size).toBe(texts.length);
  expect(sha256('\ud83d\ude00')).toBe(expected('\ud83d\ude00'));
});
