import { expect, test } from 'vitest';
import { formatRest } from '../../src/cli/format-rest.ts';

const message = 'Sending was stopped. The rest of --file a.txt begins at line 401.';

test('with a spool the unread lines follow the replay', () => {
  expect(formatRest(message, ['a.txt'], { confirmed: 100, isKept: true })).toBe(
    "To go on after the replay: tail -n +401 'a.txt' | carbonclient (the same options) --file -",
  );
});

test('without a spool the rest begins with the first unconfirmed line', () => {
  expect(formatRest(message, ["it's.txt"], { confirmed: 100, isKept: false })).toBe(
    String.raw`To go on: tail -n +101 'it'\''s.txt' | carbonclient (the same options) --file -`,
  );
});

test.each([
  ['standard input', message, ['-']],
  ['several files', message, ['a.txt', 'b.txt']],
  ['no file', message, undefined],
  ['a file that was read to its end', 'Sending was stopped.', ['a.txt']],
])('%s has no such command', (_, text, files) => {
  expect(formatRest(text, files, { confirmed: 1, isKept: false })).toBeUndefined();
});
