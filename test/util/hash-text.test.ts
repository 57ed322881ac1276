import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { findSlot } from '../../src/util/hash-table.ts';
import { hashBytes, hashText, joinHashes } from '../../src/util/hash-text.ts';
import { chooseNames } from './choose-names.ts';

const BITS = 13;

/** How many slots are visited when these hashes fill a table by half. */
function countProbes(hashes: readonly number[]): number {
  const slots = new Float64Array(2 * 2 ** Math.ceil(Math.log2(hashes.length)));
  let probes = 0;
  const counted = new Proxy(slots, {
    get: (target, key) => {
      if (key === 'length') return target.length;
      probes += 1;
      return target[Number(key)];
    },
  });
  for (const hash of hashes) slots[findSlot(counted, hash)] = hash;
  return probes;
}

const plainNames = Array.from({ length: 2 ** BITS }, (_, index) =>
  index.toString(36).padStart(5 * BITS, '-'),
);
const times = Array.from({ length: 2 ** BITS }, (_, index) => index + 1);
const apart = times.map((time) => time * 2 ** 14);

test.each([
  ['names that only count up', () => plainNames.map(hashText)],
  ['names that share the lower half of FNV-1a', () => chooseNames(BITS).map(hashText)],
  ['names of repeated blocks', () => times.map((time) => hashText('ab'.repeat(time)))],
  ['seconds in a row', () => times.map((time) => joinHashes(hashText('a'), time))],
  ['seconds whose lower bits are alike', () => apart.map((time) => joinHashes(hashText('a'), time))],
  ['hashes of names', () => plainNames.map((name) => joinHashes(hashText('a'), hashText(name)))],
])('a table half full of %s takes two or three probes for each', (_, makeHashes) => {
  const hashes = makeHashes();
  expect(new Set(hashes).size).toBe(hashes.length);
  // A free slot takes one probe and a full one two. Random hashes need 2 on average.
  expect(countProbes(hashes) / hashes.length).toBeLessThan(4);
});

test('every process has different hashes', async () => {
  vi.resetModules();
  const other = await import('../../src/util/hash-text.ts');
  expect(hashText('a')).toBe(hashText('a'));
  expect(other.hashText('a')).not.toBe(hashText('a'));
});

test('ASCII bytes have the hash of their text at any offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), fc.nat(9), (text, start) => {
      const bytes = Buffer.from(`${'.'.repeat(start)}${text}.`, 'latin1');
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      return hashBytes(view, start, start + text.length) === hashText(text);
    }),
  );
});

test('texts that differ have different hashes, whole numbers from 1 to 2^53 - 1', () => {
  const texts = [
    '',
    '\0',
    '\0\0',
    '\0\0\0\0',
    'a',
    'a\0',
    'abcd',
    'abcd\0',
    'é',
    'Ã©',
    '\ud800',
    '\ud801',
    '😀',
    '\ufffd',
  ];
  const long = ['x'.repeat(100_000), `${'x'.repeat(99_999)}y`, 'é'.repeat(100_000)];
  const hashes = [...texts, ...long].map(hashText);
  expect(new Set(hashes).size).toBe(hashes.length);
  for (const hash of hashes) expect(Number.isSafeInteger(hash) && hash > 0).toBe(true);
});
