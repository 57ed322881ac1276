import { expect, it } from 'vitest';
import { judgeTimeWait } from '../../src/send/time-wait-table.ts';

const counts = (rows: number): string =>
  `sockets: used 290\nTCP: inuse 7 orphan 0 tw ${rows} alloc 9 mem 1\nUDP: inuse 1 mem 0\n`;

it.each([
  [4096, '4096\n', true],
  [3900, '4096\n', true],
  [3000, '4096\n', false],
  [0, '0\n', true],
  [0, '4096\n', false],
])('a table with %i rows of %s is full: %s', (rows, limit, isFull) => {
  expect(judgeTimeWait(counts(rows), limit)).toBe(isFull);
});

it('a table of another form is not full', () => {
  expect(judgeTimeWait('', '4096\n')).toBe(false);
  expect(judgeTimeWait(counts(1), '')).toBe(false);
});
