import type { FigureName } from './figure-names.ts';
import type { Reading, TransferCounters } from './reading.ts';

/** What one reading shows: levels as they are, and rates since the previous reading. */
export interface Sample {
  readonly atMs: number;
  readonly figures: Readonly<Partial<Record<FigureName, Weighted>>>;
}

/** A value and its weight in a mean: the seconds of a rate, 1 for a level. */
interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Compares two readings. Rates are absent without an earlier reading, or if a counter ran backwards. */
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
      // As in df: space that only root may use is neither used nor free.
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

/** The traffic of the interfaces that both readings have; undefined if a counter wrapped or restarted. */
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
  // Linux's I/O wait time may run backwards a little, so that a part can exceed the whole.
  return whole > 0 ? Math.min(100, (100 * part) / whole) : 0;
}
