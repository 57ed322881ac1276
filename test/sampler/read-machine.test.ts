import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Machine, openThisMachine, type ProcName } from '../../src/sampler/machine.ts';
import { readMachine } from '../../src/sampler/read-machine.ts';

const proc: Readonly<Record<ProcName, string>> = {
  stat: 'cpu  10 0 10 70 10 0 0 0 0 0\ncpu0 1 1 1 1\n',
  meminfo: 'MemTotal: 1000 kB\nMemFree: 1 kB\nMemAvailable: 250 kB\n',
  'net/dev': ['lo', 'eth0', 'enP1s2', 'docker0']
    .map((name, index) => `${name}: ${index + 1}00 2 3 4 5 6 7 8 ${index + 1}0 10 11 12 13 14 15 16`)
    .join('\n'),
};

/** A machine without /proc, like Windows and macOS, plus the given values. */
function machineOf(changes: Partial<Machine>): Machine {
  return {
    wallMs: () => 1_700_000_000_000,
    steadyMs: () => 5_000,
    readProc: () => undefined,
    coreTimes: () => [{ times: { user: 30, nice: 0, sys: 10, idle: 60, irq: 0 } }],
    totalMemoryBytes: () => 8_000,
    availableMemoryBytes: () => 2_000,
    diskSpace: () => ({ usedBytes: 3, availableBytes: 1 }),
    isPart: () => false,
    close: () => {},
    ...changes,
  };
}
const fail = (): never => {
  throw new Error('this system has no value');
};
const other = {
  atMs: 1_700_000_000_000,
  steadyMs: 5_000,
  cpu: { busy: 40, total: 100 },
  memory: { usedBytes: 6_000, totalBytes: 8_000 },
  disk: { usedBytes: 3, availableBytes: 1 },
};

describe('readMachine', () => {
  it("uses Node's values on Windows and macOS, without network", () => {
    expect(readMachine(machineOf({}))).toEqual(other);
  });

  it('reads /proc on Linux, with only physical interfaces', () => {
    const linux = machineOf({
      readProc: (name) => proc[name],
      coreTimes: fail,
      totalMemoryBytes: fail,
      isPart: (name) => name === 'enP1s2',
    });
    expect(readMachine(linux)).toEqual({
      ...other,
      cpu: { busy: 20, total: 100 },
      memory: { usedBytes: 750 * 1024, totalBytes: 1000 * 1024 },
      network: new Map([['eth0', { received: 200, sent: 20 }]]),
    });
  });

  it("uses Node's values with an empty or unknown /proc", () => {
    expect(readMachine(machineOf({ readProc: () => 'x' }))).toEqual({ ...other, network: new Map() });
  });

  it.each<[string, Partial<Machine>]>([
    ['cpu', { coreTimes: () => [] }],
    ['cpu', { coreTimes: fail }],
    ['memory', { totalMemoryBytes: () => 0, availableMemoryBytes: () => 0 }],
    ['memory', { availableMemoryBytes: () => undefined }],
    ['memory', { availableMemoryBytes: () => 9_000 }],
    ['disk', { diskSpace: fail }],
    ['disk', { diskSpace: () => undefined }],
  ])('reads the other files without %s', (name, changes) => {
    const { [name as keyof typeof other]: _, ...rest } = other;
    expect(readMachine(machineOf(changes))).toEqual(rest);
  });
});

describe('this machine', () => {
  it('has higher counters each time', () => {
    const machine = openThisMachine(import.meta.dirname);
    const [first, second] = [readMachine(machine), readMachine(machine)];
    // macOS does not report how much memory is available.
    const memory = process.platform === 'darwin' ? [] : ['memory'];
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['atMs', 'steadyMs', 'cpu', ...memory, 'disk']),
    );
    expect(second.steadyMs).toBeGreaterThan(first.steadyMs);
    expect(second.cpu?.total).toBeGreaterThanOrEqual(first.cpu?.total ?? Number.NaN);
    expect(second.memory?.totalBytes).toBe(first.memory?.totalBytes);
  });

  it.runIf(process.platform === 'linux')('reads files of /proc completely each time', async () => {
    const machine = openThisMachine('/');
    const before = machine.readProc('stat');
    expect(machine.readProc('net/dev')?.split('\n').length).toBe(
      readFileSync('/proc/net/dev', 'utf8').split('\n').length,
    );
    expect(machine.readProc('meminfo')).toMatch(/^MemTotal:[\s\S]*^MemAvailable:.*\n/m);
    await expect.poll(() => machine.readProc('stat')).not.toBe(before);
  });

  it('has no disk when the path does not exist', () => {
    expect(readMachine(openThisMachine('/no/such/path')).disk).toBeUndefined();
  });
});
