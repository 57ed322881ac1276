import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatLineEnd, formatValue } from '../../src/format/line-rules.ts';
import { MAX_TIMESTAMP, parseTimestamp, parseValue } from '../../src/format/parse-value.ts';
import { findLineFault } from '../rules/line-grammar.ts';
import { finishChild, startChild } from '../support/child.ts';

test('every finite double reads back', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(double, (value) => {
      const text = formatValue(value);
      const parsed = parseValue(text);
      expect('ok' in parsed && parsed.ok === value).toBe(true);
      expect(findLineFault(`m ${text} 1\n`)).toBeUndefined();
    }),
    { numRuns: 5000 },
  );
});

test('every 32-bit float and every power of two and ten reads back', () => {
  for (let power = -1074; power < 1024; power += 1)
    expect(parseValue(formatValue(2 ** power))).toEqual({ ok: 2 ** power });
  for (let power = -323; power <= 308; power += 1) {
    const value = Number(`1e${power}`);
    expect(parseValue(formatValue(value))).toEqual({ ok: value });
  }
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseValue(formatValue(value))).toEqual({
        ok: value === 0 ? Number(formatValue(value)) : value,
      });
    }),
    { numRuns: 500 },
  );
});

test('no other decimal is shorter', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const digits = formatValue(Math.abs(value))
        .replace(/e.*$/, '')
        .replace('.', '')
        .replace(/^0+|0+$/g, '').length;
      for (let fewer = 1; fewer < Math.min(digits, 17); fewer += 1)
        expect(Number(Math.abs(value).toPrecision(fewer))).not.toBe(Math.abs(value));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [5, 5],
  [5n, 5],
  [true, 1],
  [false, 0],
  [10n ** 30n, 1e30],
  [-0, 0],
])('%s is a value', (written, value) => {
  const parsed = parseValue(written);
  expect('ok' in parsed && parsed.ok === value).toBe(true);
});

test.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  10n ** 400n,
  null,
  undefined,
  {},
  [],
  [5],
  new Date(5),
  Symbol('5'),
  () => 5,
])('entry %# is not a value', (written) => {
  expect(parseValue(written)).toMatchObject({
    rule: expect.stringContaining('one finite decimal number'),
    cure: expect.stringMatching(/\.$/),
  });
});

test('a JavaScript number is a value exactly if it is written as one decimal number', () => {
  const near = fc.string({
    unit: fc.constantFrom(...'0159.eE+-_x '.split(''), '\u0000', '٣', 'n'),
    maxLength: 8,
  });
  fc.assert(
    fc.property(near, (text) => {
      const parsed = parseValue(text);
      const trimmed = text.trim();
      const isDecimal =
        /^[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?$/.test(trimmed) && Number.isFinite(Number(trimmed));
      expect([text, 'ok' in parsed ? parsed.ok : undefined]).toEqual([
        text,
        isDecimal ? Number(trimmed) : undefined,
      ]);
    }),
    { numRuns: 3000 },
  );
});

test('every whole second reads back from its text and from its date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_TIMESTAMP }), fc.nat(999), (seconds, milliseconds) => {
      const date = new Date(seconds * 1000 + milliseconds);
      for (const written of [
        seconds,
        `${seconds}`,
        `${seconds}.${milliseconds}`,
        BigInt(seconds),
        date,
        date.toISOString(),
      ])
        expect(parseTimestamp(written)).toEqual({ ok: seconds });
      expect(formatLineEnd(seconds)).toBe(` ${seconds}\n`);
    }),
    { numRuns: 500 },
  );
});

test('any text or number is whole seconds or a fault', () => {
  const near = fc.string({ unit: fc.constantFrom(...'01259.-+:TZtz ,eE'.split('')), maxLength: 26 });
  fc.assert(
    fc.property(fc.oneof(near, fc.double(), fc.date(), fc.bigInt()), (written) => {
      const parsed = parseTimestamp(written);
      if (!('ok' in parsed)) expect(parsed.rule).toContain('epoch seconds from 1 to 4294967295');
      else expect(Number.isInteger(parsed.ok) && parsed.ok >= 1 && parsed.ok <= MAX_TIMESTAMP).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

// In its own process, because a pattern with backtracking would not end.
test('a megabyte of digits takes linear time', async () => {
  const module = new URL('../../src/format/parse-value.ts', import.meta.url).href;
  const script = `import { parseTimestamp, parseValue } from ${JSON.stringify(module)};
    for (const text of ['1', '1.', '.1', '1e', '+1', '0', '1_', ' ', ':'].flatMap((one) => [one.repeat(1e6 / one.length) + 'x', one + '1'.repeat(1e6) + 'x']))
      if ('ok' in parseValue(text) || 'ok' in parseTimestamp(text)) throw new Error(text.slice(0, 9));
    console.log('done');`;
  const child = startChild({
    command: process.execPath,
    args: ['--input-type=module', '-e', script],
    env: {},
  });
  expect(await finishChild(child)).toMatchObject({ exitCode: 0, stdout: 'done\n' });
});
