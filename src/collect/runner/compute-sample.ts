import type { FigureName } from './figure-names.ts';
import type { Reading, TransferCounters } from './reading.ts';

/** What one reading says of the runner: levels as they are, rates since the reading before. */
export interface Sample {
  readonly atMs: number;
  readonly figures: Readonly<Partial<Record<FigureName, Weighted>>>;
}

/** A figure and how much it counts in a mean: a rate as many seconds as it stands for, a level once. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Compares two readings. Without an earlier one, or with counters that ran backwards, there are no such rates. */
export function computeSample(now: Reading, before?: Reading): Sample {
  const rates = before === undefined ? {} : computeRates(before, now);
  return { atMs: now.atMs, figures: { ...computeLevels(now), ...rates } };
}

function computeLevels({ memory, disk }: Reading): Sample['figures'] {
  return {
    ...(memory !== undefined && {
      memoryUsedBytes: level(memory.usedBytes),
      memoryPercent: level(share(memory.usedBytes, memory.totalBytes)),
    }),
    ...(disk !== undefined && {
      diskUsedBytes: level(disk.usedBytes),
      // As df has it: what only root may use is neither used nor free.
      diskPercent: level(share(disk.usedBytes, disk.usedBytes + disk.availableBytes)),
    }),
  };
}

function computeRates(before: Reading, now: Reading): Sample['figures'] {
  const seconds = (now.steadyMs - before.steadyMs) / 1000;
  if (!(seconds > 0)) return {};
  const cpu = computeCpuPercent(before, now);
  const transfer = computeTransfer(before, now);
  return {
    ...(cpu !== undefined && { cpuPercent: { value: cpu, weight: seconds } }),
    ...(transfer !== undefined && {
      networkReceivedBytesPerSecond: { value: transfer.received / seconds, weight: seconds },
      networkSentBytesPerSecond: { value: transfer.sent / seconds, weight: seconds },
    }),
  };
}

function computeCpuPercent(before: Reading, now: Reading): number | undefined {
  if (before.cpu === undefined || now.cpu === undefined) return undefined;
  const busy = now.cpu.busy - before.cpu.busy;
  const total = now.cpu.total - before.cpu.total;
  return total > 0 && busy >= 0 ? share(busy, total) : undefined;
}

/** What the interfaces that both readings know have carried; nothing where a counter wrapped or began anew. */
function computeTransfer(before: Reading, now: Reading): TransferCounters | undefined {
  if (before.network === undefined || now.network === undefined) return undefined;
  let [received, sent] = [0, 0];
  let isKnown = false;
  for (const [name, counters] of now.network) {
    const earlier = before.network.get(name);
    if (earlier === undefined) continue;
    if (counters.received < earlier.received || counters.sent < earlier.sent) return undefined;
    received += counters.received - earlier.received;
    sent += counters.sent - earlier.sent;
    isKnown = true;
  }
  return isKnown ? { received, sent } : undefined;
}

function level(value: number): Weighted {
  return { value, weight: 1 };
}

function share(part: number, whole: number): number {
  // Linux's time of waiting for disks may run backwards a little, so a part can be more than its whole.
  return whole > 0 ? Math.min(100, (100 * part) / whole) : 0;
}
