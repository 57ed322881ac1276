import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HitSet, isHit, lineOf, nameOf, packPlace } from '../../../src/collect/coverage/hit-set.ts';
import { MAX_LINE_NUMBER, NAME_IDS } from '../../../src/collect/coverage/limits.ts';

const place = fc.tuple(
  fc.oneof(fc.nat(20), fc.integer({ min: 0, max: MAX_LINE_NUMBER })),
  fc.oneof(fc.nat(3), fc.integer({ min: 0, max: NAME_IDS - 1 })),
  fc.boolean(),
);

test('has the same places and hits as a map, in order, at any time', () => {
  fc.assert(
    fc.property(fc.array(fc.array(place, { maxLength: 200 }), { maxLength: 4 }), (parts) => {
      let room = 0;
      const set = new HitSet({ grow: (places) => (room += places) });
      const expected = new Map<string, boolean>();
      for (const part of parts) {
        for (const [line, name, hit] of part) {
          set.add(packPlace(line, name), hit);
          expected.set(`${line} ${name}`, (expected.get(`${line} ${name}`) ?? false) || hit);
        }
        const places = [...set.sorted()];
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(new Map(places.map((one) => [`${lineOf(one)} ${nameOf(one)}`, isHit(one)]))).toEqual(expected);
        expect(places.length).toBe(expected.size);
      }
      set.shrink();
      expect(room).toBe(expected.size);
      expect(new HitSet({ grow: () => {} }, set.sorted()).sorted()).toEqual(set.sorted());
    }),
  );
});

test('needs no more memory for repeated places', () => {
  let room = 0;
  const grow = (places: number): void => {
    room += places;
  };
  const set = new HitSet({ grow });
  for (let index = 0; index < 100_000; index += 1) set.add(packPlace(index % 100, 0), index === 77_777);
  expect(room).toBeLessThan(1000);
  expect(set.sorted().length).toBe(100);
  expect([...set.sorted()].filter(isHit).map(lineOf)).toEqual([77]);
});
