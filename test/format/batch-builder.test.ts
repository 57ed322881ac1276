import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutBatches, toText } from '../../src/format/batch.ts';
import { BatchBuilder } from '../../src/format/batch-builder.ts';
import { formatValue } from '../../src/format/line-rules.ts';

function formatOne(value: number): string {
  const builder = new BatchBuilder(1);
  builder.startLine();
  builder.append('a');
  builder.appendValue(value);
  builder.endLine();
  return builder
    .take()
    .map(({ bytes }) => toText(bytes))
    .join('');
}

test.each([
  0,
  -0,
  1,
  9,
  10,
  11,
  99,
  100,
  999_999_999,
  1_000_000_000,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32,
  -1,
  0.5,
  1e21,
  5e-324,
  1.5,
])('writes %d like JavaScript', (value) => {
  expect(formatOne(value)).toBe(`a ${formatValue(value)}`);
});

test('writes any number like JavaScript', () => {
  const number = fc.oneof(
    fc.integer(),
    fc.nat(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
  );
  fc.assert(
    fc.property(number, (value) => formatOne(value) === `a ${String(value)}`),
    { numRuns: 2000 },
  );
});

test('cuts lines of any length into the same batches, without the dropped ones', () => {
  const part = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 40_000 }),
    isKept: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (parts, size) => {
      const builder = new BatchBuilder(size);
      for (const { text, isKept } of parts) {
        builder.startLine();
        builder.append(text);
        builder.append('\n');
        expect(builder.lineLength).toBe(text.length + 1);
        if (isKept) builder.endLine();
      }
      const kept = parts.filter(({ isKept }) => isKept).map(({ text }) => `${text}\n`);
      const batches = builder.take();
      expect(batches.map(({ bytes }) => toText(bytes)).join('')).toBe(kept.join(''));
      expect(batches.map(({ lines }) => lines)).toEqual(
        Array.from({ length: Math.ceil(kept.length / size) }, (_, index) =>
          Math.min(size, kept.length - index * size),
        ),
      );
      const cut = cutBatches(Buffer.from(kept.join('')), size);
      expect(cut.map(({ bytes, lines }) => [toText(bytes), lines])).toEqual(
        batches.map(({ bytes, lines }) => [toText(bytes), lines]),
      );
      expect(builder.take()).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
