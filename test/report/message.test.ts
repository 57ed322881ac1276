import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fault, formatFault, InputError, quote } from '../../src/model/errors.ts';
import { Faults } from '../../src/model/faults.ts';
import { anyCharacter } from '../rules/arbitraries.ts';
import { nameCase, type RuleCase, readCases } from '../rules/case-tables.ts';

const cases = readCases<RuleCase & { fault: Fault; expect: string }>(
  new URL('./message.cases.json', import.meta.url),
);

test.each(cases.map((one) => [nameCase(one), one] as const))('%s', (_, one) => {
  expect(formatFault(one.fault)).toBe(one.expect);
});

test('quotes a value as one short line of visible characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
      const quoted = quote(text);
      expect(quoted).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect([...quoted].length).toBeLessThan(1300);
    }),
    { numRuns: 500 },
  );
});

test('one fault is one sentence, several are a list', () => {
  const one = new InputError([{ location: 'a', rule: 'r' }]);
  expect(one.message).toBe('a: r. Nothing was sent.');
  const two = new InputError([
    { location: 'a', rule: 'r' },
    { location: 'b', rule: 's' },
  ]);
  expect(two.message).toBe('The input has 2 faults. Nothing was sent.\n- a: r.\n- b: s.');
});

test('counts the faults after the hundredth', () => {
  const faults = new Faults();
  faults.throwIfAny();
  for (let index = 0; index < 250; index += 1) faults.add({ location: `a${index}`, rule: 'r' });
  const error = faults.toError('The 5 lines before were sent.');
  expect(error).toMatchObject({ name: 'InputError', count: 250 });
  expect(error.faults.at(-1)).toEqual({ location: 'a99', rule: 'r' });
  expect(error.message).toMatch(/^The input has 250 faults\. The 5 lines before were sent\.\n- a0: r\.\n/);
  expect(error.message).toMatch(/\n- a99: r\.\n- … and 150 more$/);
  expect(() => faults.throwIfAny()).toThrow(InputError);
});
