import { expect, test } from 'vitest';
import { countBytes, paragraph, takeWithin } from '../../src/report/html.ts';

test('room is counted in bytes, with the line ends between', () => {
  expect(takeWithin(['€€', 'ab', 'c'], 12)).toEqual(['€€', 'ab']);
  expect(takeWithin(['€€', 'ab', 'c'], 11)).toEqual(['€€']);
  expect(takeWithin(['€€'], 7)).toEqual([]);
  expect(takeWithin([], 0)).toEqual([]);
});

test.each(['a', '€', '<', '\u{10ffff}', '\n'])(
  'a paragraph of a million %j is bounded, and says that it was cut',
  (text) => {
    const cut = paragraph(text.repeat(1_000_000));
    expect(countBytes(cut)).toBeLessThan(100_000);
    expect(countBytes(cut)).toBeGreaterThan(15_000);
    expect(cut.endsWith('…</p>')).toBe(true);
  },
);

test('a text that fits is kept whole', () => {
  expect(paragraph('a\nb <c>')).toBe('<p>a<br>b &#60;c&#62;</p>');
});
