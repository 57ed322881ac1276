import { expect, test } from 'vitest';
import { formatRest } from '../../src/cli/print-error.ts';

const stopped = (message: string): Parameters<typeof formatRest>[0] => ({ code: 'ABORT_ERR', message });
const inFile = stopped('Sending was stopped. The rest of file a.txt begins at line 401.');

test('with a spool the unread lines follow the replay', () => {
  expect(formatRest(inFile, { files: ['a.txt'], confirmed: 100, isKept: true })).toBe(
    "To continue after the replay: tail -n +401 'a.txt' | carbonclient (the same options) --file -",
  );
});

test.each([
  ['that was being read', inFile],
  ['that was not being read', stopped('Sending was stopped.')],
])('without a spool the rest of a file %s begins with the first unconfirmed line', (_, error) => {
  expect(formatRest(error, { files: ["it's.txt"], confirmed: 100, isKept: false })).toBe(
    String.raw`To continue: tail -n +101 'it'\''s.txt' | carbonclient (the same options) --file -`,
  );
});

test.each([
  ['standard input', inFile, ['-'], {}],
  ['several files', inFile, ['a.txt', 'b.txt'], {}],
  ['no file', inFile, undefined, {}],
  ['a file that was read to its end and kept', stopped('Sending was stopped.'), ['a.txt'], { isKept: true }],
  ['a file of which nothing was delivered', stopped('Sending was stopped.'), ['a.txt'], { confirmed: 0 }],
  ['a run that failed', { ...inFile, code: 'ECONNRESET' }, ['a.txt'], {}],
])('%s has no such command', (_, error, files, changes) => {
  expect(formatRest(error, { files, confirmed: 1, isKept: false, ...changes })).toBeUndefined();
});
