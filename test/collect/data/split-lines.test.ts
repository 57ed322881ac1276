import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines, type TextLine } from '../../../src/collect/data/split-lines.ts';
import { anyScalar } from '../../rules/arbitraries.ts';

async function split(chunks: Iterable<Uint8Array>): Promise<TextLine[]> {
  async function* read(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  const lines: TextLine[] = [];
  for await (const some of splitLines(read(), 'file x')) lines.push(...some);
  return lines;
}

const bytes = (text: string): Uint8Array => Buffer.from(text);
const texts = async (text: string) =>
  (await split([bytes(text)])).map((line) => [line.text, line.number, line.ended]);

test('only a line feed ends a line', async () => {
  expect(await texts('')).toEqual([]);
  expect(await texts('\n')).toEqual([['', 1, true]]);
  expect(await texts('a\nb')).toEqual([
    ['a', 1, true],
    ['b', 2, false],
  ]);
  expect(await texts('a\r\n\rb\u2028c\u0085d\u000be\u000cf\u2029\n')).toEqual([
    ['a\r', 1, true],
    ['\rb\u2028c\u0085d\u000be\u000cf\u2029', 2, true],
  ]);
});

test('drops a byte order mark once', async () => {
  expect(await texts('\ufeffa\n\ufeffb\n')).toEqual([
    ['a', 1, true],
    ['\ufeffb', 2, true],
  ]);
});

test('gives the same lines for any chunks', async () => {
  const text = fc.string({
    unit: fc.oneof(anyScalar, fc.constantFrom('\n', '\r\n', '\ufeff', '👍')),
    maxLength: 60,
  });
  // Node's decoder drops a second mark too, if the first chunk ends within the first character.
  const oneMark = text.filter((whole) => !whole.slice(1).includes('\ufeff'));
  await fc.assert(
    fc.asyncProperty(oneMark, fc.array(fc.nat(200), { maxLength: 10 }), async (whole, cuts) => {
      const all = bytes(whole);
      const places = [
        0,
        ...cuts.map((cut) => Math.min(cut, all.length)).toSorted((a, b) => a - b),
        all.length,
      ];
      const chunks = places.slice(1).map((end, index) => all.subarray(places[index], end));
      expect(await split(chunks)).toEqual(await split([all]));
      expect(await split([...all].map((byte) => Uint8Array.of(byte)))).toEqual(await split([all]));
      const lines = await split([all]);
      const joined = lines.map((line) => line.text + (line.ended ? '\n' : '')).join('');
      expect(joined).toBe(whole.replace(/^\ufeff/, ''));
      expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
    }),
    { numRuns: 300 },
  );
});

test.each([
  [1, [0xff, 0xfe, 0x61, 0x00]],
  [2, [0x61, 0x0a, 0xc3, 0x28]],
  [2, [0x61, 0x0a, 0xf0, 0x9f, 0x91]],
  [3, [0xc3, 0xa9, 0x0a, 0xf0, 0x9f, 0x91, 0x8d, 0x0a, 0xff, 0x0a, 0x62]],
  [1, [0xed, 0xa0, 0x80]],
  [1, [0xc0, 0xae]],
])('line %i of %j is not UTF-8, wherever the chunks end', async (line, codes) => {
  const printed = `file x, line ${line}: the file is not UTF-8`;
  const all = Uint8Array.from(codes);
  for (let cut = 0; cut <= all.length; cut += 1)
    await expect(split([all.subarray(0, cut), all.subarray(cut)])).rejects.toThrow(printed);
  await expect(split(codes.map((code) => Uint8Array.of(code)))).rejects.toThrow(printed);
});

test('a file without line feeds does not fill the memory', async () => {
  let read = 0;
  function* endless(): Generator<Uint8Array> {
    for (; read < 1000; read += 1) yield bytes('x'.repeat(10_000));
  }
  await expect(split(endless())).rejects.toThrow(/^file x, line 1: a line has at most 8192 bytes/);
  expect(read).toBeLessThan(10);
});
