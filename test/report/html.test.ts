import { expect, test } from 'vitest';
import { countBytes, paragraph, takeWithin } from '../../src/report/html.ts';

test('counts room in bytes, including line ends', () => {
  expect(takeWithin(['€€', 'ab', 'c'], 12)).toEqual(['€€', 'ab']);
  expect(takeWithin(['€€', 'ab', 'c'], 11)).toEqual(['€€']);
  expect(takeWithin(['€€'], 7)).toEqual([]);
  expect(takeWithin([], 0)).toEqual([]);
});

test.each(['a', '€', '<', '\u{10ffff}', '\n'])(
  'limits a paragraph of a million %j, and says that it was cut',
  (text) => {
    const cut = paragraph(text.repeat(1_000_000));
    expect(countBytes(cut)).toBeLessThan(100_000);
    expect(countBytes(cut)).toBeGreaterThan(15_000);
    expect(cut.endsWith('…</p>')).toBe(true);
  },
);

test('keeps a text that fits', () => {
  expect(paragraph('a\nb <c>')).toBe('<p>a<br>b &#60;c&#62;</p>');
});
