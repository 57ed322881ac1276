import { expect, test } from 'vitest';
import { toLabel } from '../../src/report/mermaid.ts';
import { toVisibleLine } from '../../src/report/printable.ts';

test.each([
  ['a\r\n\tb\u2028c', 'a b c'],
  ['  x ', 'x'],
  ['🏗️ Build', '🏗 Build'],
  ['\u202ex', '\\u{202e}x'],
  ['1234567890', '1234567890'],
  ['12345678901', '123456789…'],
  ['👍'.repeat(11), `${'👍'.repeat(9)}…`],
  ['\u200d'.repeat(1000), '…'],
  ['', ''],
])('%j is shown as %j', (text, line) => expect(toVisibleLine(text, 10)).toBe(line));

test('a label keeps its words and loses the characters that Mermaid reads', () => {
  expect(toLabel('Lint: "a" & <b>; #1 100% %%{x}`', 60)).toBe('Lint∶ ”a” & ‹b›, ♯1 100% % %(x)’');
});
