import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExactSum, parseSeconds } from '../../../src/collect/junit/exact-seconds.ts';

function sumOf(...texts: string[]): number {
  const sum = new ExactSum();
  for (const text of texts) {
    const seconds = parseSeconds(text);
    if (seconds !== undefined) sum.add(seconds);
  }
  return sum.toSeconds();
}

test.each([
  ['1', 1],
  ['0.1', 0.1],
  ['.5', 0.5],
  ['5.', 5],
  [' 1.5\n', 1.5],
  ['+1.5', 1.5],
  ['0.000000001', 1e-9],
  ['0.0000000006', 1e-9],
  ['0.0010000000000000009', 0.001],
  [`0.${'3'.repeat(32)}`, 0.333333333],
  ['1.5e-3', 0.0015],
  ['1.5E+3', 1500],
  ['15e-1', 1.5],
  ['1e-40', 0],
  ['123456789.5', 123456789.5],
  ['1,234.56', 1234.56],
  ['2,120.532', 2120.532],
  ['1,234,567', 1234567],
  ['0,25', 0.25],
  ['1,234', 1.234],
  ['1.234,56', 1234.56],
  ['1.234.567,5', 1234567.5],
])('%j is %d seconds', (text, expected) => {
  expect(parseSeconds(text)).not.toBe(undefined);
  expect(sumOf(text)).toBe(expected);
});

test.each([
  '',
  ' ',
  '-1',
  '-0.5',
  'NaN',
  'nan',
  'Infinity',
  'inf',
  'abc',
  '1s',
  '0x10',
  '1e',
  'e5',
  '.',
  ',',
  '1.2.3',
  '1,23,4',
  '1 234',
  '1e400',
  '9'.repeat(40),
  '1e9999999',
])('%j is not a time', (text) => {
  expect(parseSeconds(text)).toBe(undefined);
});

test('sums are those of the decimals, not of the doubles', () => {
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(sumOf('0.1', '0.2')).toBe(0.3);
  expect(sumOf(...Array.from({ length: 1000 }, () => '0.001'))).toBe(1);
  expect(sumOf(...Array.from({ length: 1000 }, () => '999999.999999999'))).toBe(999999999.999999);
  expect(sumOf('0.1', '0.00000000000000000001', '1e-3')).toBe(0.101);
});

test('any decimals add up like whole numbers of nanoseconds', () => {
  const decimal = fc.tuple(fc.nat({ max: 999_999 }), fc.nat({ max: 9 }), fc.nat({ max: 999_999_999 }));
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 30 }), (decimals) => {
      let expected = 0n;
      const texts = decimals.map(([whole, places, fraction]) => {
        const digits = String(fraction).padStart(9, '0').slice(0, places);
        expected += BigInt(whole) * 10n ** 9n + BigInt(digits.padEnd(9, '0'));
        return places === 0 ? String(whole) : `${whole}.${digits}`;
      });
      const text = String(expected).padStart(10, '0');
      expect(sumOf(...texts)).toBe(Number(`${text.slice(0, -9)}.${text.slice(-9)}`));
    }),
  );
});
