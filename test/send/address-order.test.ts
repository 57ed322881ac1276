import { expect, it } from 'vitest';
import { AddressOrder, computeAttemptMs } from '../../src/send/named-host.ts';

const found = ['a', 'b', 'c', 'd'].map((address) => ({ address, family: 4 }));
const sorted = (order: AddressOrder): string =>
  order
    .sort(found)
    .map(({ address }) => address)
    .join('');

it('tried addresses come after the others, the latest one last', () => {
  const order = new AddressOrder();
  expect(sorted(order)).toBe('abcd');
  order.try('b');
  order.try('a');
  expect(sorted(order)).toBe('cdba');
  order.try('b');
  expect(sorted(order)).toBe('cdab');
});

it('an address that took everything comes first again', () => {
  const order = new AddressOrder();
  for (const address of ['a', 'b', 'c']) order.try(address);
  order.trust('c');
  expect(sorted(order)).toBe('cdab');
});

it.each([
  [1, 1000],
  [6, 833],
  [20, 250],
  [100, 250],
])('of 5 s, each of %i addresses has %i ms', (count, expectedMs) => {
  expect(computeAttemptMs(5000, count)).toBe(expectedMs);
});
