import { expect, test } from 'vitest';
import { CaseRegister, MAX_CASES } from '../../../src/collect/junit/case-register.ts';
import { BadReportError } from '../../../src/collect/read-report.ts';
import { hashText } from '../../../src/util/hash-text.ts';

test('keeps the worst outcome of each of any number of cases', () => {
  const register = new CaseRegister();
  const names = Array.from({ length: 10_000 }, (_, index) => hashText(`suite\0class\0does ${index} things`));
  for (const hash of names) expect(register.note(hash, 1)).toBe(undefined);
  for (const [index, hash] of names.entries()) expect(register.note(hash, index % 2 === 0 ? 3 : 0)).toBe(1);
  for (const [index, hash] of names.entries()) expect(register.note(hash, 0)).toBe(index % 2 === 0 ? 3 : 1);
});

test('more cases than the limit are a fault', () => {
  expect(MAX_CASES).toBe(4_000_000);
  const register = new CaseRegister(1000);
  for (let hash = 1; hash <= 1000; hash += 1) register.note(hash * 2_000_003, 0);
  expect(register.note(2_000_003, 4)).toBe(0);
  expect(() => register.note(5, 0)).toThrow(BadReportError);
});
