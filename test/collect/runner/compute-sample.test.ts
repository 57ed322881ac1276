import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { computeSample } from '../../../src/collect/runner/compute-sample.ts';
import type { Reading } from '../../../src/collect/runner/reading.ts';

const before: Reading = {
  atMs: 1_700_000_000_000,
  steadyMs: 1_000,
  cpu: { busy: 100, total: 1_000 },
  network: new Map([
    ['eth0', { received: 1_000, sent: 500 }],
    ['eth1', { received: 10, sent: 20 }],
  ]),
};
const now: Reading = {
  atMs: 1_700_000_005_000,
  steadyMs: 6_000,
  cpu: { busy: 350, total: 2_000 },
  memory: { usedBytes: 300, totalBytes: 1_200 },
  disk: { usedBytes: 600, availableBytes: 200 },
  network: new Map([
    ['eth0', { received: 6_000, sent: 500 }],
    ['eth1', { received: 20, sent: 120 }],
  ]),
};
const network = (received: number, sent: number): Pick<Reading, 'network'> => ({
  network: new Map([['eth0', { received, sent }]]),
});
const namesOf = (earlier: Reading | undefined, later: Reading): string[] =>
  Object.keys(computeSample(later, earlier).figures);
const levels = ['memoryUsedBytes', 'memoryPercent', 'diskUsedBytes', 'diskPercent'];

describe('computeSample', () => {
  it('computes levels unchanged, and rates with the monotonic clock', () => {
    expect(computeSample(now, before)).toEqual({
      atMs: 1_700_000_005_000,
      figures: {
        memoryUsedBytes: { value: 300, weight: 1 },
        memoryPercent: { value: 25, weight: 1 },
        diskUsedBytes: { value: 600, weight: 1 },
        diskPercent: { value: 75, weight: 1 },
        cpuPercent: { value: 25, weight: 5 },
        networkReceivedBytesPerSecond: { value: 1_002, weight: 5 },
        networkSentBytesPerSecond: { value: 20, weight: 5 },
      },
    });
  });

  it('has no rates in the first reading', () => expect(namesOf(undefined, now)).toEqual(levels));

  it('keeps the rates when the wall clock jumps', () => {
    const jumped = { ...now, atMs: before.atMs - 3_600_000 };
    expect(computeSample(jumped, before).figures).toEqual(computeSample(now, before).figures);
  });

  it.each<[string, Partial<Reading>]>([
    ['no time went by', { steadyMs: 1_000 }],
    ['time that ran backwards', { steadyMs: 999 }],
    ['what is not a time', { steadyMs: Number.NaN }],
  ])('%s: no rates', (_, changes) => {
    expect(namesOf(before, { ...now, ...changes })).toEqual(levels);
  });

  it.each<[string, Partial<Reading>, Partial<Reading>]>([
    ['received restarted', network(10, 10), network(9, 11)],
    ['sent restarted', network(10, 10), network(11, 9)],
    ['32 bits wrapped', network(4_294_967_000, 10), network(500, 11)],
    ['only new interfaces', { network: new Map() }, network(10, 10)],
    ['no interface at all', { network: new Map() }, { network: new Map() }],
  ])('%s: no network figures', (_, earlier, later) => {
    expect(namesOf({ ...before, ...earlier }, { ...now, ...later })).toEqual([...levels, 'cpuPercent']);
  });

  it('leaves out the sum when an interface restarted', () => {
    const later = new Map([...(now.network ?? []), ['eth1', { received: 0, sent: 0 }] as const]);
    expect(namesOf(before, { ...now, network: later })).toEqual([...levels, 'cpuPercent']);
  });

  it('counts an interface from its second reading on', () => {
    const later = new Map([...(now.network ?? []), ['eth2', { received: 9e9, sent: 9e9 }] as const]);
    expect(computeSample({ ...now, network: later }, before)).toEqual(computeSample(now, before));
  });

  it.each([
    ['busy ran backwards', { busy: 99, total: 2_000 }],
    ['a core was taken away', { busy: 90, total: 900 }],
    ['nothing was counted', { busy: 100, total: 1_000 }],
  ])('%s: no CPU figure', (_, cpu) => {
    expect(namesOf(before, { ...now, cpu })).not.toContain('cpuPercent');
  });

  it('limits idle time that ran backwards to all', () => {
    const { figures } = computeSample({ ...now, cpu: { busy: 300, total: 1_150 } }, before);
    expect(figures.cpuPercent?.value).toBe(100);
  });
});

test('never has a negative or infinite figure, or one over 100 percent', () => {
  const count = fc.oneof(fc.nat(), fc.maxSafeNat());
  const space = fc.tuple(count, count);
  const reading = fc
    .record({ steadyMs: fc.nat(), cpu: space, memory: space, disk: space, network: space })
    .map(
      ({ steadyMs, cpu, memory, disk, network: transfer }): Reading => ({
        atMs: 0,
        steadyMs,
        cpu: { busy: Math.min(...cpu), total: Math.max(...cpu) },
        memory: { usedBytes: Math.min(...memory), totalBytes: Math.max(...memory) },
        disk: { usedBytes: disk[0], availableBytes: disk[1] },
        ...network(...transfer),
      }),
    );
  fc.assert(
    fc.property(reading, reading, (earlier, later) => {
      for (const [name, { value, weight }] of Object.entries(computeSample(later, earlier).figures)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(name.endsWith('Percent') ? 100 : Number.MAX_VALUE);
        expect(weight).toBeGreaterThan(0);
      }
    }),
  );
});
