import { expect, test } from 'vitest';
import { listWarnings } from '../../src/report/warnings.ts';
import { RESULT } from './results.ts';

const makeWarnings = (count: number): string[] => Array.from({ length: count }, (_, index) => `w${index}`);

test.each([0, 1, 50])('prints all of %d warnings', (count) => {
  const warnings = makeWarnings(count);
  expect(listWarnings({ ...RESULT, warnings })).toEqual(warnings);
});

test('prints the first fifty of a hundred thousand warnings and the number of the rest', () => {
  const printed = listWarnings({ ...RESULT, warnings: makeWarnings(100_000) });
  expect(printed).toEqual([...makeWarnings(50), '… and 99,950 more warnings.']);
  expect(listWarnings({ ...RESULT, warnings: makeWarnings(51) }).at(-1)).toBe('… and 1 more warning.');
});
