import { cpus } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  isVirtualInterface,
  parseCpuTimes,
  parseMemory,
  parseTransfers,
  sumCpuTimes,
} from '../../../src/collect/runner/parse-proc.ts';

const net = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo:    3193      29    0    0    0     0          0         0     3193      29    0    0    0     0       0          0
  eth0: 491844101   11926    0    0    0     0          0         0  1009477    7805    0    0    0     0       0          0
docker0:       5       1    0    0    0     0          0         0        6       1    0    0    0     0       0          0
enp0s31f6:18446744073709551615 1 0 0 0 0 0 0 7 1 0 0 0 0 0 0
wlp2s0:12345678 1 0 0 0 0 0 0 87654321 1 0 0 0 0 0 0
`;

describe('parseCpuTimes', () => {
  it.each<[string, string, ReturnType<typeof parseCpuTimes>]>([
    [
      'a machine of two cores',
      'cpu  100 20 30 400 50 6 7 8 90 10\ncpu0 1 1 1 1\n',
      { busy: 171, total: 621 },
    ],
    ['an old kernel', 'cpu  100 20 30 400\ncpu0 1', { busy: 150, total: 550 }],
    ['no end of line', 'cpu  1 2 3 4 5 6 7 8 9 10', { busy: 27, total: 36 }],
    ['nothing', '', undefined],
    ['only single cores', 'cpu0 1 2 3 4 5 6 7 8 9 10\n', undefined],
    ['too few columns', 'cpu  1 2 3\n', undefined],
    ['negative', 'cpu  1 2 3 -4 5 6 7 8\n', undefined],
    ['words', 'cpu  1 2 three 4 5 6 7 8\n', undefined],
    ['exponents', 'cpu  1 2 1e9 4 5 6 7 8\n', undefined],
    ['beyond whole numbers', `cpu  1 2 3 ${'9'.repeat(20)} 5 6 7 8\n`, undefined],
    ['all zero', 'cpu  0 0 0 0 0 0 0 0 0 0\n', undefined],
  ])('%s', (_, text, expected) => {
    expect(parseCpuTimes(text)).toEqual(expected);
  });
});

describe('sumCpuTimes', () => {
  it('adds the cores up', () => {
    const core = { user: 10, nice: 1, sys: 5, idle: 80, irq: 4 };
    expect(sumCpuTimes([{ times: core }, { times: { ...core, idle: 100 } }])).toEqual({
      busy: 40,
      total: 220,
    });
  });

  it('no cores: undefined', () => expect(sumCpuTimes([])).toBeUndefined());

  it('accepts the values of Node on this machine', () => {
    const times = sumCpuTimes(cpus());
    expect(times?.busy).toBeGreaterThan(0);
    expect(times?.total).toBeGreaterThan(times?.busy ?? Number.NaN);
  });
});

describe('parseMemory', () => {
  it('counts memory that is not available as used', () => {
    const text =
      'MemTotal:       1000 kB\nMemFree:         100 kB\nMemAvailable:    400 kB\nCached:  300 kB\n';
    expect(parseMemory(text)).toEqual({ usedBytes: 600 * 1024, totalBytes: 1000 * 1024 });
  });

  it.each([
    ['nothing', ''],
    ['a kernel without this figure', 'MemTotal: 1000 kB\nMemFree: 100 kB\n'],
    ['more available than there is', 'MemTotal: 1000 kB\nMemAvailable: 1001 kB\n'],
    ['another unit', 'MemTotal: 1000 MB\nMemAvailable: 1 MB\n'],
    ['cut off', 'MemTotal: 1000 kB\nMemAvailable: 10'],
    ['absurd', `MemTotal: ${'9'.repeat(400)} kB\nMemAvailable: 1 kB\n`],
  ])('%s: nothing', (_, text) => {
    expect(parseMemory(text)).toBeUndefined();
  });
});

describe('parseTransfers', () => {
  it('reads every valid line', () => {
    expect([...parseTransfers(net)]).toEqual([
      ['lo', { received: 3193, sent: 3193 }],
      ['eth0', { received: 491844101, sent: 1009477 }],
      ['docker0', { received: 5, sent: 6 }],
      ['wlp2s0', { received: 12345678, sent: 87654321 }],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['cut off', 'eth0: 1 2 3 4 5 6 7 8'],
    ['negative', 'eth0: -1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16'],
    ['no name', ': 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16'],
    ['a long name', `${'x'.repeat(65)}: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16`],
  ])('%s: none', (_, text) => {
    expect([...parseTransfers(text)]).toEqual([]);
  });

  it('keeps a thousand at most', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `e${index}: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16`,
    );
    expect(parseTransfers(lines.join('\n')).size).toBe(1000);
  });
});

test('no text makes the parsers throw or return an invalid number', () => {
  const piece = fc.constantFrom(
    'cpu  ',
    'MemTotal: ',
    'MemAvailable: ',
    'eth0: ',
    ' kB',
    '\n',
    ' ',
    '9',
    '0',
    '1e5',
    '-',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const numbers = [
        ...Object.values(parseCpuTimes(given) ?? {}),
        ...Object.values(parseMemory(given) ?? {}),
        ...[...parseTransfers(given).values()].flatMap((counters) => Object.values(counters)),
      ];
      expect(numbers.filter((number) => !(Number.isSafeInteger(number) && number >= 0))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

describe('isVirtualInterface', () => {
  it.each([
    'eth0',
    'ens5',
    'enp0s31f6',
    'enP2p1s0',
    'wlp2s0',
    'bond0',
    'team0',
    'br0',
    'en0',
    'venet0',
    'logical1',
  ])('%s counts', (name) => expect(isVirtualInterface(name)).toBe(false));

  it.each([
    ...[
      'lo',
      'docker0',
      'br-1a2b3c4d5e6f',
      'veth12ab34c',
      'virbr0',
      'vnet3',
      'tap0',
      'tun0',
      'wg0',
      'tailscale0',
    ],
    ...[
      'cni0',
      'flannel.1',
      'cali1234',
      'eth0.100',
      'vlan5',
      'ifb0',
      'dummy0',
      'macvlan1',
      'vxlan0',
      'podman1',
    ],
  ])('%s does not', (name) => expect(isVirtualInterface(name)).toBe(true));
});
